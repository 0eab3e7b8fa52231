import { formatWareki } from '@musubi/backend/contract/calendar';
import type { Dashboard } from '@musubi/backend/contract/dashboards';
import { Bar } from '@/ui/bar';
import { Card } from '@/ui/card';
import { CountLink, days } from '@/ui/count-link';
import { type Column, Table } from '@/ui/table';

type Duration = Dashboard['durations'][number];
type Month = Dashboard['received'][number];
type Timeliness = Dashboard['timeliness'][number];

const DURATIONS: Column<Duration>[] = [
  { header: '提出から', rowHeader: true, cell: ({ label }) => `${label}まで` },
  { header: '件数', numeric: true, nowrap: true, cell: (duration) => <CountLink figure={duration} /> },
  { header: '中央値', numeric: true, nowrap: true, cell: ({ medianDays }) => days(medianDays) },
  { header: '90％値', numeric: true, nowrap: true, cell: ({ ninetiethDays }) => days(ninetiethDays) },
];

export function DurationCard({ durations }: { durations: Dashboard['durations'] }) {
  return (
    <Card title="応答と回答までの日数（営業日）">
      <p className="mb-3">
        補正の期間を含みます。17時15分より後の提出は、翌開庁日から数えます。90％値は、90％の相談がその日数までに収まる値です。
      </p>
      <Table
        caption="応答と回答までの日数"
        columns={DURATIONS}
        rows={durations}
        rowKey={({ measure }) => measure}
        dense
      />
    </Card>
  );
}

export function ReceivedCard({ received }: { received: Dashboard['received'] }) {
  const most = Math.max(1, ...received.map(({ count }) => count));
  const columns: Column<Month>[] = [
    { header: '月', rowHeader: true, cell: ({ month }) => formatWareki(`${month}-01`).replace('月1日', '月') },
    { header: '件数', numeric: true, nowrap: true, cell: (month) => <CountLink figure={month} /> },
    { header: '多さ', width: '10rem', cell: ({ count }) => <Bar percent={(count / most) * 100} /> },
  ];
  return (
    <Card title="月別の受付件数">
      <Table caption="月別の受付件数" columns={columns} rows={received} rowKey={({ month }) => month} dense />
    </Card>
  );
}

const TIMELINESS: Column<Timeliness>[] = [
  { header: '府省庁', rowHeader: true, cell: ({ label }) => label },
  { header: '期限内', numeric: true, nowrap: true, cell: ({ inTime }) => <CountLink figure={inTime} /> },
  { header: '期限後・超過中', numeric: true, nowrap: true, cell: ({ late }) => <CountLink figure={late} /> },
  { header: '期限内率（％）', numeric: true, nowrap: true, cell: ({ percent }) => percent?.toFixed(1) ?? '－' },
  { header: '割合', width: '7rem', cell: ({ percent }) => percent !== null && <Bar percent={percent} /> },
];

export function TimelinessCard({ timeliness }: { timeliness: Dashboard['timeliness'] }) {
  return (
    <Card title="府省庁別の期限内率">
      <Table
        caption="府省庁別の期限内率"
        columns={TIMELINESS}
        rows={timeliness}
        rowKey={({ ministry }) => ministry}
        dense
      />
    </Card>
  );
}
