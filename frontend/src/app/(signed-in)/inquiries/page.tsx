import type { Metadata } from 'next';
import { getInquiries } from '@/inquiries/api';
import { InquiryTable } from '@/inquiries/inquiry-table';
import { withParams } from '@/lib/address';
import { Banner } from '@/ui/banner';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '照会' };

const SIZE = 50;

/** The views of the list: which inquiries, as the API's filter. */
const VIEWS = {
  open: { label: '回答待ち', query: {} },
  overdue: { label: '期限超過', query: { overdue: 'true' } },
  questioned: { label: '逆質問中', query: { state: 'questioned' } },
  ended: { label: '終了', query: { state: 'answered,notApplicable' } },
} as const;

/** The rows behind 期限内率, reached from the figures: by ministry and 年度. */
const BY_TIMELINESS: Record<string, string> = { true: '期限内に終わった照会', false: '期限に遅れた照会' };

export default async function InquiriesPage({ searchParams }: PageProps<'/inquiries'>) {
  const params = await searchParams;
  const view = (Object.keys(VIEWS) as (keyof typeof VIEWS)[]).find((name) => name === params.view) ?? 'open';
  const page = Math.max(1, Number(params.page) || 1);
  const { timely, ministryId, year } = params;
  const behind = BY_TIMELINESS[String(timely)];
  const query = behind ? { timely, ministryId, year } : VIEWS[view].query;
  const { items, total } = await getInquiries({ ...query, page: String(page), size: String(SIZE) });
  return (
    <>
      <WithoutScripts />
      <PageHeader title={behind ?? '照会'} />
      {params.done === 'handedOn' && <Banner kind="success" title="照会を課室に回しました。" />}
      <Tabs
        label="照会の絞り込み"
        tabs={(Object.keys(VIEWS) as (keyof typeof VIEWS)[]).map((name) => ({
          label: VIEWS[name].label,
          href: withParams('/inquiries', {}, { view: name === 'open' ? null : name }),
          current: !behind && name === view,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={behind ? `${behind}はありません` : `「${VIEWS[view].label}」の照会はありません`} />
      ) : (
        <>
          <InquiryTable inquiries={items} />
          <Pagination
            total={total}
            page={page}
            size={SIZE}
            href={(to) => withParams('/inquiries', params, { page: to, done: null })}
          />
        </>
      )}
    </>
  );
}
