import type { ReactNode } from 'react';

export interface Description {
  term: string;
  /** Nothing (null, empty) shows as 「－」. */
  value: ReactNode;
}

/** Names and values of one thing. `preserve` keeps the line breaks people typed. */
export function DescriptionList({ items, preserve }: { items: readonly Description[]; preserve?: boolean }) {
  return (
    <dl className="grid border-t border-solid-gray-200">
      {items.map(({ term, value }) => (
        <div key={term} className="grid gap-x-6 gap-y-1 border-b border-solid-gray-200 py-3 md:grid-cols-[12rem_1fr]">
          <dt className="font-700 text-solid-gray-700">{term}</dt>
          <dd className={preserve ? 'whitespace-pre-wrap' : undefined}>
            {value === null || value === undefined || value === '' ? '－' : value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
