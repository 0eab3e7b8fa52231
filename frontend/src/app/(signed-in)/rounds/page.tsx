import { CALL_LABEL, ROUND_STATE_LABEL, type RoundSummary } from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { getRounds } from '@/rounds/api';
import { NewRoundForm } from '@/rounds/round-forms';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '伴走支援' };

const COLUMNS: Column<RoundSummary>[] = [
  { header: '年度', rowHeader: true, cell: ({ id, name }) => <Link href={`/rounds/${id}` as Route}>{name}</Link> },
  { header: '段階', cell: ({ state }) => ROUND_STATE_LABEL[state], nowrap: true },
  {
    header: '募集の締切',
    cell: ({ calls }) =>
      calls.map(({ kind, closesAt }) => (
        <div key={kind}>
          {CALL_LABEL[kind]}　<Moment value={closesAt} />
        </div>
      )),
  },
];

export default async function RoundsPage() {
  const { items, mayCreate } = await getRounds();
  return (
    <>
      <PageHeader title="伴走支援の年度" />
      {items.length === 0 ? (
        <EmptyState title="公示した募集はありません">募集が始まると、ここに日程と要領が載ります。</EmptyState>
      ) : (
        <Table caption="伴走支援の年度" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
      )}
      {mayCreate && (
        <Card title="新しい年度を作る">
          <NewRoundForm />
        </Card>
      )}
    </>
  );
}
