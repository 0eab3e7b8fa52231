import { VISIT_STATE_LABEL, type VisitState, type VisitSummary } from '@musubi/backend/contract/visits';
import type { Metadata, Route } from 'next';
import { getTeam } from '@/teams/api';
import { EmptyState } from '@/ui/empty-state';
import { Link, LinkButton } from '@/ui/link';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { WithoutScripts } from '@/ui/without-scripts';
import { getVisits } from '@/visits/api';
import { Days } from '@/visits/visit-view';

export const metadata: Metadata = { title: '現地訪問' };

const TONE = { planned: 'waiting', done: 'done', cancelled: 'closed' } as const satisfies Record<VisitState, string>;

const columns = (teamId: string): Column<VisitSummary>[] => [
  {
    header: '期間',
    rowHeader: true,
    cell: ({ id, startsOn, endsOn }) => (
      <Link href={`/teams/${teamId}/visits/${id}` as Route}>
        <Days {...{ startsOn, endsOn }} />
      </Link>
    ),
  },
  { header: '状態', cell: ({ state }) => <StatusBadge tone={TONE[state]}>{VISIT_STATE_LABEL[state]}</StatusBadge> },
  { header: '訪問先', cell: ({ places }) => places.join('、') || '－' },
  { header: 'メモ', numeric: true, cell: ({ notes }) => notes },
  { header: '写真', numeric: true, cell: ({ photos }) => photos },
];

export default async function VisitsPage({ params }: PageProps<'/teams/[id]/visits'>) {
  const { id } = await params;
  const [{ items }, { allowedActions }] = await Promise.all([getVisits(id), getTeam(id)]);
  return (
    <>
      <WithoutScripts />
      <h2 className="text-std-22B-150">現地訪問</h2>
      {allowedActions.includes('write') && (
        <div className="flex flex-wrap gap-4">
          <LinkButton href={`/teams/${id}/visits/new` as Route}>訪問を計画する</LinkButton>
          <LinkButton href={`/teams/${id}/note` as Route} variant="outline">
            訪問メモを書く
          </LinkButton>
        </div>
      )}
      {items.length === 0 ? (
        <EmptyState title="現地訪問はまだありません">日程と行程が決まったら、計画を登録してください。</EmptyState>
      ) : (
        <Table caption="現地訪問" columns={columns(id)} rows={items} rowKey={({ id: visit }) => visit} />
      )}
    </>
  );
}
