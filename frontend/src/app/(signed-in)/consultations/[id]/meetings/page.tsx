import type { Metadata } from 'next';
import { getConsultation } from '@/consultations/api';
import { ActionItemForm } from '@/meetings/action-item-form';
import { ActionItemList } from '@/meetings/action-item-list';
import { getMeetings } from '@/meetings/api';
import { MeetingCard } from '@/meetings/meeting-card';
import { WishForm } from '@/meetings/wish-form';
import { Card } from '@/ui/card';
import { Disclosure } from '@/ui/disclosure';
import { EmptyState } from '@/ui/empty-state';

export const metadata: Metadata = { title: '打合せと宿題' };

export default async function MeetingsPage({ params }: PageProps<'/consultations/[id]/meetings'>) {
  const { id } = await params;
  const [consultation, meetings] = await Promise.all([getConsultation(id), getMeetings(id)]);
  const ministries = consultation.ministries.map(({ id: value, shortName: label }) => ({ value, label }));
  return (
    <div className="grid max-w-4xl gap-6">
      <h2 className="text-std-24B-150">打合せ</h2>
      {meetings.items.length === 0 && <EmptyState title="打合せはまだありません" />}
      {meetings.items.map((meeting) => (
        <MeetingCard key={meeting.id} meeting={meeting} ministries={ministries} />
      ))}
      {meetings.mayWish && (
        <Disclosure summary="打合せを希望する" open={meetings.items.length === 0}>
          <WishForm consultationId={id} />
        </Disclosure>
      )}
      <Card title="宿題">
        <div className="grid gap-4">
          <ActionItemList items={meetings.actionItems} />
          {meetings.mayAddItem && (
            <Disclosure summary="宿題を加える">
              <ActionItemForm
                consultationId={id}
                owners={[
                  { value: 'town', label: '団体' },
                  { value: 'desk', label: '窓口' },
                  ...ministries.map(({ value, label }) => ({ value: `ministry:${value}`, label })),
                ]}
              />
            </Disclosure>
          )}
        </div>
      </Card>
    </div>
  );
}
