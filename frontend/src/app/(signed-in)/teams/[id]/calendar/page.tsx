import type { Metadata } from 'next';
import { getTeamCalendar } from '@/team-calendar/api';
import { FeedForm } from '@/team-calendar/feed-form';
import { Months } from '@/team-calendar/months';
import { Card } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { Moment } from '@/ui/time';

export const metadata: Metadata = { title: '年間の予定' };

export default async function TeamCalendarPage({ params }: PageProps<'/teams/[id]/calendar'>) {
  const { id } = await params;
  const { items, today, feedSince } = await getTeamCalendar(id);
  return (
    <>
      {items.length === 0 ? (
        <EmptyState title="予定は、まだありません">会議を予定し、又は約束を加えると、ここに載ります。</EmptyState>
      ) : (
        <Months entries={items} today={today} teamId={id} />
      )}
      <Card title="自分のカレンダーで見る">
        <div className="grid max-w-4xl gap-4">
          <p>
            お使いのカレンダーのアプリで、このチームの予定を購読できます。アドレスを知っている人は、だれでも予定の日時を見ることができます。約束の内容とオンライン会議のアドレスは載りません。チームを離れると、使えなくなります。
          </p>
          {feedSince && (
            <p>
              <Moment value={feedSince} /> に作ったアドレスがあります。作り直すと、前のアドレスは使えなくなります。
            </p>
          )}
          <FeedForm teamId={id} exists={feedSince !== null} />
        </div>
      </Card>
    </>
  );
}
