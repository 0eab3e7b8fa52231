import type { Holiday, HolidayList } from '@musubi/backend/contract/calendar';
import type { Recount } from '@musubi/backend/contract/deadlines';
import { api } from '@/lib/api';

export const getHolidays = (year: string) => api<HolidayList>(`/holidays?year=${encodeURIComponent(year)}`);

/** What would move if the day were no holiday. */
export const previewCancelling = ({ day, calendar, version }: Holiday) =>
  api<Recount>(`/holidays/${day}?version=${version}&calendar=${calendar}&preview=true`, { method: 'DELETE' });
