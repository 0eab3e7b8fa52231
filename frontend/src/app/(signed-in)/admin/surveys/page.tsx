import type { SurveyDefinitions } from '@musubi/backend/contract/surveys';
import type { Metadata, Route } from 'next';
import { getDefinitions } from '@/surveys/api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { type Column, Table } from '@/ui/table';
import { Day } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '調査の設問' };

const COLUMNS: Column<SurveyDefinitions['items'][number]>[] = [
  {
    header: '調査',
    rowHeader: true,
    cell: ({ survey, name }) => <Link href={`/admin/surveys/${survey}` as Route}>{name}</Link>,
  },
  { header: '新しい版', cell: ({ version }) => `第${version}版`, nowrap: true },
  { header: '適用開始日', cell: ({ validFrom }) => <Day value={validFrom} />, nowrap: true },
  { header: '設問の数', cell: ({ questions }) => questions.length, numeric: true },
];

export default async function SurveysPage() {
  const { items } = await getDefinitions();
  const newest = items.filter(({ survey }, i) => items.findIndex((each) => each.survey === survey) === i);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '管理', href: '/admin' }]} here="調査の設問" />
      <PageHeader title="調査の設問" />
      <Table caption="調査の一覧" columns={COLUMNS} rows={newest} rowKey={({ survey }) => survey} />
    </>
  );
}
