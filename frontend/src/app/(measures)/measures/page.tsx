import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getMeasures } from '@/measures/api';
import { ChooseForm } from '@/measures/choose-form';
import { FileLinks } from '@/measures/file-links';
import { MeasureFilters } from '@/measures/measure-filters';
import { MeasureLinks } from '@/measures/measure-links';
import { MeasureTable } from '@/measures/measure-table';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '施策の一覧' };

const CONDITIONS = ['q', 'edition', 'kind', 'node', 'ministry', 'field', 'target', 'open', 'page', 'size'];

export default async function MeasuresPage({ searchParams }: PageProps<'/measures'>) {
  const params = await searchParams;
  const given = CONDITIONS.map((name) => [name, String([params[name]].flat()[0] ?? '')]);
  const query = new URLSearchParams(given.filter(([, value]) => value !== ''));
  const { items, total, choices, refused, ...links } = await getMeasures(query);
  const mayCollect = links.allowedActions.includes('collect');
  const here = withParams('/measures', params, {});
  return (
    <>
      <WithoutScripts />
      <PageHeader title="施策の一覧" actions={<MeasureLinks {...links} />}>
        <p className="max-w-4xl">
          国の総合戦略に記載された施策と、取り込んだ施策です。府省庁の「推定」は本システムによるもので、戦略の記載ではありません。
        </p>
      </PageHeader>
      <RefusedConditions refused={refused} />
      <MeasureFilters params={params} choices={choices} />
      {items.length === 0 && <EmptyState title="該当する施策はありません">条件を変えて探してください。</EmptyState>}
      {items.length > 0 && !mayCollect && <MeasureTable items={items} />}
      {items.length > 0 && mayCollect && (
        <ChooseForm back={here}>
          <MeasureTable items={items} choose />
        </ChooseForm>
      )}
      <Pagination
        total={total}
        page={Number(params.page ?? 1)}
        size={Number(params.size ?? 50)}
        href={(to) => withParams('/measures', params, { page: to })}
      />
      {mayCollect && total > 0 && <FileLinks query={query} />}
    </>
  );
}
