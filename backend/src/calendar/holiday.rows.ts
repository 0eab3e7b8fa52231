import holidayJp from '@holiday-jp/holiday_jp';
import type { TableRows } from '../platform/sql/upsert.js';

/** The last year whose 春分の日 and 秋分の日 the state has announced (it does so in February of the year before). */
const LAST_ANNOUNCED_YEAR = '2027';

/** 国民の祝日 and 休日 from 1970 to 2050. */
export function holidayRows(): TableRows {
  return {
    table: 'holidays',
    key: ['calendar', 'day'],
    columns: { calendar: 'text', day: 'date', name: 'text', source: 'text', provisional: 'boolean' },
    versioned: true,
    rows: Object.values(holidayJp.holidays).map(({ date, name }) => ({
      calendar: 'national',
      day: date,
      name,
      source: '@holiday-jp/holiday_jp 2.5.1',
      provisional: date.slice(0, 4) > LAST_ANNOUNCED_YEAR,
    })),
  };
}
