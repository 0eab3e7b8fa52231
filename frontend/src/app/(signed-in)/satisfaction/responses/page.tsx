import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getResponses } from '@/surveys/api';
import { CONDITIONS, queryOf } from '@/surveys/conditions';
import { CsvLinks } from '@/surveys/csv-links';
import { ResponseCard } from '@/surveys/response-card';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '満足度調査の回答' };

const SIZE = 20;

export default async function ResponsesPage({ searchParams }: PageProps<'/satisfaction/responses'>) {
  const params = await searchParams;
  const query = queryOf(params, [...CONDITIONS, 'question', 'value', 'page']);
  query.set('size', String(SIZE));
  const { items, total, more, refused } = await getResponses(query);
  const back = queryOf(params, CONDITIONS);
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '満足度', href: `/satisfaction?${back}` as Route }]} here="回答" />
      <PageHeader title="満足度調査の回答" actions={<CsvLinks href={`/api/satisfaction/responses.csv?${query}`} />}>
        <p>個別の回答です。窓口の管理職のほかに見せないでください。</p>
      </PageHeader>
      <RefusedConditions refused={refused} />
      {items.length === 0 && <EmptyState title="この条件の回答はありません" />}
      {items.map((response) => (
        <ResponseCard key={response.id} response={response} />
      ))}
      <Pagination
        total={total}
        more={more}
        page={Number(query.get('page')) || 1}
        size={SIZE}
        href={(to) => withParams('/satisfaction/responses', params, { page: to })}
      />
    </div>
  );
}
