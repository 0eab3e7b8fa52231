import type { Route } from 'next';

export interface Tab {
  label: string;
  href: Route;
  count?: number;
  current: boolean;
}

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label} className="no-print overflow-x-auto border-b border-solid-gray-420">
      <ul className="flex gap-1">
        {tabs.map(({ label: text, href, count, current }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={current ? 'page' : undefined}
              className="block border-b-4 border-transparent px-4 py-2.5 whitespace-nowrap text-solid-gray-800 hover:border-solid-gray-420 hover:bg-solid-gray-50 aria-[current=page]:border-blue-900 aria-[current=page]:font-700 aria-[current=page]:text-blue-900 aria-[current=page]:[scroll-initial-target:nearest]"
            >
              {text}
              {count !== undefined && <span className="ml-1 tabular-nums">（{count.toLocaleString('ja-JP')}）</span>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
