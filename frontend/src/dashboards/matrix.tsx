import type { Figure } from '@musubi/backend/contract/dashboards';
import { CountLink } from '@/ui/count-link';

interface Line {
  key: string;
  label: string;
}

const CELL = 'border-b border-solid-gray-420 px-2 py-1.5';

/** Counts by two things. The first column stays in sight while the others scroll. */
export function Matrix({
  caption,
  corner,
  rows,
  columns,
  figure,
}: {
  caption: string;
  corner: string;
  rows: readonly Line[];
  columns: readonly Line[];
  figure: (row: string, column: string) => Figure | undefined;
}) {
  const reachedByKeyboard = { tabIndex: 0 };
  return (
    <section aria-label={caption} {...reachedByKeyboard} className="relative max-h-[36rem] overflow-auto">
      <table className="border-separate border-spacing-0 text-dns-14N-130 tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className={`sticky top-0 left-0 z-2 min-w-32 bg-solid-gray-50 text-left ${CELL}`}>
              {corner}
            </th>
            {columns.map(({ key, label }) => (
              <th
                key={key}
                scope="col"
                className={`sticky top-0 z-1 min-w-16 bg-solid-gray-50 text-right align-bottom ${CELL}`}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="hover:bg-blue-50">
              <th scope="row" className={`sticky left-0 bg-white text-left font-400 ${CELL}`}>
                {row.label}
              </th>
              {columns.map((column) => (
                <td key={column.key} className={`text-right ${CELL}`}>
                  <CountLink figure={figure(row.key, column.key)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
