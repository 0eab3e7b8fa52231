import type { ReactNode } from 'react';

export interface Column<Row> {
  header: string;
  cell: (row: Row) => ReactNode;
  /** The cell that names the row: its header for screen readers. One per table. */
  rowHeader?: boolean;
  /** Numbers stand right, with figures of one width. */
  numeric?: boolean;
  width?: string;
  nowrap?: boolean;
}

/** A region that scrolls must take the focus, or the keyboard could not scroll it. */
const REACHED_BY_KEYBOARD = { tabIndex: 0 };

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
  const pad = dense ? 'px-3 py-2 text-dns-14N-130' : 'px-4 py-3 text-std-16N-170';
  return (
    <section aria-label={caption} {...REACHED_BY_KEYBOARD} className="relative overflow-x-auto">
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-y border-black bg-solid-gray-50 text-left">
            {columns.map((column) => (
              <th
                key={column.header}
                scope="col"
                style={column.width ? { minWidth: column.width } : undefined}
                className={`${pad} font-700 whitespace-nowrap ${column.numeric ? 'text-right' : ''}`}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-solid-gray-420 align-top hover:bg-blue-50">
              {columns.map((column) => (
                <Cell key={column.header} column={column} row={row} pad={pad} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell<Row>({ column, row, pad }: { column: Column<Row>; row: Row; pad: string }) {
  const look = `${pad} ${column.numeric ? 'text-right tabular-nums' : ''} ${column.nowrap ? 'whitespace-nowrap' : ''}`;
  const content = column.cell(row);
  return column.rowHeader ? (
    <th scope="row" className={`${look} text-left font-400`}>
      {content}
    </th>
  ) : (
    <td className={look}>{content}</td>
  );
}
