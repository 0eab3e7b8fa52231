import { z } from 'zod';

/** A day that people may mean: PostgreSQL has no year 0, and a year of four digits is easily mistyped. */
export const dayNamed = (message: string) =>
  z.iso.date(message).refine((day) => day >= '1900-01-01' && day < '2200-01-01', message);

/** A Tokyo day, YYYY-MM-DD. */
export const Day = dayNamed('日付は 2026-11-20 の形で入力してください');

const ERAS = [
  { name: '令和', letter: 'R', since: '2019-05-01', before: 2018 },
  { name: '平成', letter: 'H', since: '1989-01-08', before: 1988 },
  { name: '昭和', letter: 'S', since: '1926-12-25', before: 1925 },
] as const;

const TOKYO_AHEAD_MS = 9 * 3_600_000;

/** The Tokyo wall clock at an instant, 'YYYY-MM-DDTHH:mm:ss.SSS…', whatever the zone of the process: 9 hours ahead, all year. */
export const tokyoWallClock = (instant: Date | string): string =>
  new Date(new Date(instant).getTime() + TOKYO_AHEAD_MS).toISOString();

/** The Tokyo day of an instant: 'YYYY-MM-DD'. */
export const tokyoDay = (instant: Date | string): string => tokyoWallClock(instant).slice(0, 10);

/** The Tokyo time of an instant: 'HH:mm'. */
export const tokyoTime = (instant: Date | string): string => tokyoWallClock(instant).slice(11, 16);

/** 令和8年11月20日. Days before 昭和 keep their western year. */
export function formatWareki(day: string): string {
  const [year = 0, month = 0, date = 0] = day.slice(0, 10).split('-').map(Number);
  const era = ERAS.find(({ since }) => day >= since);
  const ofEra = era ? year - era.before : year;
  return `${era?.name ?? ''}${ofEra === 1 ? '元' : ofEra}年${month}月${date}日`;
}

/** 令和8年11月20日 10:32, of an instant. */
export const formatWarekiTime = (instant: Date | string): string =>
  `${formatWareki(tokyoDay(instant))} ${tokyoTime(instant)}`;

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;

/** 令和8年11月20日（金） */
export const formatWarekiWeekday = (day: string): string =>
  `${formatWareki(day)}（${WEEKDAYS[new Date(`${day.slice(0, 10)}T00:00:00Z`).getUTCDay()]}）`;

/** 年度: the western year in which its April falls. */
export function fiscalYear(day: string): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5, 7) >= '04' ? year : year - 1;
}

/** A 年度 bears the name of the era in which most of it lies: 2019 is 令和元年度, 1988 is 昭和63年度. */
const eraOfFiscalYear = (year: number) => ERAS.find(({ before }) => year > before);

/** 'R8' for 2026. */
export function fiscalYearLabel(year: number): string {
  const era = eraOfFiscalYear(year);
  return era ? `${era.letter}${year - era.before}` : String(year);
}

/** 令和8年度 */
export function formatFiscalYear(year: number): string {
  const era = eraOfFiscalYear(year);
  const ofEra = era ? year - era.before : year;
  return `${era?.name ?? ''}${ofEra === 1 ? '元' : ofEra}年度`;
}

/** Whose day it is: of all 行政機関, or a closed day of one kind of office. */
export const HolidayCalendar = z.enum(['national', 'desk', 'ministry', 'municipality']);
export type HolidayCalendar = z.infer<typeof HolidayCalendar>;

export const HOLIDAY_CALENDAR_LABEL: Record<HolidayCalendar, string> = {
  national: '全て（国民の祝日など）',
  desk: '窓口のみ',
  ministry: '府省庁のみ',
  municipality: '市区町村のみ',
};

/** A 国民の祝日 or another day on which 行政機関 are closed, beyond weekends and the year's end. */
export const Holiday = z
  .object({
    calendar: HolidayCalendar,
    day: Day,
    name: z.string(),
    source: z.string(),
    /** Not yet announced by the state (春分の日 and 秋分の日 are fixed in February of the year before). */
    provisional: z.boolean(),
    /** Struck out by an administrator: kept for the trail, not counted. */
    cancelled: z.boolean(),
    version: z.number().int(),
  })
  .meta({ id: 'Holiday' });
export type Holiday = z.infer<typeof Holiday>;

export const HolidayList = z
  .object({
    items: z.array(Holiday),
    total: z.number().int(),
    /** The last day of the last year whose holidays are published; later due dates are provisional. */
    publishedUntil: Day,
    /** That is less than 14 months away: time to import the next year. */
    publishedTooShort: z.boolean(),
    allowedActions: z.array(z.enum(['create', 'update', 'end'])),
  })
  .meta({ id: 'HolidayList' });
export type HolidayList = z.infer<typeof HolidayList>;

export const HolidayFilter = z.object({
  year: z.coerce.number().int().min(1948).max(2100).optional(),
});
export type HolidayFilter = z.infer<typeof HolidayFilter>;

export const HolidayInput = z.object({
  calendar: HolidayCalendar.default('national'),
  /** The version that was edited; 0 for a day that is not in the table yet. */
  version: z.number().int().min(0),
  name: z.string().trim().min(1, '名称を入力してください').max(50, '名称は50文字以内で入力してください'),
  source: z.string().trim().min(1, '出典を入力してください').max(200, '出典は200文字以内で入力してください'),
  provisional: z.boolean().default(false),
});
export type HolidayInput = z.infer<typeof HolidayInput>;

/** The Cabinet Office's file of holidays, as it is downloaded (Shift_JIS or UTF-8), in base64. */
export const HolidayFile = z.object({
  file: z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/, 'ファイルを選んでください')
    .min(1, 'ファイルを選んでください')
    .max(400_000, 'ファイルが大きすぎます'),
  /** The version of the table that the preview was made of. */
  seen: z.number().int('先に違いを確認してください').nullable().default(null),
});
export type HolidayFile = z.infer<typeof HolidayFile>;

const NamedDay = z.object({ day: Day, name: z.string() });

/** What the file changes in the years it covers. */
export const HolidayDifference = z.object({
  firstYear: z.number().int(),
  lastYear: z.number().int(),
  added: z.array(NamedDay),
  removed: z.array(NamedDay),
  renamed: z.array(NamedDay.extend({ before: z.string() })),
  /** Days that were provisional and are now published. */
  confirmed: z.array(NamedDay),
});
export type HolidayDifference = z.infer<typeof HolidayDifference>;
