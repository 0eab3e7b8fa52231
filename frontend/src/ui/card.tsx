import type { ReactNode } from 'react';

/** A part of a page with its own heading. `actions` stand at the right of the heading. */
export function Card({
  title,
  id,
  level = 2,
  actions,
  children,
}: {
  title?: ReactNode;
  id?: string;
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const Heading = `h${level}` as const;
  return (
    <section id={id} className="rounded-12 border border-solid-gray-420 bg-white p-4 md:p-6">
      {(title || actions) && (
        <div className="mb-4 flex flex-wrap items-start justify-between gap-2">
          {title && <Heading className={level === 2 ? 'text-std-20B-150' : 'text-std-18B-160'}>{title}</Heading>}
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
