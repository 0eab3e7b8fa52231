import type { Metadata, Route } from 'next';
import { queryOf } from '@/surveys/conditions';
import { CsvLinks } from '@/surveys/csv-links';
import { getTeamRows } from '@/surveys/team-api';
import { Breadcrumb } from '@/ui/breadcrumb';
import { DescriptionList } from '@/ui/description-list';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '集計の基になった回答' };

export default async function TeamRowsPage({ params, searchParams }: PageProps<'/team-surveys/[id]/responses'>) {
  const { id } = await params;
  const query = queryOf(await searchParams, ['question', 'value']);
  const { name, items, total } = await getTeamRows(id, query);
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '集計', href: `/team-surveys/${id}` as Route }]} here="回答" />
      <PageHeader
        title={`集計の基になった回答（${total.toLocaleString('ja-JP')}件）`}
        actions={<CsvLinks href={`/api/team-surveys/${id}/responses.csv?${query}`} />}
      >
        <p>{name}。名前、地域、自由記述、回答の順序は含みません。</p>
      </PageHeader>
      {items.length === 0 && <EmptyState title="この条件の回答はありません" />}
      <ol className="grid gap-4">
        {items.map(({ no, answers }) => (
          <li key={no} className="rounded-12 border border-solid-gray-420 p-4">
            <DescriptionList items={answers.map(({ label, answer }) => ({ term: label, value: answer }))} />
          </li>
        ))}
      </ol>
    </div>
  );
}
