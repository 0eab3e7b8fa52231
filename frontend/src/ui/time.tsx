import { formatWareki, formatWarekiTime, formatWarekiWeekday, tokyoDay } from '@musubi/backend/contract/calendar';

/** 令和8年11月20日, of a day or an instant. */
export function Day({ value, weekday }: { value: string | null; weekday?: boolean }) {
  if (!value) return '－';
  const day = value.length > 10 ? tokyoDay(value) : value;
  return <time dateTime={day}>{weekday ? formatWarekiWeekday(day) : formatWareki(day)}</time>;
}

/** 令和8年11月20日 10:32, of an instant. */
export function Moment({ value }: { value: string | null }) {
  if (!value) return '－';
  return <time dateTime={value}>{formatWarekiTime(value)}</time>;
}
