import type { TeamMeetingSummary } from '@musubi/backend/contract/team-meetings';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getTeamMeetings } from '@/team-meetings/api';
import { MeetingBadge, WhenAndWhere } from '@/team-meetings/meeting-facts';
import { PlanForm } from '@/team-meetings/plan-forms';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '会議' };

const SIZE = 50;

export default async function TeamMeetingsPage({ params, searchParams }: PageProps<'/teams/[id]/meetings'>) {
  const [{ id }, filters] = [await params, await searchParams];
  const page = Number(filters.page) || 1;
  const { items, total, next, mayWrite } = await getTeamMeetings(id, `?page=${page}&size=${SIZE}`);
  const home = `/teams/${id}/meetings` as const;
  const columns: Column<TeamMeetingSummary>[] = [
    {
      header: '日時',
      rowHeader: true,
      cell: (one) => (
        <Link href={`${home}/${one.id}` as Route}>
          <Moment value={one.startsAt} />
        </Link>
      ),
    },
    { header: '状態', cell: ({ state }) => <MeetingBadge state={state} />, nowrap: true },
    { header: '場所', cell: ({ place, url }) => place || (url ? 'オンライン' : '－') },
    { header: '済んでいない約束', cell: ({ openPromises }) => openPromises, numeric: true },
  ];
  return (
    <>
      {next && (
        <Card title="次の会議" actions={<Link href={`${home}/${next.id}` as Route}>議題・記録を開く</Link>}>
          <WhenAndWhere meeting={next} />
        </Card>
      )}
      {mayWrite && (
        <Card title="会議を加える">
          <div className="grid max-w-4xl gap-4">
            <Disclosure summary="会議を予定する" open={total === 0}>
              <PlanForm teamId={id} />
            </Disclosure>
            <p>
              <LinkButton href={`${home}/new` as Route} variant="outline" size="sm">
                予定していなかった会議を記録する
              </LinkButton>
            </p>
          </div>
        </Card>
      )}
      {total === 0 ? (
        <EmptyState title="会議は、まだありません" />
      ) : (
        <>
          <Table caption="会議の一覧" columns={columns} rows={items} rowKey={(one) => one.id} />
          <Pagination
            total={total}
            page={page}
            size={SIZE}
            href={(to) => withParams(home, filters, { page: String(to) })}
          />
        </>
      )}
    </>
  );
}
