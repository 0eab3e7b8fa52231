import type { SatisfactionReport } from '@musubi/backend/contract/satisfaction';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { type Column, Table } from '@/ui/table';
import { NumberLink, oneDecimal } from './number-link';

type Breakdown = SatisfactionReport['breakdowns'][number];
type Group = Breakdown['groups'][number];

const columns = (label: string): Column<Group>[] => [
  { header: label, rowHeader: true, cell: (group) => group.label },
  { header: '平均', numeric: true, nowrap: true, cell: ({ mean }) => oneDecimal(mean) },
  { header: 'n', numeric: true, nowrap: true, cell: ({ n, href }) => <NumberLink value={n} href={href} /> },
  {
    header: '1から5まで',
    width: '7rem',
    cell: ({ mean }) => mean !== null && <Bar percent={((mean - 1) / 4) * 100} />,
  },
];

/** The main mean by one thing. The hidden groups are named, without a number. */
export function BreakdownCard({ breakdown: { label, groups } }: { breakdown: Breakdown }) {
  const shown = groups.filter(({ hidden }) => !hidden);
  const hidden = groups.filter((group) => group.hidden).map((group) => group.label);
  return (
    <Card title={`${label}別`}>
      <div className="grid gap-4">
        {shown.length > 0 && (
          <Table caption={`${label}別の平均`} columns={columns(label)} rows={shown} rowKey={({ key }) => key} dense />
        )}
        {hidden.length > 0 && (
          <p>
            表示しない区分（{hidden.length}）：{hidden.join('、')}
          </p>
        )}
      </div>
    </Card>
  );
}
