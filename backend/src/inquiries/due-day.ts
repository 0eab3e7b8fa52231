import type { Calendar } from '../calendar/calendar.js';
import { formatWarekiWeekday } from '../contract/calendar.js';
import { invalid } from '../platform/errors.js';

/**
 * The due date of an inquiry is a coming business day of those who answer it.
 * @throws DomainError invalid, naming the field and a day that would do.
 */
export function mustBeDueDay(calendar: Calendar, day: string, field: string): void {
  const today = calendar.today();
  const { calendar: of } = calendar.almanac.ruleOf('inquiry', today);
  if (day > today && calendar.isWorkday(day, of)) return;
  const next = day > today ? calendar.addWorkdays(day, 0, of) : calendar.addWorkdays(today, 1, of);
  const wrong = day > today ? '土曜日、日曜日、祝日及び年末年始は期限にできません' : '期限は明日以降の日にしてください';
  throw invalid({ [field]: `${wrong}。${formatWarekiWeekday(next)}以降の開庁日を入力してください` });
}
