import { SUPPORT_OPEN_STATES, SUPPORT_STATE_LABEL } from '@musubi/backend/contract/back-office';
import type { Metadata, Route } from 'next';
import { getSupportRequests } from '@/back-office/api';
import { RequestTable } from '@/back-office/request-table';
import { type SearchParams, withParams } from '@/lib/address';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { Tabs } from '@/ui/tabs';

export const metadata: Metadata = { title: '後方支援の依頼' };

const PATH = '/back-office/requests';
const OPEN = SUPPORT_OPEN_STATES.join(',');
const STATES = [...SUPPORT_OPEN_STATES, 'closed', 'withdrawn'] as const;
const VIEWS = [
  { key: '', label: '全て' },
  { key: OPEN, label: '対応中', state: OPEN },
  ...STATES.map((state) => ({ key: state, label: SUPPORT_STATE_LABEL[state] ?? state, state })),
  { key: 'overdue', label: '期限超過', overdue: 'true' },
];

export default async function SupportRequestsPage({ searchParams }: PageProps<'/back-office/requests'>) {
  const { state, teamId, roundId, overdue, page: at } = await searchParams;
  const page = Number(at) || 1;
  const asked = { state, teamId, roundId, overdue };
  const { items, total, refused } = await getSupportRequests({ ...asked, page: String(page) });
  const filter: SearchParams = refused ? {} : asked;
  const view = filter.overdue ? 'overdue' : String([filter.state].flat()[0] ?? '');
  return (
    <>
      <Breadcrumb trail={[{ label: '後方支援の利用状況', href: '/back-office' as Route }]} here="後方支援の依頼" />
      <PageHeader title="後方支援の依頼" />
      <RefusedConditions refused={refused} />
      <Tabs
        label="絞り込み"
        tabs={VIEWS.map(({ key, label, ...change }) => ({
          label,
          href: withParams(PATH, filter, { state: null, overdue: null, ...change }),
          current: view === key,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title="この条件に当たる依頼はありません" />
      ) : (
        <>
          <RequestTable requests={items} withTeam />
          <Pagination total={total} page={page} size={50} href={(to) => withParams(PATH, filter, { page: to })} />
        </>
      )}
    </>
  );
}
