import { ROUND_STATE_LABEL, type RoundSummary } from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { getRounds } from '@/proposals/api';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '編成' };

const COLUMNS: readonly Column<RoundSummary>[] = [
  {
    header: '年度',
    cell: ({ id, name }) => <Link href={`/rounds/${id}/proposals` as Route}>{name}</Link>,
    rowHeader: true,
  },
  { header: '段階', cell: ({ state }) => ROUND_STATE_LABEL[state], nowrap: true },
];

export default async function MatchingRoundsPage() {
  const { items } = await getRounds();
  return (
    <>
      <WithoutScripts />
      <PageHeader title="編成">
        <p>選定した団体に、支援官のチームを編成します。年度を選んでください。</p>
      </PageHeader>
      {items.length > 0 ? (
        <Table caption="年度の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="年度はまだありません">募集の準備で年度を作ると、ここに表示されます。</EmptyState>
      )}
    </>
  );
}
