import type { SurveyInvitation } from '@musubi/backend/contract/satisfaction';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getInvitations } from '@/surveys/api';
import { CONDITIONS, queryOf } from '@/surveys/conditions';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '満足度調査の依頼' };

const SIZE = 50;

const COLUMNS: Column<SurveyInvitation>[] = [
  {
    header: '相談',
    rowHeader: true,
    width: '16rem',
    cell: ({ consultation }) =>
      consultation ? (
        <Link href={`/consultations/${consultation.id}` as Route}>
          {consultation.number}　{consultation.title}
        </Link>
      ) : (
        '－'
      ),
  },
  { header: '団体', cell: ({ municipalityLabel }) => municipalityLabel ?? '－' },
  { header: '依頼日', cell: ({ invitedOn }) => <Day value={invitedOn} /> },
  { header: '督促日', cell: ({ remindedOn }) => <Day value={remindedOn} /> },
  { header: '回答日', cell: ({ answeredOn }) => <Day value={answeredOn} /> },
  { header: '期限', cell: ({ closesOn }) => <Day value={closesOn} /> },
];

export default async function InvitationsPage({ searchParams }: PageProps<'/satisfaction/invitations'>) {
  const params = await searchParams;
  const query = queryOf(params, [...CONDITIONS, 'page']);
  const { items, total, more, refused } = await getInvitations(query);
  const back = queryOf(params, CONDITIONS);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '満足度', href: `/satisfaction?${back}` as Route }]} here="依頼" />
      <PageHeader title="満足度調査の依頼" />
      <RefusedConditions refused={refused} />
      {items.length === 0 ? (
        <EmptyState title="この条件の依頼はありません" />
      ) : (
        <Table caption="依頼の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} />
      )}
      <Pagination
        total={total}
        more={more}
        page={Number(query.get('page')) || 1}
        size={SIZE}
        href={(to) => withParams('/satisfaction/invitations', params, { page: to })}
      />
    </>
  );
}
