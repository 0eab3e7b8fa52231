import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getTeams } from '@/teams/api';
import { TeamTable } from '@/teams/team-table';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '支援チーム' };

const SIZE = 50;
/** Conditions with which other pages lead here. */
const NARROWING = ['prefecture', 'municipality', 'year', 'roundId'];

export default async function TeamsPage({ searchParams }: PageProps<'/teams'>) {
  const given = await searchParams;
  const page = Number(given.page) || 1;
  const { items, total, refused } = await getTeams({ ...given, page: String(page), size: String(SIZE) });
  const filters = refused ? {} : given;
  const isNarrowed = NARROWING.some((name) => filters[name]);
  return (
    <>
      <WithoutScripts />
      <PageHeader title="支援チーム">
        {isNarrowed && (
          <p>
            {`条件に合う${total.toLocaleString('ja-JP')}チームを示しています。`}
            <Link href="/teams">全ての支援チームを見る</Link>
          </p>
        )}
      </PageHeader>
      <RefusedConditions refused={refused} />
      {total === 0 ? (
        <EmptyState title="支援チームはありません">支援期間が始まると、ここにチームが載ります。</EmptyState>
      ) : (
        <>
          <p>
            <Link href="/team-feed">ほかのチームの取組を見る</Link>
          </p>
          <TeamTable items={items} />
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
