import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import {
  type NoticeChoices as Choices,
  NOTICE_TOPICS,
  type NoticePreferences,
  NoticeTopic,
} from '../contract/notices.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { usualHours } from './moments.js';
import { hoursOf } from './preferences.js';

/** What a person reads and how they want to be told. */
@Injectable()
export class NoticeChoices {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Marks one of the person's notices as read, or all. Doing it again changes nothing. */
  async read(actor: Actor, noticeId: string | null): Promise<void> {
    await this.db.query(
      `UPDATE notices SET read_at = $2 WHERE person_id = $1 AND in_app AND read_at IS NULL AND ($3::bigint IS NULL OR id = $3)`,
      [personId(actor), this.clock.now(), noticeId],
    );
  }

  async choices(actor: Actor): Promise<Choices> {
    const id = personId(actor);
    const chosen: Choices['topics'] = await this.db.query(
      'SELECT topic, moment, in_app AS "inApp", scope FROM notice_preferences WHERE person_id = $1',
      [id],
    );
    // As in recipients.ts: where a mailbox gets the mail, its people see it in the application.
    const byMailbox = actor.grants.length > 0 && actor.grants.every(({ role }) => role === 'ministry');
    const usual = { moment: byMailbox ? 'never' : 'now', inApp: true, scope: 'mine' } as const;
    const topics = NoticeTopic.options
      .filter((topic) => !NOTICE_TOPICS[topic].must)
      .map((topic) => chosen.find((one) => one.topic === topic) ?? { topic, ...usual });
    return { hours: await hoursOf(this.db.manager, id, usualHours(this.config)), topics, byMailbox };
  }

  async choose(actor: Actor, { hours, topics }: NoticePreferences): Promise<void> {
    const id = personId(actor);
    await this.db.transaction(async (tx) => {
      await tx.query(
        `INSERT INTO notice_hours (person_id, opens_at, closes_at, digest_at, digest_weekday, any_time)
         VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (person_id) DO UPDATE SET opens_at = excluded.opens_at, closes_at = excluded.closes_at,
           digest_at = excluded.digest_at, digest_weekday = excluded.digest_weekday,
           any_time = excluded.any_time`,
        [id, hours.opensAt, hours.closesAt, hours.digestAt, hours.digestWeekday, hours.anyTime],
      );
      for (const { topic, moment, inApp, scope } of topics.filter(({ topic }) => !NOTICE_TOPICS[topic].must)) {
        await tx.query(
          `INSERT INTO notice_preferences (person_id, topic, moment, in_app, scope) VALUES ($1, $2, $3, $4, $5)
           ON CONFLICT (person_id, topic) DO UPDATE SET moment = excluded.moment, in_app = excluded.in_app, scope = excluded.scope`,
          [id, topic, moment, inApp, scope],
        );
      }
      await record(tx, { type: 'person.chooseNotices', subjectId: id, actor, data: { topics } });
    });
  }
}
