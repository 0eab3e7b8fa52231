import type { Metadata } from 'next';
import { getTeamSupport } from '@/back-office/api';
import { RequestTable } from '@/back-office/request-table';
import { withParams } from '@/lib/address';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Pagination } from '@/ui/pagination';

export const metadata: Metadata = { title: '後方支援' };

/** What the team asked, and how to ask. */
export default async function TeamSupportPage({ params, searchParams }: PageProps<'/teams/[id]/support'>) {
  const { id } = await params;
  const query = await searchParams;
  const page = Number(query.page) || 1;
  const { items, total, kinds, mayAsk } = await getTeamSupport(id, page);
  return (
    <>
      <h2 className="text-std-24B-150">後方支援</h2>
      {items.length === 0 ? (
        <EmptyState title="後方支援の依頼はまだありません">
          {mayAsk && '「後方支援を頼む」から、事務局と府省庁に尋ねることができます。'}
        </EmptyState>
      ) : (
        <>
          <RequestTable requests={items} />
          <Pagination
            total={total}
            page={page}
            size={50}
            href={(to) => withParams(`/teams/${id}/support`, query, { page: to })}
          />
        </>
      )}
      <Card title="後方支援の使い方">
        <ol className="grid list-decimal gap-2 pl-6">
          <li>{kinds.map(({ name }) => name).join('、')}について、支援官が尋ねることができます。</li>
          <li>頼む前に、似た依頼への回答、国の施策、好事例を探します。見つかれば、頼む必要はありません。</li>
          <li>事務局が受け持ち、必要に応じて府省庁に照会し、一つの回答にまとめて届けます。</li>
          <li>回答を読んだら、役立ち度を知らせてください。団体の職員には、依頼も回答も見えません。</li>
        </ol>
      </Card>
    </>
  );
}
