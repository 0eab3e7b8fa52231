import type { ReactNode } from 'react';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row: its header for screen readers. One per table. */
  rowHeader?: boolean;
  /** Numbers stand right, with figures of one width. */
  numeric?: boolean;
  /** The least width, e.g. '20rem'. */
  width?: string;
  nowrap?: boolean;
}

/** A region that scrolls must take the focus, or the keyboard could not scroll it. */
export const REACHED_BY_KEYBOARD = { tabIndex: 0 };

/** Said once for the whole table, because a list repeats its cells hundreds of times. */
const LOOK =
  'w-full border-collapse [&_th]:text-left [&_tr]:align-top [&_.num]:text-right [&_.num]:tabular-nums [&_.nowrap]:whitespace-nowrap';
const HEAD = 'border-y border-black bg-solid-gray-50 [&_th]:font-700 [&_th]:whitespace-nowrap';
const BODY = '[&_tr]:border-b [&_tr]:border-solid-gray-420 [&_tr:hover]:bg-blue-50 [&_th]:min-w-40 [&_th]:font-400';
const DENSE = 'text-dns-14N-130 [&_td]:min-w-16 [&_td]:px-3 [&_td]:py-2 [&_th]:px-3 [&_th]:py-2';
const ROOMY = 'text-std-16N-170 [&_td]:min-w-24 [&_td]:px-4 [&_td]:py-3 [&_th]:px-4 [&_th]:py-3';

/** A list. Wide ones scroll inside a labelled region that the keyboard reaches. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  dense,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  dense?: boolean;
}) {
  return (
    <section aria-label={caption} {...REACHED_BY_KEYBOARD} className="relative overflow-x-auto">
      <table className={`${LOOK} ${dense ? DENSE : ROOMY}`}>
        <caption className="sr-only">{caption}</caption>
        <thead className={HEAD}>
          <tr>
            {columns.map(({ header, width, numeric }) => (
              <th
                key={header}
                scope="col"
                style={width ? { minWidth: width } : undefined}
                className={numeric ? 'num' : undefined}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={BODY}>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column: { cell, rowHeader, numeric, nowrap }, row }: { column: Column<Row>; row: Row }) {
  const className = [numeric && 'num', nowrap && 'nowrap'].filter(Boolean).join(' ') || undefined;
  return rowHeader ? (
    <th scope="row" className={className}>
      {cell(row)}
    </th>
  ) : (
    <td className={className}>{cell(row)}</td>
  );
}
