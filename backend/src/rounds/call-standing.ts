import type { Call } from '../contract/rounds.js';

/** Open from its first minute on until the closing minute begins: at 17:00 sharp, a call until 17:00 is closed. */
export function callStanding(now: Date, { opensAt, closesAt }: { opensAt: Date; closesAt: Date }): Call['standing'] {
  if (now < opensAt) return 'ahead';
  return now < closesAt ? 'open' : 'ended';
}
