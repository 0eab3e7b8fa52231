import type { PublicTeams } from '@musubi/backend/contract/appointments';
import type { Metadata } from 'next';
import { getPublicTeams } from '@/proposals/api';
import { CsvLinks } from '@/surveys/csv-links';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '支援チームの一覧' };

type Team = PublicTeams['teams'][number];

const COLUMNS: readonly Column<Team>[] = [
  { header: '都道府県', cell: ({ prefecture }) => prefecture, nowrap: true },
  { header: '団体', cell: ({ municipality }) => municipality, rowHeader: true },
  {
    header: '支援官',
    cell: ({ officers }) =>
      officers.map(({ ministry, name }) => (name ? `${name}（${ministry}）` : ministry)).join('、'),
    width: '18rem',
  },
];

export default async function TeamsPage({ params }: PageProps<'/team-lists/[id]'>) {
  const { id } = await params;
  const { round, publishedAt, teams } = await getPublicTeams(id);
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title={`支援チームの一覧　${round}`}
        actions={<CsvLinks href={`/api/public/rounds/${id}/teams.csv`} />}
      >
        <p>
          <Moment value={publishedAt} /> 公表。{teams.length}団体。
        </p>
      </PageHeader>
      <Table caption="支援チーム" columns={COLUMNS} rows={teams} rowKey={({ municipality }) => municipality} />
    </>
  );
}
