/** A date that somebody wrote in a text: what stands there, the day it means, and what is wrong with it. */
export interface WrittenDate {
  written: string;
  /** YYYY-MM-DD, when it names a year and exists. */
  day: string | null;
  fault: 'noSuchDay' | 'wrongWeekday' | null;
}

const ERA_BEFORE: Record<string, number> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };
const WEEKDAYS = '日月火水木金土';
const DATE = new RegExp(
  [
    '(?:(?<era>令和|平成|[RH])\\s?(?<ofEra>元|\\d{1,2})|(?<year>(?<!\\d)(?:19|20)\\d{2}))',
    '(?:年\\s?(?<m1>\\d{1,2})月\\s?(?<d1>\\d{1,2})日|[./．-](?<m2>\\d{1,2})[./．-](?<d2>\\d{1,2})(?!\\d))',
    '|(?<!\\d)(?<m3>\\d{1,2})月\\s?(?<d3>\\d{1,2})日',
  ].join(''),
  'g',
);
const WEEKDAY_AFTER = /^\s?[（(]([日月火水木金土])(?:曜日?)?[)）]/;
const ADDRESS = /[\w.+-]+@[\w.-]+|https?:\/\/[\x21-\x7e]+/g;

/** All dates in a text, in Japanese or western years, wide or narrow figures; those inside addresses are left out. */
export function datesIn(text: string): WrittenDate[] {
  const plain = text
    .replace(/[０-９]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfee0))
    .replace(ADDRESS, ' ');
  return [...plain.matchAll(DATE)].map((match) => {
    const part = match.groups ?? {};
    const year = part.era ? eraYear(part.era, part.ofEra ?? '') : part.year ? Number(part.year) : null;
    const month = Number(part.m1 ?? part.m2 ?? part.m3);
    const date = Number(part.d1 ?? part.d2 ?? part.d3);
    const weekday = WEEKDAY_AFTER.exec(plain.slice(match.index + match[0].length))?.[1];
    return judge(match[0], year, month, date, weekday);
  });
}

const eraYear = (era: string, ofEra: string) => (ERA_BEFORE[era] ?? 0) + (ofEra === '元' ? 1 : Number(ofEra));

function judge(written: string, year: number | null, month: number, date: number, weekday?: string): WrittenDate {
  // Without a year 2月29日 may exist: a leap year says so.
  const at = new Date(Date.UTC(year ?? 2024, month - 1, date));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return { written, day: null, fault: 'noSuchDay' };
  if (year === null) return { written, day: null, fault: null };
  const wrong = weekday !== undefined && WEEKDAYS[at.getUTCDay()] !== weekday;
  return { written, day: at.toISOString().slice(0, 10), fault: wrong ? 'wrongWeekday' : null };
}
