import type { ProposalComparison, ProposalSummary } from '@musubi/backend/contract/proposals';
import type { Metadata, Route } from 'next';
import { getComparison } from '@/proposals/api';
import { difference, points } from '@/proposals/points';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '編成案の比較' };

type Team = ProposalComparison['teams'][number];
type Moved = ProposalComparison['moved'][number];

const MOVED: readonly Column<Moved>[] = [
  { header: '支援官', cell: ({ officer }) => officer, rowHeader: true },
  { header: '移る前', cell: ({ from }) => from },
  { header: '移った後', cell: ({ to }) => to },
];

export default async function ComparePage({ params }: PageProps<'/proposals/[id]/compare/[other]'>) {
  const { id, other: otherId } = await params;
  const { one, other, round, same, teams, moved, rules } = await getComparison(id, otherId);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: round.name, href: `/rounds/${round.id}/proposals` as Route }]} here="比較" />
      <PageHeader title={`第${one.serial}案と第${other.serial}案の比較`}>
        <p>
          異なる{teams.length}チームだけを表示しています。同じチームは{same}です。
        </p>
      </PageHeader>
      <Table
        caption="全体の比較"
        columns={[
          { header: '項目', cell: ({ term }: Row) => term, rowHeader: true },
          { header: nameOf(one), cell: ({ before }: Row) => points(before), numeric: true },
          { header: nameOf(other), cell: ({ after }: Row) => points(after), numeric: true },
          {
            header: '差',
            cell: ({ before, after }: Row) => (before === null || after === null ? '－' : difference(before, after)),
            numeric: true,
          },
        ]}
        rows={[
          { term: '適合度の合計', before: one.total, after: other.total },
          { term: '最も低い適合度', before: one.minimum, after: other.minimum },
        ]}
        rowKey={({ term }) => term}
      />
      {teams.length > 0 ? (
        <Table
          caption="異なるチーム"
          columns={columnsOf(one, other)}
          rows={teams}
          rowKey={({ municipality }) => municipality.id}
          dense
        />
      ) : (
        <EmptyState title="チームは全て同じです">規則と設定だけが異なることがあります。</EmptyState>
      )}
      {moved.length > 0 && (
        <Card title={`動く支援官（${moved.length}人）`}>
          <Table caption="動く支援官" columns={MOVED} rows={moved} rowKey={({ officer }) => officer} dense />
        </Card>
      )}
      {rules.one.length + rules.other.length > 0 && (
        <Card title="異なる規則と設定">
          <ul className="grid gap-1">
            {rules.one.map((words) => (
              <li key={words}>
                第{one.serial}案だけ：{words}
              </li>
            ))}
            {rules.other.map((words) => (
              <li key={words}>
                第{other.serial}案だけ：{words}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <p className="flex flex-wrap gap-4">
        <Link href={`/proposals/${one.id}` as Route}>第{one.serial}案を開く</Link>
        <Link href={`/proposals/${other.id}` as Route}>第{other.serial}案を開く</Link>
      </p>
    </>
  );
}

interface Row {
  term: string;
  before: number | null;
  after: number | null;
}

const nameOf = ({ serial, name }: ProposalSummary) => `第${serial}案　${name}`;

const columnsOf = (one: ProposalSummary, other: ProposalSummary): readonly Column<Team>[] => [
  { header: '団体', cell: ({ municipality }) => municipality.label, rowHeader: true },
  { header: nameOf(one), cell: (team) => <Side side={team.one} />, width: '16rem' },
  { header: nameOf(other), cell: (team) => <Side side={team.other} />, width: '16rem' },
];

/** Who is only here stands out, and not by colour alone. */
function Side({ side }: { side: Team['one'] }) {
  if (!side) return '－';
  return (
    <div className="grid gap-1">
      <span>適合度 {points(side.score)}点</span>
      <ul className="grid gap-1">
        {side.officers.map(({ label, only }) => (
          <li key={label}>{only ? <strong>★ {label}</strong> : label}</li>
        ))}
      </ul>
    </div>
  );
}
