import { Injectable } from '@nestjs/common';

/** What time it is. Rules and jobs ask here, so that a test can say when it is. */
@Injectable()
export class Clock {
  private static frozenAt: Date | undefined;

  /** Stops every clock at this instant; without one they run again. For tests and the demo only. */
  static freeze(at?: Date): void {
    Clock.frozenAt = at;
  }

  now(): Date {
    return new Date(Clock.frozenAt ?? Date.now());
  }
}
