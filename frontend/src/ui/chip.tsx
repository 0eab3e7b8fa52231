import type { ReactNode } from 'react';

/** A word about a thing: a policy field, a ministry. Says nothing by its colour. */
export function Chip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-block rounded-8 border border-solid-gray-420 bg-white px-2 py-0.5 text-dns-14N-130 text-solid-gray-800">
      {children}
    </span>
  );
}

export function ChipList({ items, label }: { items: readonly string[]; label: string }) {
  if (items.length === 0) return <span className="text-solid-gray-600">－</span>;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1">
      {items.map((item) => (
        <li key={item}>
          <Chip>{item}</Chip>
        </li>
      ))}
    </ul>
  );
}
