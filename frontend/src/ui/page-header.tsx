import type { ReactNode } from 'react';

/** The one h1 of a page. `badges` stand before it, `actions` at its right, `children` under it. */
export function PageHeader({
  title,
  badges,
  actions,
  children,
}: {
  title: ReactNode;
  badges?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="grid gap-2">
      {badges && <div className="flex flex-wrap items-center gap-2">{badges}</div>}
      <div className="flex flex-wrap items-start justify-between gap-4">
        <h1 className="text-std-24B-150 md:text-std-28B-150">{title}</h1>
        {actions && <div className="no-print flex flex-wrap gap-2">{actions}</div>}
      </div>
      {children}
    </header>
  );
}
