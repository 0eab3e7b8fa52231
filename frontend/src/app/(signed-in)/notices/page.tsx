import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { readAll } from '@/notifications/actions';
import { getNotices } from '@/notifications/api';
import { NoticeList } from '@/notifications/notice-list';
import { Button } from '@/ui/button';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { Tabs } from '@/ui/tabs';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: 'お知らせ' };

export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  const params = await searchParams;
  const page = Number(params.page ?? 1) || 1;
  const unread = params.unread === 'yes';
  const notices = await getNotices(`page=${page}&size=30${unread ? '&unread=yes' : ''}`);
  return (
    <div className="grid max-w-4xl gap-6">
      <WithoutScripts />
      <PageHeader
        title="お知らせ"
        actions={
          <LinkButton href="/account/notices" variant="outline" size="sm">
            受け取り方を変える
          </LinkButton>
        }
      />
      <div className="flex flex-wrap items-center justify-between gap-4">
        <Tabs
          label="お知らせの範囲"
          tabs={[
            { label: '全て', href: '/notices', current: !unread },
            {
              label: '未読',
              href: withParams('/notices', {}, { unread: 'yes' }),
              count: notices.unread,
              current: unread,
            },
          ]}
        />
        {notices.unread > 0 && (
          <form action={readAll}>
            <Button variant="outline" size="sm">
              全て既読にする
            </Button>
          </form>
        )}
      </div>
      {notices.items.length === 0 ? (
        <EmptyState title={unread ? '未読のお知らせはありません' : 'お知らせはありません'} />
      ) : (
        <NoticeList notices={notices.items} />
      )}
      <Pagination
        total={notices.total}
        page={page}
        size={30}
        href={(to) => withParams('/notices', params, { page: to })}
      />
    </div>
  );
}
