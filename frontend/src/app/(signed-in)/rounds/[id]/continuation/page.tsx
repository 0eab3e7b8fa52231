import { type Continuations, OUTCOME_LABEL } from '@musubi/backend/contract/continuation';
import type { Metadata, Route } from 'next';
import { getContinuations } from '@/continuation/api';
import { yearsInWords } from '@/continuation/words';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '継続の希望' };

type Row = Continuations['items'][number];

const COLUMNS: Column<Row>[] = [
  {
    header: '団体',
    rowHeader: true,
    cell: ({ teamId, municipality }) => <Link href={`/teams/${teamId}/continuation` as Route}>{municipality}</Link>,
  },
  { header: '希望', nowrap: true, cell: ({ wish }) => (wish ? yearsInWords(wish.years) : '未定') },
  { header: '伝えた日', nowrap: true, cell: ({ wish }) => (wish ? <Day value={wish.saidOn} /> : '－') },
  {
    header: '継続して取り組みたいこと',
    width: '16rem',
    cell: ({ wish, theme }) => <span className="line-clamp-3 whitespace-pre-wrap">{wish?.note || theme}</span>,
  },
  {
    header: '引き続き希望する支援官',
    cell: ({ wish }) => wish?.again.map(({ ministry, name }) => `${ministry}　${name}`).join('、') || '－',
  },
  {
    header: '決定',
    width: '8rem',
    cell: ({ decision }) =>
      decision ? (
        <>
          {OUTCOME_LABEL[decision.outcome]}
          {decision.round && `（${decision.round}）`}
          <div>{decision.reason}</div>
        </>
      ) : (
        '未決定'
      ),
  },
];

export default async function ContinuationsPage({ params }: PageProps<'/rounds/[id]/continuation'>) {
  const { round, counts, items } = await getContinuations((await params).id);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${round.id}` as Route }]} here="継続" />
      <PageHeader title="継続の希望">
        <p>
          {`必要 ${counts.wished}団体、必要ない ${counts.declined}団体、未定又は未回答 ${counts.silent}団体。`}
          年数の多い順に並べています。団体名から、次の年度に引き継ぐかを決めます。
        </p>
      </PageHeader>
      {items.length === 0 ? (
        <EmptyState title="チームはありません">任命の後に、チームがここに並びます。</EmptyState>
      ) : (
        <Table caption="継続の希望" columns={COLUMNS} rows={items} rowKey={({ teamId }) => teamId} dense />
      )}
    </>
  );
}
