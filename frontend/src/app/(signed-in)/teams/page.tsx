import { ROUND_STATE_LABEL } from '@musubi/backend/contract/rounds';
import type { TeamSummary } from '@musubi/backend/contract/teams';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getTeams } from '@/teams/api';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '支援チーム' };

const SIZE = 50;

const COLUMNS: Column<TeamSummary>[] = [
  {
    header: '団体',
    rowHeader: true,
    cell: ({ id, municipality }) => <Link href={`/teams/${id}` as Route}>{municipality}</Link>,
  },
  { header: '支援官', cell: ({ members }) => members.map(({ name, ministry }) => `${name}（${ministry}）`).join('、') },
  { header: '年度', cell: ({ round }) => `${round.name}（${ROUND_STATE_LABEL[round.state]}）` },
];

export default async function TeamsPage({ searchParams }: PageProps<'/teams'>) {
  const filters = await searchParams;
  const page = Number(filters.page) || 1;
  const { items, total } = await getTeams(`?page=${page}&size=${SIZE}`);
  return (
    <>
      <WithoutScripts />
      <PageHeader title="支援チーム" />
      {total === 0 ? (
        <EmptyState title="支援チームはありません">支援期間が始まると、ここにチームが載ります。</EmptyState>
      ) : (
        <>
          <Table caption="支援チーム" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
          <Pagination
            total={total}
            page={page}
            size={SIZE}
            href={(to) => withParams('/teams', filters, { page: String(to) })}
          />
        </>
      )}
    </>
  );
}
