const time = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: '2-digit', minute: '2-digit' });
const dayAndTime = new Intl.DateTimeFormat('ja-JP', {
  timeZone: 'Asia/Tokyo',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** 10:32, of an instant of today. */
export const clock = (instant: string): string => time.format(new Date(instant));

/** 11月20日 10:32 */
export const dayClock = (instant: string): string => dayAndTime.format(new Date(instant));
