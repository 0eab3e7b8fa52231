import type { Calendar } from '../calendar/calendar.js';
import { formatWarekiWeekday } from '../contract/calendar.js';
import { invalid } from '../platform/errors.js';

/** A due date is a coming business day of 行政機関. @throws DomainError invalid, naming the field and a day that would do. */
export function mustBeDueDay(calendar: Calendar, day: string, field: string): void {
  const today = calendar.today();
  if (day > today && calendar.isWorkday(day)) return;
  const next = day > today ? calendar.addWorkdays(day, 0) : calendar.addWorkdays(today, 1);
  const wrong = day > today ? '土曜日、日曜日、祝日及び年末年始は期限にできません' : '期限は明日以降の日にしてください';
  throw invalid({ [field]: `${wrong}。${formatWarekiWeekday(next)}以降の開庁日を入力してください` });
}
