import type { AcceptanceRow } from '@musubi/backend/contract/suggestions';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { CountLink } from '@/ui/count-link';
import { type Column, Table } from '@/ui/table';

const columns = (by: string): Column<AcceptanceRow>[] => [
  { header: by, rowHeader: true, cell: ({ label }) => label },
  { header: '採用', numeric: true, nowrap: true, cell: ({ taken }) => <CountLink figure={taken} /> },
  { header: '不採用', numeric: true, nowrap: true, cell: ({ rejected }) => <CountLink figure={rejected} /> },
  { header: '採用率（％）', numeric: true, nowrap: true, cell: ({ percent }) => percent?.toFixed(1) ?? '－' },
  { header: '割合', width: '7rem', cell: ({ percent }) => percent !== null && <Bar percent={percent} /> },
];

/** How many of the suggestions were taken, by one thing. */
export function AcceptanceCard({ title, by, rows }: { title: string; by: string; rows: readonly AcceptanceRow[] }) {
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <Table caption={title} columns={columns(by)} rows={rows} rowKey={({ key }) => key} dense />
    </Card>
  );
}
