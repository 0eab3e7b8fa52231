import type { Metadata } from 'next';
import { getConsultations } from '@/consultations/api';
import { CaseTable } from '@/consultations/case-table';
import { Filters } from '@/consultations/filters';
import { withParams } from '@/lib/address';
import { filterOptions, STATE_OPTIONS } from '@/lib/filter-options';
import { Banner } from '@/ui/banner';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '相談の一覧' };

const GROUPS = [
  { value: '', label: 'すべて' },
  { value: 'open', label: '進行中' },
  { value: 'closed', label: '終了' },
];

export default async function ConsultationsPage({ searchParams }: PageProps<'/consultations'>) {
  const params = await searchParams;
  const [{ items, total, more }, options] = await Promise.all([getConsultations(params), filterOptions()]);
  const page = Number(params.page ?? 1);
  const size = Number(params.size ?? 50);
  const group = String(params.group ?? '');
  return (
    <>
      <WithoutScripts />
      <PageHeader title="相談の一覧" />
      <Tabs
        label="進行の別"
        tabs={GROUPS.map(({ value, label }) => ({
          label,
          href: withParams('/consultations', params, { group: value, state: null, page: null }),
          current: group === value,
        }))}
      />
      <Filters path="/consultations" params={params} states={STATE_OPTIONS} {...options} />
      {more && (
        <Banner
          kind="info"
          title={`該当する相談は${total.toLocaleString('ja-JP')}件以上あります。条件を加えて絞り込んでください。`}
        />
      )}
      {items.length === 0 ? (
        <EmptyState title="該当する相談はありません">条件を変えて探してください。</EmptyState>
      ) : (
        <CaseTable items={items} />
      )}
      <Pagination
        total={total}
        page={page}
        size={size}
        href={(to) => withParams('/consultations', params, { page: to })}
      />
    </>
  );
}
