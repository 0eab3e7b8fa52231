import type { HolidayList } from '@musubi/backend/contract/calendar';
import { api } from '@/lib/api';

export const getHolidays = (year: string) => api<HolidayList>(`/holidays?year=${encodeURIComponent(year)}`);
