import type { Dashboard } from '@musubi/backend/contract/dashboards';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { CountLink, days } from '@/ui/count-link';
import { type Column, Table } from '@/ui/table';
import { Matrix } from './matrix';

type State = Dashboard['states'][number];

/** 滞留: how many stand where, and for how long. */
export function StateCard({ states }: { states: Dashboard['states'] }) {
  const most = Math.max(1, ...states.map(({ count }) => count));
  const columns: Column<State>[] = [
    {
      header: '状態',
      rowHeader: true,
      cell: ({ label, count }) => (
        <>
          {label}
          <Bar percent={(count / most) * 100} />
        </>
      ),
    },
    { header: '件数', numeric: true, nowrap: true, cell: (state) => <CountLink figure={state} /> },
    { header: '滞留の中央値', numeric: true, nowrap: true, cell: ({ medianDays }) => days(medianDays) },
    { header: '最長', numeric: true, nowrap: true, cell: ({ longestDays }) => days(longestDays) },
  ];
  return (
    <Card title="状態別の件数と滞留日数（営業日）">
      <Table caption="状態別の件数と滞留日数" columns={columns} rows={states} rowKey={({ state }) => state} dense />
    </Card>
  );
}

/** 状態 × 府省庁. */
export function MinistryMatrix({ states, ministries }: Pick<Dashboard, 'states' | 'ministries'>) {
  return (
    <Card title="府省庁別・状態別の件数">
      <p className="mb-3">一つの相談を、照会した府省庁のそれぞれに数えます。</p>
      <Matrix
        caption="府省庁別・状態別の件数"
        corner="府省庁"
        rows={[
          { key: 'all', label: '全体（重複なし）' },
          ...ministries.map(({ ministry, label }) => ({ key: ministry, label })),
        ]}
        columns={states.map(({ state, label }) => ({ key: state, label }))}
        figure={(row, column) =>
          row === 'all'
            ? states.find(({ state }) => state === column)
            : ministries.find(({ ministry }) => ministry === row)?.cells.find(({ state }) => state === column)
        }
      />
    </Card>
  );
}
