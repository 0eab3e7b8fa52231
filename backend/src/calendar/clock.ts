import { Injectable } from '@nestjs/common';

/** What time it is. Rules and jobs ask here, so that a test can say when it is. */
@Injectable()
export class Clock {
  private static frozenAt: Date | undefined;
  private static aheadMs = 0;

  /** Stops every clock at this instant; without one they run again. For tests only. */
  static freeze(at?: Date): void {
    Clock.frozenAt = at;
  }

  /** Lets every clock run ahead of the real one. For the demo only. */
  static runAhead(ms: number): void {
    Clock.aheadMs = ms;
  }

  now(): Date {
    return new Date(Clock.frozenAt ?? Date.now() + Clock.aheadMs);
  }
}
