import { APPLICATION_STATE_LABEL } from '@musubi/backend/contract/applications';
import type { Selection } from '@musubi/backend/contract/selection';
import type { Metadata, Route } from 'next';
import { getSelection } from '@/selection/api';
import { AssignForm, DecideForm, LettersForm, ReasonForm } from '@/selection/forms';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';

export const metadata: Metadata = { title: '審査と選定' };

type Row = Selection['items'][number];
const figure = (value: number | null) => (value === null ? '－' : value.toFixed(2));

const COLUMNS: Column<Row>[] = [
  {
    header: '順位',
    numeric: true,
    cell: ({ rank, tied }) => (rank === null ? '－' : `${rank}${tied ? '（同点）' : ''}`),
    nowrap: true,
  },
  {
    header: '団体',
    rowHeader: true,
    cell: ({ applicationId, label }) => <Link href={`/applications/${applicationId}` as Route}>{label}</Link>,
  },
  { header: '受付番号', cell: ({ number }) => number, nowrap: true },
  {
    header: '審査票',
    cell: ({ applicationId, handedIn, assigned, mineOpen, label }) => (
      <Link href={`/applications/${applicationId}/review` as Route}>
        {`${handedIn}／${assigned}人提出${mineOpen ? '（あなたの票が未提出）' : ''}`}
        <span className="sr-only">：{label}</span>
      </Link>
    ),
    nowrap: true,
  },
  { header: '平均点', numeric: true, cell: ({ mean }) => figure(mean) },
  { header: '点の開き', numeric: true, cell: ({ spread }) => figure(spread) },
  {
    header: '結果',
    cell: ({ state, place, reason }) => (
      <>
        {state === 'submitted' ? '未決定' : APPLICATION_STATE_LABEL[state]}
        {place && `（第${place}順位）`}
        {reason && <div className="text-dns-14N-130">{reason}</div>}
      </>
    ),
    width: '16rem',
  },
];

const OUTCOMES: readonly Row['state'][] = ['chosen', 'reserve', 'notChosen'];

const decidable = ({ state, mean }: Row) => state === 'submitted' && mean !== null;

/** A choice for each row that may be decided; bound to the form around the table. */
const DECISION: Column<Row> = {
  header: '決定',
  cell: (row) =>
    decidable(row) ? (
      <select
        name={`outcome.${row.applicationId}`}
        aria-label={`${row.label}の決定`}
        defaultValue=""
        className="min-h-11 rounded-8 border border-solid-gray-600 bg-white px-2"
      >
        <option value="">決めない</option>
        <option value="chosen">選定</option>
        <option value="reserve">補欠</option>
        <option value="notChosen">不選定</option>
      </select>
    ) : (
      '－'
    ),
};

export default async function SelectionPage({ params, searchParams }: PageProps<'/rounds/[id]/selection'>) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { round, chosen, untold, items, reviewers, allowedActions } = await getSelection(id);
  const told = items.some(({ state }) => OUTCOMES.includes(state)) && untold === 0;
  const decides = allowedActions.includes('decide') && items.some(decidable);
  const table = (
    <Table
      caption="審査と選定"
      columns={decides ? [...COLUMNS, DECISION] : COLUMNS}
      rows={items}
      rowKey={({ applicationId }) => applicationId}
      dense
    />
  );
  const first = items.find(
    ({ place }) => place !== null && place === Math.min(...items.flatMap((one) => one.place ?? [])),
  );
  return (
    <>
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${id}` as Route }]} here="審査と選定" />
      <PageHeader title="審査と選定">
        <p>
          {`選定 ${chosen}／${round.places}団体。`}
          審査票は、割り当てた審査員の全員が提出するまで、ほかの審査員に見えません。点数は、応募者には示しません。
        </p>
      </PageHeader>
      <DoneBanner done={done} />
      {allowedActions.includes('assign') && (
        <Card title="審査員の割当て">
          <AssignForm roundId={id} reviewers={reviewers} />
        </Card>
      )}
      {allowedActions.includes('issueLetters') && (
        <Card title="選定結果の通知">
          <LettersForm roundId={id} untold={untold} />
        </Card>
      )}
      {told && round.state !== 'selecting' && <p>選定の結果は、全ての団体に通知しました。</p>}
      {first && allowedActions.includes('moveUp') && (
        <Card title="補欠の繰上げ">
          <div className="grid gap-4">
            <p>{`空きが${round.places - chosen}団体分あります。補欠の先頭は${first.label}です。`}</p>
            <ReasonForm roundId={id} id={first.applicationId} action="moveUp" label={`${first.label}を繰り上げる`} />
          </div>
        </Card>
      )}
      {items.length === 0 && <EmptyState title="応募はありません">市町村の応募が届くと、ここに並びます。</EmptyState>}
      {items.length > 0 && (decides ? <DecideForm roundId={id}>{table}</DecideForm> : table)}
    </>
  );
}
