import { randomUUID } from 'node:crypto';
import type { TeamPost } from '@musubi/backend/contract/team-posts';
import type { Metadata, Route } from 'next';
import { withParams } from '@/lib/address';
import { withdrawPost } from '@/teams/actions';
import { getPosts } from '@/teams/api';
import { PostForm } from '@/teams/post-form';
import { ActionButton } from '@/ui/action-button';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Pagination } from '@/ui/pagination';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '会話' };

const SIZE = 30;

export default async function TalkPage({ params, searchParams }: PageProps<'/teams/[id]/talk'>) {
  const [{ id }, filters] = [await params, await searchParams];
  const page = Number(filters.page) || 1;
  const { items, total, mayPost } = await getPosts(id, `?page=${page}&size=${SIZE}`);
  return (
    <div className="grid max-w-4xl gap-6">
      {mayPost && (
        <Card title="書き込む">
          <PostForm key={total} teamId={id} id={randomUUID()} />
        </Card>
      )}
      {total === 0 ? (
        <EmptyState title="書込みは、まだありません">会議の間の連絡や相談に使えます。</EmptyState>
      ) : (
        <ol className="grid gap-4" aria-label="書込み（新しい順）">
          {items.map((one) => (
            <Post key={one.id} post={one} teamId={id} />
          ))}
        </ol>
      )}
      <Pagination
        total={total}
        page={page}
        size={SIZE}
        href={(to) => withParams(`/teams/${id}/talk` as Route, filters, { page: String(to) })}
      />
    </div>
  );
}

function Post({ post: { id, body, by, at, mayWithdraw }, teamId }: { post: TeamPost; teamId: string }) {
  return (
    <li className="grid gap-2 rounded-12 border border-solid-gray-420 bg-white p-4">
      <p className="flex flex-wrap gap-x-4">
        <span className="font-700">{by}</span>
        <span className="text-solid-gray-700">
          <Moment value={at} />
        </span>
      </p>
      <p className="whitespace-pre-wrap break-words">{body ?? '（取り下げました）'}</p>
      {mayWithdraw && (
        <ActionButton action={withdrawPost.bind(null, teamId, id)} size="xs" variant="text">
          取り下げる
        </ActionButton>
      )}
    </li>
  );
}
