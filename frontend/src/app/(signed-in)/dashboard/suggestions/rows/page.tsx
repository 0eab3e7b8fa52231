import { CHOICE_KIND_LABEL, type ChosenPage, VERDICT_LABEL } from '@musubi/backend/contract/suggestions';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { getChosen } from '@/routing/api';
import { queryOf } from '@/surveys/conditions';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { type Column, Table } from '@/ui/table';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '採否の一覧' };

const SIZE = 50;
const CONDITIONS = ['year', 'kind', 'verdict', 'ministry', 'month'];

const COLUMNS: Column<ChosenPage['items'][number]>[] = [
  { header: '受付番号', nowrap: true, cell: ({ consultation }) => consultation.number },
  {
    header: '件名',
    width: '14rem',
    cell: ({ consultation: { id, title } }) => <Link href={`/consultations/${id}` as Route}>{title}</Link>,
  },
  {
    header: '候補',
    rowHeader: true,
    width: '12rem',
    cell: ({ kind, label }) => `${CHOICE_KIND_LABEL[kind]}：${label}`,
  },
  { header: '採否', nowrap: true, cell: ({ verdict }) => VERDICT_LABEL[verdict] },
  { header: '順位', numeric: true, nowrap: true, cell: ({ rank }) => rank },
  { header: '辞書の版', numeric: true, nowrap: true, cell: ({ knowledge }) => knowledge },
  { header: '担当者', cell: ({ chosenBy }) => chosenBy },
  { header: '日時', cell: ({ chosenAt }) => <Moment value={chosenAt} /> },
];

export default async function ChosenRowsPage({ searchParams }: PageProps<'/dashboard/suggestions/rows'>) {
  const params = await searchParams;
  const page = Math.max(1, Math.floor(Number(params.page)) || 1);
  const query = queryOf(params, CONDITIONS);
  const { items, total, refused } = await getChosen(query, page, SIZE);
  return (
    <>
      <WithoutScripts />
      <Breadcrumb
        trail={[
          { label: '集計', href: '/dashboard' },
          { label: '候補の採用率', href: withParams('/dashboard/suggestions', {}, { year: query.get('year') }) },
        ]}
        here="採否の一覧"
      />
      <PageHeader title="採否の一覧" />
      <RefusedConditions refused={refused} />
      {items.length === 0 ? (
        <EmptyState title="該当する採否はありません" />
      ) : (
        <Table caption="採否の一覧" columns={COLUMNS} rows={items} rowKey={({ id }) => id} dense />
      )}
      <Pagination
        total={total}
        page={page}
        size={SIZE}
        href={(to) => withParams('/dashboard/suggestions/rows', params, { page: to })}
      />
    </>
  );
}
