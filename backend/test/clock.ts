import { Clock } from '../src/calendar/clock.js';

/** Freezes the injected clock at a Tokyo wall time, such as '2026-11-20T09:00', for the rest of this test file. */
export function itIs(tokyo: string): void {
  const at = new Date(`${tokyo}+09:00`);
  if (Number.isNaN(at.getTime())) throw new Error(`not a wall time: ${tokyo}`);
  Clock.freeze(at);
}
