// A year of 照会 and what ought to be said about them, counted day by day and without the product's own calendar.

import { randomFrom } from '../random.mjs';

const DAY = 86_400_000;
const plus = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** The business days of the year beginning with `from`. @param closed Set of holidays, YYYY-MM-DD */
export function businessDays(from, closed, length = 400) {
  const open = (day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const monthDay = day.slice(5);
    return weekday > 0 && weekday < 6 && monthDay > '01-03' && monthDay < '12-29' && !closed.has(day);
  };
  return Array.from({ length }, (_, index) => plus(from, index)).filter(open);
}

/** Business days over which the year goes. */
const YEAR = 245;
const STEPS = [-3, 0, 1, 3];

/**
 * Inquiries that together owe about so many reminders. Each: { asked, due, answered?: { index, early } }, days as indexes
 * into the business days. `early`: answered after the reminders were planned and before the first may be sent.
 */
export function makeYear({ reminders, seed, days }) {
  const random = randomFrom(seed);
  const dice = (sides) => random() * sides;
  const clusters = Math.max(12, Math.min(200, Math.floor(reminders / 50)));
  const inquiries = [];
  for (let count = 0, turn = 0; count < reminders; turn += 1) {
    const asked = Math.floor(((turn % clusters) * YEAR) / clusters);
    const inquiry = { asked, due: asked + 6, askedOn: days[asked], dueOn: days[asked + 6] };
    // A fifth is never answered, a tenth before anything is said; the others some day around the due day.
    const fate = dice(10);
    if (fate >= 2) inquiry.answered = { index: asked + (fate < 3 ? 1 : 3 + Math.floor(dice(7))), early: dice(2) < 1 };
    inquiries.push(inquiry);
    count += expected(inquiry).length;
  }
  return inquiries;
}

/** The steps of an inquiry that must be said: those at whose moment nobody had answered. */
export const expected = ({ due, answered }) =>
  STEPS.filter(
    (step) => !answered || answered.index > due + step || (answered.index === due + step && !answered.early),
  );

/** The steps for which a reminder is written down: also those that turn untrue before they may be sent. */
export const planned = ({ due, answered }) => STEPS.filter((step) => !answered || answered.index >= due + step);

export const instantOf = (day, time) => new Date(`${day}T${time}:00+09:00`);

/** Whether a mail that can wait may come now: 8:30 to 18:00 in Tokyo on a business day. */
export function inOfficeHours(instant, days) {
  const tokyo = new Date(instant.getTime() + 9 * 3_600_000).toISOString();
  const time = tokyo.slice(11, 16);
  return days.includes(tokyo.slice(0, 10)) && time >= '08:30' && time < '18:00';
}
