import { formatWarekiWeekday } from '@musubi/backend/contract/calendar';
import { DEADLINE_KIND_LABEL } from '@musubi/backend/contract/deadlines';
import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cancelHoliday } from '@/holidays/actions';
import { getHolidays, previewCancelling } from '@/holidays/api';
import { HolidayForm } from '@/holidays/holiday-form';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EndButton } from '@/ui/end-button';
import { MovedDeadlines } from '@/ui/moved-deadlines';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '休日' };

export default async function HolidayPage({ params, searchParams }: PageProps<'/admin/holidays/[day]'>) {
  const [{ day }, { calendar = 'national' }] = await Promise.all([params, searchParams]);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) notFound();
  const { items, allowedActions } = await getHolidays(day.slice(0, 4));
  const holiday = items.find((item) => item.day === day && item.calendar === calendar) ?? notFound();
  const moved = allowedActions.includes('end') && !holiday.cancelled && (await previewCancelling(holiday));
  const title = `${formatWarekiWeekday(day)} ${holiday.name}`;
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '休日', href: `/admin/holidays?year=${day.slice(0, 4)}` as Route },
        ]}
        here={title}
      />
      <PageHeader title={title} />
      {holiday.cancelled && (
        <Banner kind="warning" title="この休日は取り消されています。">
          変更すると、再び休日として数えます。
        </Banner>
      )}
      {allowedActions.includes('update') && (
        <HolidayForm holiday={holiday} calendars={[]} kinds={DEADLINE_KIND_LABEL} />
      )}
      {moved && (
        <EndButton
          action={cancelHoliday.bind(null, { day, calendar: holiday.calendar })}
          version={holiday.version}
          label="この休日を取り消す"
          confirm="取り消す"
        >
          取り消すと、この日は開庁日として数え、対応中の期限を計算し直します。取り消しますか。
          <MovedDeadlines recount={moved} kinds={DEADLINE_KIND_LABEL} />
        </EndButton>
      )}
    </div>
  );
}
