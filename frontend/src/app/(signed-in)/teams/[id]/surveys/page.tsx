import { type MyTeamSurveys, OCCASION_LABEL } from '@musubi/backend/contract/team-surveys';
import type { Metadata, Route } from 'next';
import { getMyTeamSurveys } from '@/surveys/team-api';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '調査' };

type Row = MyTeamSurveys['items'][number];
const STATE: Record<Row['state'], string> = { open: '未回答', answered: '回答済み', closed: '受付終了' };

const COLUMNS: Column<Row>[] = [
  {
    header: '調査',
    rowHeader: true,
    cell: ({ name, occasion, href }) => (
      <Link href={href as Route}>
        {name}（{OCCASION_LABEL[occasion]}）
      </Link>
    ),
  },
  { header: '回答の期限', nowrap: true, cell: ({ closesOn }) => <Day value={closesOn} weekday /> },
  { header: '状況', nowrap: true, cell: ({ state }) => STATE[state] },
];

export default async function TeamSurveysPage({ params }: PageProps<'/teams/[id]/surveys'>) {
  const { items } = await getMyTeamSurveys((await params).id);
  return (
    <>
      <WithoutScripts />
      {items.length === 0 ? (
        <EmptyState title="回答する調査はありません">
          中間と期末の調査が始まると、メールで依頼し、ここにも示します。
        </EmptyState>
      ) : (
        <Table caption="回答する調査" columns={COLUMNS} rows={items} rowKey={({ href }) => href} />
      )}
    </>
  );
}
