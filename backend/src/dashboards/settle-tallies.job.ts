import { Injectable } from '@nestjs/common';
import { Calendar } from '../calendar/calendar.js';
import type { Job } from '../platform/jobs/job.js';
import { SURVEYS_COUNTED } from '../surveys/survey-tally.js';
import { Tallies } from '../tallies/tallies.js';
import { casesCounted } from './case-tally.js';

/** Nobody who looks at figures waits for what changed while nobody looked. */
@Injectable()
export class SettleTallies implements Job {
  readonly name = 'settle-tallies';
  readonly schedule = '* * * * *';

  constructor(
    private readonly tallies: Tallies,
    private readonly calendar: Calendar,
  ) {}

  async run(): Promise<void> {
    await this.tallies.settle(casesCounted(this.calendar));
    await this.tallies.settle(SURVEYS_COUNTED);
  }
}
