import { PROPOSAL_STATE_LABEL, type ProposalSummary, SOLUTION_LABEL } from '@musubi/backend/contract/proposals';
import { ROUND_STATE_LABEL, WEIGHT_LABEL } from '@musubi/backend/contract/rounds';
import type { Metadata, Route } from 'next';
import { ask } from '@/proposals/actions';
import { getProposals } from '@/proposals/api';
import { AskForm } from '@/proposals/ask-form';
import { points } from '@/proposals/points';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { StatusBadge } from '@/ui/status-badge';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '編成案' };

const COLUMNS: readonly Column<ProposalSummary>[] = [
  {
    header: '編成案',
    cell: ({ id, serial, name }) => (
      <Link href={`/proposals/${id}` as Route}>
        第{serial}案　{name}
      </Link>
    ),
    rowHeader: true,
  },
  {
    header: '状態',
    cell: ({ appointed, state, status }) => (
      <StatusBadge tone={appointed ? 'done' : state === 'infeasible' || state === 'failed' ? 'alarm' : 'active'}>
        {appointed ? '確定' : status ? SOLUTION_LABEL[status] : PROPOSAL_STATE_LABEL[state]}
      </StatusBadge>
    ),
  },
  { header: '合計', cell: ({ total }) => points(total), numeric: true },
  { header: '上限', cell: ({ bound }) => points(bound), numeric: true },
  { header: '最低', cell: ({ minimum }) => points(minimum), numeric: true },
  { header: '元の案', cell: ({ madeFrom }) => (madeFrom ? `第${madeFrom.serial}案` : '－'), nowrap: true },
  { header: '作成者', cell: ({ createdBy }) => createdBy, nowrap: true },
  { header: '作成日時', cell: ({ createdAt }) => <Moment value={createdAt} />, nowrap: true },
];

export default async function ProposalsPage({ params }: PageProps<'/rounds/[id]/proposals'>) {
  const { id } = await params;
  const { round, items, weights, teamSize, mayAsk } = await getProposals(id);
  return (
    <>
      <Breadcrumb trail={[{ label: '編成', href: '/proposals' as Route }]} here={round.name} />
      <PageHeader
        title={`編成案　${round.name}`}
        badges={<StatusBadge tone="active">{ROUND_STATE_LABEL[round.state]}</StatusBadge>}
      >
        <p>適合度は、事務局と管理職だけが見る参考の点数です。公表しません。</p>
      </PageHeader>
      {items.length > 0 ? (
        <Table caption="編成案の一覧" columns={COLUMNS} rows={items} rowKey={(one) => one.id} dense />
      ) : (
        <EmptyState title="編成案はまだありません">
          {mayAsk ? '下の欄から計算を始めてください。' : '選定を確定すると、事務局が計算を始められます。'}
        </EmptyState>
      )}
      {mayAsk && (
        <Card title="新しい編成案を計算する">
          <AskForm
            action={ask.bind(null, id)}
            idPrefix="ask-"
            size={teamSize}
            weights={Object.entries(WEIGHT_LABEL).map(([key, label]) => ({
              ...{ key, label },
              points: weights[key as keyof typeof WEIGHT_LABEL],
            }))}
          />
        </Card>
      )}
    </>
  );
}
