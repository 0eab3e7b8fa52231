import { describe, expect, it, test } from '@jest/globals';
import { dice } from '../../test/journeys/dice.js';
import { explain, type Turn } from './explain.js';
import { holidayRows } from './holiday.rows.js';
import { closedFor, plusDays } from './workdays.js';

const HOLIDAYS = new Map(holidayRows().rows.map((row) => Object.values(row).slice(1, 3) as [string, string]));
const RULE = { workdays: 3, cutOff: '17:15', pauses: true };
const at = (tokyo: string) => new Date(`${tokyo}+09:00`).toISOString();
const due = (tokyo: string, workdays = 3, holidays = HOLIDAYS) =>
  explain({ startedAt: at(tokyo), turns: [] }, { ...RULE, workdays }, holidays).dueOn;

test.each([
  ['2025-12-25T10:00', 3, '2026-01-06', 'over the turn of the year'],
  ['2026-04-28T10:00', 3, '2026-05-07', 'over 昭和の日 and Golden Week'],
  ['2026-09-18T10:00', 1, '2026-09-24', 'over a silver week with 国民の休日'],
  ['2028-02-28T10:00', 1, '2028-02-29', 'on a leap day'],
  ['2028-02-29T10:00', 1, '2028-03-01', 'after a leap day'],
  ['2026-11-19T23:59:59', 1, '2026-11-24', 'a second before midnight: from the 20th, over 勤労感謝の日'],
  ['2026-11-20T00:00:00', 1, '2026-11-24', 'at midnight: from the 20th'],
  ['2026-11-19T17:14:59', 1, '2026-11-20', 'a second before the cut-off'],
  ['2026-11-19T17:15:00', 1, '2026-11-20', 'at the cut-off'],
  ['2026-11-19T17:15:01', 1, '2026-11-24', 'a second after the cut-off'],
  ['2026-11-21T18:00:00', 1, '2026-11-25', 'late on a Saturday: it is not later than on its morning'],
  ['2026-11-20T10:00', 0, '2026-11-20', 'on the same day, with no business day'],
])('what starts at %s and takes %i business days is due on %s: %s', (start, workdays, day) => {
  expect(due(start, workdays)).toBe(day);
});

it('moves by a holiday that was declared the day before', () => {
  const declared = new Map([...HOLIDAYS, ['2026-11-25', '臨時の休日']]);
  expect([due('2026-11-19T10:00'), due('2026-11-19T10:00', 3, declared)]).toEqual(['2026-11-25', '2026-11-26']);
});

it('names every skipped day', () => {
  const { lines } = explain({ startedAt: at('2026-12-25T18:00'), turns: [] }, RULE, HOLIDAYS);
  expect(lines).toMatchObject([
    {
      kind: 'start',
      late: true,
      day: '2026-12-28',
      skipped: [
        { day: '2026-12-26', name: '土曜日' },
        { day: '2026-12-27', name: '日曜日' },
      ],
    },
    {
      kind: 'count',
      day: '2027-01-06',
      skipped: [
        ...['2026-12-29', '2026-12-30', '2026-12-31'].map((day) => ({ day, name: '年末年始' })),
        { day: '2027-01-01', name: '元日' },
        ...['2027-01-02', '2027-01-03'].map((day) => ({ day, name: '年末年始' })),
      ],
    },
    { kind: 'due', day: '2027-01-06' },
  ]);
});

it('does not give back a pause when the rule lets the clock run on', () => {
  const turns: Turn[] = [
    { type: 'pause', at: at('2026-11-19T10:00') },
    { type: 'resume', at: at('2026-11-26T10:00') },
  ];
  const startedAt = at('2026-11-19T09:00');
  expect(explain({ startedAt, turns }, RULE, HOLIDAYS).dueOn).toBe('2026-12-01');
  expect(explain({ startedAt, turns }, { ...RULE, pauses: false }, HOLIDAYS).dueOn).toBe('2026-11-25');
});

describe('whatever happened', () => {
  const roll = dice(20261122);
  const day = (from: string, days: number) => plusDays(from, roll.below(days));
  const moment = (of: string) => at(`${of}T${roll.pick(['00:00:00', '09:30:00', '17:15:00', '17:15:01', '23:59:59'])}`);

  /** Every calendar day from one date to the next is either counted or named as skipped, and as many count as are said. */
  function proves(from: string, workdays: number, { day: to, skipped }: { day: string; skipped: { day: string }[] }) {
    const named = new Set(skipped.map((one) => one.day));
    const wrong: string[] = [];
    let counted = 0;
    for (let at = plusDays(from, 1); at <= to; at = plusDays(at, 1)) {
      if (named.has(at) !== (closedFor(at, HOLIDAYS) !== undefined)) wrong.push(at);
      if (!named.has(at)) counted += 1;
    }
    expect(wrong).toEqual([]);
    expect(counted).toBe(workdays);
  }

  test.each(Array.from({ length: 300 }, (_, i) => i))('the sum of the lines is the date (%i)', () => {
    const first = day('2019-01-01', 3000);
    let now = first;
    const turns = Array.from({ length: roll.below(6) }, (): Turn => {
      now = day(now, 40);
      return roll.pick<Turn>([
        { type: 'pause', at: moment(now) },
        { type: 'resume', at: moment(now) },
        { type: 'set', at: moment(now), dueOn: day(now, 60), cause: 'extension', by: 'A', reason: '調整のため' },
        { type: 'recount', at: moment(now), cause: 'holiday', before: now },
      ]);
    });
    const rule = { workdays: roll.below(25), cutOff: roll.pick(['12:00', '17:15']), pauses: roll.chance(0.8) };
    const { dueOn, lines } = explain({ startedAt: moment(first), turns }, rule, HOLIDAYS);

    let date = first;
    for (const line of lines) {
      if (line.kind === 'count') proves(date, line.workdays, line);
      if (line.kind === 'pause') {
        if (line.workdays > 0) proves(date, line.workdays, line);
        if (line.until) proves(line.from, line.workdays, { day: line.until, skipped: line.closed });
      }
      if (line.kind === 'recount' || line.kind === 'due') expect(line.day).toBe(date);
      if (line.kind === 'set') expect([...line.skipped.map((one) => one.day), line.day][0]).toBe(line.wanted);
      expect(closedFor(line.day, HOLIDAYS)).toBeUndefined();
      date = line.day;
    }
    expect(lines.at(-1)).toEqual({ kind: 'due', day: dueOn });
  });
});
