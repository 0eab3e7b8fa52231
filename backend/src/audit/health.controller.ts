import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Health } from '../contract/health.js';
import { Public } from '../identity/current-actor.js';
import { lastSweeps } from '../notifications/sweeps.js';
import { waitingMails } from '../notifications/waiting.js';
import { Does, Returns } from '../platform/http/route.js';

/** Work that lies for so long means that the workers are not well; so old holidays, that the API is not. */
const STALE_SECONDS = 600;

@Controller('health')
export class HealthController {
  private readonly since = performance.now();

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Get()
  @Public()
  @Returns(Health)
  @Does('稼働の状況を得る（待っている仕事の古さ、最後に終わった見回り）')
  async health(): Promise<Health> {
    const [oldestEventSeconds, mails, sweeps] = await Promise.all([
      this.oldestEvent(),
      waitingMails(this.db),
      lastSweeps(this.db),
    ]);
    const holidaysReadSecondsAgo = this.calendar.ageSeconds();
    // A sweep that never ran is as old as this process: a first start needs a moment.
    const upSeconds = (performance.now() - this.since) / 1000;
    const ages = sweeps.map(({ secondsAgo }) => secondsAgo ?? upSeconds);
    return {
      ok: Math.max(oldestEventSeconds, mails.oldestDueSeconds, holidaysReadSecondsAgo, ...ages) < STALE_SECONDS,
      oldestEventSeconds,
      ...mails,
      sweeps,
      holidaysReadSecondsAgo,
      holidaysUntil: this.calendar.almanac.horizon,
      holidaysTooShort: this.calendar.publishedTooShort(),
    };
  }

  private async oldestEvent(): Promise<number> {
    const [{ seconds }]: [{ seconds: number }] = await this.db.query(
      `SELECT greatest(0, extract(epoch FROM clock_timestamp() - min(occurred_at)))::int AS seconds FROM events WHERE id IN (
         (SELECT id FROM events WHERE dispatched_at IS NULL ORDER BY id LIMIT 1)
         UNION ALL SELECT min(event_id) FROM after_effects)`,
    );
    return seconds;
  }
}
