import type { SatisfactionReport } from '@musubi/backend/contract/satisfaction';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { NumberLink, oneDecimal } from './number-link';

type Breakdown = SatisfactionReport['breakdowns'][number];
type Group = Breakdown['groups'][number];

const columns = (label: string): Column<Group>[] => [
  { header: label, rowHeader: true, cell: (group) => group.label },
  {
    header: 'n',
    numeric: true,
    nowrap: true,
    cell: ({ n, href, hidden }) => !hidden && <NumberLink value={n} href={href} />,
  },
  {
    header: '平均',
    numeric: true,
    nowrap: true,
    cell: ({ mean, hidden }) => (hidden ? <span className="text-solid-gray-700">表示しません</span> : oneDecimal(mean)),
  },
  {
    header: '1から5まで',
    width: '7rem',
    cell: ({ mean }) => mean !== null && <Bar percent={((mean - 1) / 4) * 100} />,
  },
];

/** The main mean by one thing. */
export function BreakdownCard({ breakdown: { label, groups } }: { breakdown: Breakdown }) {
  return (
    <Card title={`${label}別`}>
      <Table caption={`${label}別の平均`} columns={columns(label)} rows={groups} rowKey={({ key }) => key} dense />
    </Card>
  );
}
