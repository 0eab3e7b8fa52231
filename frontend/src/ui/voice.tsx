import type { ReactNode } from 'react';
import { Icon } from './icon';

/** Words that stay inside the desk. Must never be taken for what the town reads. */
export function InwardNote({
  label = '内部メモ（団体には見えません）',
  children,
}: {
  label?: string;
  children: ReactNode;
}) {
  return (
    <section aria-label={label} className="rounded-8 border-2 border-dashed border-yellow-900 bg-yellow-50">
      <p className="flex items-center gap-2 border-b border-dashed border-yellow-900 px-4 py-2 text-dns-14B-130 text-yellow-1200">
        <Icon name="lock" className="size-5" />
        {label}
      </p>
      <div className="p-4 whitespace-pre-wrap">{children}</div>
    </section>
  );
}

/** Words that the town reads, or will read. */
export function OutwardText({ label = '団体に送る文', children }: { label?: string; children: ReactNode }) {
  return (
    <section aria-label={label} className="rounded-8 border-2 border-blue-900 bg-white">
      <p className="flex items-center gap-2 bg-blue-900 px-4 py-2 text-dns-14B-130 text-white">
        <Icon name="envelope" className="size-5" />
        {label}
      </p>
      <div className="p-4 whitespace-pre-wrap">{children}</div>
    </section>
  );
}
