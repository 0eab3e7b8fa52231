// A second reckoning of due dates that shares nothing with the product: it counts days one by one in plain numbers.
// Its holidays come straight from the data package.
import { createRequire } from 'node:module';

const { holidays } = createRequire(import.meta.url)('@holiday-jp/holiday_jp');
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Days since 1970 of the holidays, counted from a calendar of our own. */
const closed = new Set();
const dateOf = [];
for (let [year, month, date, number] = [1970, 1, 1, 0]; year < 2051; number += 1) {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  dateOf.push(text);
  const yearEnd = (month === 12 && date >= 29) || (month === 1 && date <= 3);
  // 1 January 1970 was a Thursday.
  const weekend = [2, 3].includes(number % 7);
  if (weekend || yearEnd || text in holidays) closed.add(number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  date += 1;
  if (date > length) [date, month] = [1, month + 1];
  if (month > 12) [month, year] = [1, year + 1];
}

export const dayText = (day) => dateOf[day];
export const numberOf = (text) => dateOf.indexOf(text);

/** The business day from which an instant, in seconds of Tokyo since 1970, counts. */
function counted(second, cutOffSecond) {
  let day = Math.floor(second / DAY);
  if (!closed.has(day) && second % DAY > cutOffSecond) day += 1;
  while (closed.has(day)) day += 1;
  return day;
}

function later(day, workdays) {
  for (let left = workdays; left > 0; ) {
    day += 1;
    if (!closed.has(day)) left -= 1;
  }
  return day;
}

/** What the product's `explain` must come to. Instants are seconds of Tokyo, days are numbers. */
export function dueDay({ start, workdays, cutOffMinute, pauses, turns }) {
  const cutOff = cutOffMinute * MINUTE;
  let due = later(counted(start, cutOff), workdays);
  let stopped = -1;
  for (const turn of turns) {
    if (turn.kind === 'extend') {
      due = turn.day;
      while (closed.has(due)) due += 1;
    }
    if (turn.kind === 'pause' && pauses && stopped < 0) stopped = counted(turn.second, cutOff);
    if (turn.kind === 'resume' && stopped >= 0) {
      let lost = 0;
      for (let day = stopped + 1; day <= counted(turn.second, cutOff); day += 1) if (!closed.has(day)) lost += 1;
      due = later(due, lost);
      stopped = -1;
    }
  }
  return due;
}
