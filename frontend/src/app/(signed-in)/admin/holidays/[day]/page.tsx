import { formatWarekiWeekday } from '@musubi/backend/contract/calendar';
import type { Metadata, Route } from 'next';
import { notFound } from 'next/navigation';
import { cancelHoliday } from '@/holidays/actions';
import { getHolidays } from '@/holidays/api';
import { HolidayForm } from '@/holidays/holiday-form';
import { Banner } from '@/ui/banner';
import { Breadcrumb } from '@/ui/breadcrumb';
import { EndButton } from '@/ui/end-button';
import { PageHeader } from '@/ui/page-header';

export const metadata: Metadata = { title: '休日' };

export default async function HolidayPage({ params }: PageProps<'/admin/holidays/[day]'>) {
  const { day } = await params;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) notFound();
  const { items, allowedActions } = await getHolidays(day.slice(0, 4));
  const holiday = items.find((item) => item.day === day) ?? notFound();
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
      {allowedActions.includes('update') && <HolidayForm holiday={holiday} />}
      {allowedActions.includes('end') && !holiday.cancelled && (
        <EndButton
          action={cancelHoliday.bind(null, day)}
          version={holiday.version}
          label="この休日を取り消す"
          confirm="取り消す"
        >
          取り消すと、この日は開庁日として数えます。設定済みの期限は変わりません。取り消しますか。
        </EndButton>
      )}
    </div>
  );
}
