import type { Metadata } from 'next';
import { getWork } from '@/consultations/api';
import { WorkSection } from '@/consultations/work-section';
import { getMe } from '@/identity/api';
import { StandingInBanner } from '@/identity/standing-in';
import { getUndelivered } from '@/notifications/api';
import { UndeliveredBanner, UndeliveredCard } from '@/notifications/undelivered';
import { getMyPromises } from '@/team-meetings/api';
import { MyPromises } from '@/team-meetings/my-promises';
import { EmptyState } from '@/ui/empty-state';
import { LinkButton } from '@/ui/link';
import { PageHeader } from '@/ui/page-header';
import { WithoutScripts } from '@/ui/without-scripts';

export const metadata: Metadata = { title: '今日の仕事' };

export default async function WorkPage() {
  const [{ sections, standingInFor }, me, undelivered, promises] = await Promise.all([
    getWork(),
    getMe(),
    getUndelivered('size=5'),
    getMyPromises(),
  ]);
  const writes = me.roles.some(({ role }) => ['municipality', 'approver', 'desk', 'manager'].includes(role));
  const waiting = sections.filter(({ total }) => total > 0);
  return (
    <>
      <WithoutScripts />
      <PageHeader
        title="今日の仕事"
        actions={writes && <LinkButton href="/consultations/new">相談カルテを作る</LinkButton>}
      />
      <UndeliveredBanner address={undelivered.mine} />
      <StandingInBanner people={standingInFor} />
      {waiting.length === 0 && undelivered.total === 0 && promises.total === 0 && (
        <EmptyState title="待っている仕事はありません">新しい仕事ができると、ここに表示されます。</EmptyState>
      )}
      <div className="grid max-w-5xl gap-6">
        {undelivered.total > 0 && <UndeliveredCard {...undelivered} />}
        {promises.total > 0 && <MyPromises promises={promises.items} />}
        {waiting.map((section) => (
          <WorkSection key={section.key} section={section} />
        ))}
      </div>
    </>
  );
}
