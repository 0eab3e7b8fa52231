import type { ReactNode } from 'react';

/** A list without rows: says so, and what can be done. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="rounded-12 border border-dashed border-solid-gray-420 bg-solid-gray-50 px-6 py-10 text-center">
      <p className="text-std-17B-170">{title}</p>
      {children && <div className="mt-2 text-solid-gray-700">{children}</div>}
    </div>
  );
}
