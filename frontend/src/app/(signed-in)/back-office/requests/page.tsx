import { SUPPORT_OPEN_STATES, SUPPORT_STATE_LABEL } from '@musubi/backend/contract/back-office';
import type { Metadata, Route } from 'next';
import { getSupportRequests } from '@/back-office/api';
import { RequestTable } from '@/back-office/request-table';
import { withParams } from '@/lib/address';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EmptyState } from '@/ui/empty-state';
import { Link } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: '後方支援の依頼' };

const PATH = '/back-office/requests';
const STATES = [...SUPPORT_OPEN_STATES, 'closed', 'withdrawn'] as const;

export default async function SupportRequestsPage({ searchParams }: PageProps<'/back-office/requests'>) {
  const { state, teamId, roundId, overdue, page: at } = await searchParams;
  const filter = { state, teamId, roundId, overdue };
  const page = Number(at) || 1;
  const { items, total } = await getSupportRequests({ ...filter, page: String(page) });
  return (
    <>
      <Breadcrumb trail={[{ label: '後方支援の利用状況', href: '/back-office' as Route }]} here="後方支援の依頼" />
      <PageHeader title="後方支援の依頼">
        <nav aria-label="絞り込み" className="flex flex-wrap gap-x-4 gap-y-1">
          <Link href={withParams(PATH, filter, { state: null, overdue: null })}>全て</Link>
          {STATES.map((one) => (
            <Link key={one} href={withParams(PATH, filter, { state: one, overdue: null })}>
              {SUPPORT_STATE_LABEL[one]}
            </Link>
          ))}
          <Link href={withParams(PATH, filter, { state: null, overdue: 'true' })}>期限超過</Link>
        </nav>
      </PageHeader>
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
