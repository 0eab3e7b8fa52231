import { formatFiscalYear } from '@musubi/backend/contract/calendar';
import { type DurationRow, MEASURE_LABEL, Measure } from '@musubi/backend/contract/dashboards';
import type { Metadata, Route } from 'next';
import { getDurations } from '@/dashboards/api';
import { withParams } from '@/lib/address';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { type Column, Table } from '@/ui/table';
import { Tabs } from '@/ui/tabs';
import { Moment } from '@/ui/time';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '応答と回答までの日数' };

const SIZE = 50;

const columns = (reached: string): Column<DurationRow>[] => [
  { header: '受付番号', nowrap: true, cell: ({ number }) => number },
  {
    header: '件名',
    rowHeader: true,
    width: '14rem',
    cell: ({ id, title }) => <Link href={`/consultations/${id}` as Route}>{title}</Link>,
  },
  { header: '団体', cell: ({ municipality }) => municipality },
  { header: '提出', cell: ({ submittedAt }) => <Moment value={submittedAt} /> },
  { header: reached, cell: ({ at }) => <Moment value={at} /> },
  { header: '日数（営業日）', numeric: true, nowrap: true, cell: ({ days }) => days },
];

export default async function DurationsPage({ searchParams }: PageProps<'/dashboard/durations'>) {
  const params = await searchParams;
  const measure = Measure.catch('reply').parse(params.measure);
  const year = /^\d{4}$/.test(String(params.year)) ? String(params.year) : '';
  const page = Math.max(1, Number(params.page) || 1);
  const query = new URLSearchParams({ measure, page: String(page), size: String(SIZE), ...(year ? { year } : {}) });
  const { items, total } = await getDurations(query);
  const path = '/dashboard/durations';
  return (
    <>
      <WithoutScripts />
      <Breadcrumb trail={[{ label: '集計', href: withParams('/dashboard', {}, { year }) }]} here="日数" />
      <PageHeader title="応答と回答までの日数">
        <p>{year ? formatFiscalYear(Number(year)) : 'すべての年度'}。日数の長い順です。</p>
      </PageHeader>
      <Tabs
        label="日数の種類"
        tabs={Measure.options.map((each) => ({
          label: MEASURE_LABEL[each],
          href: withParams(path, {}, { measure: each, year }),
          current: each === measure,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title="該当する相談はありません" />
      ) : (
        <Table
          caption={`${MEASURE_LABEL[measure]}までの日数`}
          columns={columns(MEASURE_LABEL[measure])}
          rows={items}
          rowKey={({ id }) => id}
          dense
        />
      )}
      <Pagination total={total} page={page} size={SIZE} href={(to) => withParams(path, params, { page: to })} />
    </>
  );
}
