import type { Metadata } from 'next';
import { withParams } from '@/lib/address';
import { getFollowUps } from '@/surveys/api';
import { queryOf } from '@/surveys/conditions';
import { CloseForm, TakeButton } from '@/surveys/follow-up-forms';
import { ResponseCard } from '@/surveys/response-card';
import { Breadcrumb } from '@/ui/breadcrumb';
import { Disclosure } from '@/ui/disclosure';
import { DoneBanner } from '@/ui/done-banner';
import { EmptyState } from '@/ui/empty-state';
import { PageHeader } from '@/ui/page-header';
import { Pagination } from '@/ui/pagination';
import { RefusedConditions } from '@/ui/refused-conditions';
import { Tabs } from '@/ui/tabs';
import { Moment } from '@/ui/time';
import { InwardNote } from '@/ui/voice';

export const metadata: Metadata = { title: '低い評価への対応' };

const SIZE = 20;

export default async function FollowUpsPage({ searchParams }: PageProps<'/satisfaction/follow-ups'>) {
  const params = await searchParams;
  const query = queryOf(params, ['state', 'page']);
  query.set('size', String(SIZE));
  const { items, total, refused } = await getFollowUps(query);
  const done = query.get('state') === 'done';
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb trail={[{ label: '満足度', href: '/satisfaction' }]} here="低い評価への対応" />
      <PageHeader title="低い評価への対応">
        <p>評価が2以下の回答です。事情を確かめ、対応の記録を残してください。</p>
      </PageHeader>
      <DoneBanner done={params.done} />
      <RefusedConditions refused={refused} />
      <Tabs
        label="対応の状態"
        tabs={[
          { label: '未対応', href: '/satisfaction/follow-ups', current: !done },
          { label: '完了', href: '/satisfaction/follow-ups?state=done', current: done },
        ]}
      />
      {items.length === 0 && <EmptyState title={done ? '完了した対応はありません' : '残っている対応はありません'} />}
      {items.map(({ id, owner, doneAt, doneBy, note, response, allowedActions }) => (
        <ResponseCard key={id} response={response}>
          <div className="mt-4 grid gap-4">
            <p>担当　{owner ?? '決まっていません'}</p>
            {allowedActions.includes('take') && <TakeButton id={id} />}
            {allowedActions.includes('close') && (
              <Disclosure summary="対応の記録を書いて完了する">
                <CloseForm id={id} />
              </Disclosure>
            )}
            {doneAt && (
              <InwardNote label="対応の記録（団体には見えません）">
                {note}
                {'\n'}
                {doneBy}　<Moment value={doneAt} />
              </InwardNote>
            )}
          </div>
        </ResponseCard>
      ))}
      <Pagination
        total={total}
        page={Number(query.get('page')) || 1}
        size={SIZE}
        href={(to) => withParams('/satisfaction/follow-ups', params, { page: to, done: null })}
      />
    </div>
  );
}
