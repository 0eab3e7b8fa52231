import { Controller, Get } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Health } from '../contract/health.js';
import { Public } from '../identity/current-actor.js';
import { TO_SEND } from '../notifications/mails.js';
import { Does, Returns } from '../platform/http/route.js';

/** A worker that hands nothing on for so long is not well, nor is an API that cannot read the holidays. */
const STALE_SECONDS = 600;

@Controller('health')
export class HealthController {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  @Get()
  @Public()
  @Returns(Health)
  @Does('稼働の状況を得る（待っている仕事の古さ）')
  async health(): Promise<Health> {
    const [{ event, mail }]: [{ event: number; mail: number }] = await this.db.query(
      `SELECT coalesce((SELECT extract(epoch FROM clock_timestamp() - min(occurred_at))::int FROM events WHERE id IN (
                          (SELECT id FROM events WHERE dispatched_at IS NULL ORDER BY id LIMIT 1)
                          UNION ALL SELECT min(event_id) FROM after_effects)), 0) AS event,
              coalesce((SELECT extract(epoch FROM clock_timestamp() - min(queued_at))::int FROM mails
                        WHERE ${TO_SEND} AND next_try_at <= clock_timestamp()), 0) AS mail`,
    );
    const [oldestEventSeconds, oldestMailSeconds] = [Math.max(0, event), Math.max(0, mail)];
    const holidaysReadSecondsAgo = this.calendar.ageSeconds();
    const ok = oldestEventSeconds < STALE_SECONDS && holidaysReadSecondsAgo < STALE_SECONDS;
    return {
      ok,
      oldestEventSeconds,
      oldestMailSeconds,
      holidaysReadSecondsAgo,
      holidaysUntil: this.calendar.almanac.horizon,
      holidaysTooShort: this.calendar.publishedTooShort(),
    };
  }
}
