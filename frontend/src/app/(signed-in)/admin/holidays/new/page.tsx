import { HOLIDAY_CALENDAR_LABEL } from '@musubi/backend/contract/calendar';
import { DEADLINE_KIND_LABEL } from '@musubi/backend/contract/deadlines';
import type { Metadata } from 'next';
import { HolidayForm } from '@/holidays/holiday-form';
import { Breadcrumb } from '@/ui/breadcrumb';
import { PageHeader } from '@/ui/page-header';

const CALENDARS = Object.entries(HOLIDAY_CALENDAR_LABEL).map(([value, label]) => ({ value, label }));

export const metadata: Metadata = { title: '休日の登録' };

export default function NewHolidayPage() {
  return (
    <div className="grid max-w-4xl gap-6">
      <Breadcrumb
        trail={[
          { label: '管理', href: '/admin' },
          { label: '休日', href: '/admin/holidays' },
        ]}
        here="登録"
      />
      <PageHeader title="休日の登録" />
      <HolidayForm calendars={CALENDARS} kinds={DEADLINE_KIND_LABEL} />
    </div>
  );
}
