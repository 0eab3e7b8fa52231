import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import type { Due } from './dues.js';
import { MAIL_FOR, topicOf } from './mail-for.js';
import { Mails } from './mails.js';
import { mailFrom, usualHours } from './moments.js';
import { wishesOf } from './preferences.js';
import { addresseesOf, type Subject } from './recipients.js';
import { REMIND_FOR } from './remind-for.js';
import { type News, writeNotice } from './write-notice.js';

/** Writes down who is to be told what: one notice for each addressee, fact and day, however often it is asked for. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly mails: Mails,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The notices of an event; those that may be mailed now get their mails in the same transaction. */
  async announce(eventId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [event]: (Subject & { type: string; occurred_at: Date; actor_id: string | null })[] = await tx.query(
        'SELECT type, consultation_id, subject_id, occurred_at, actor_id FROM events WHERE id = $1',
        [eventId],
      );
      if (!event) throw new Error(`no event ${eventId}`);
      const told = new Set<string>();
      for (const [index, rule] of (MAIL_FOR[event.type] ?? []).entries()) {
        const { consultation_id, subject_id, actor_id } = event;
        if (rule.notToActor && actor_id) told.add(actor_id);
        await this.tell(
          tx,
          {
            consultation_id,
            subject_id,
            to: rule.to,
            topic: topicOf(event.type, rule),
            rule: `${event.type}/${index}`,
            atOnce: rule.atOnce === true,
            fact: `event-${eventId}`,
            day: tokyoDay(event.occurred_at),
            eventId,
            step: null,
            dueOn: null,
          },
          told,
        );
      }
      await this.mails.forEvent(tx, `event-${eventId}`);
    });
  }

  static factOf({ kind, subject_id }: Pick<Due, 'kind' | 'subject_id'>): string {
    return `due-${kind}-${subject_id}`;
  }

  /**
   * The reminders of something due.
   * @param step business days from the due day
   * @param day the day of that step; one reminder for each
   * @param escalated tells the managers instead of those who owe it
   */
  async remind(tx: EntityManager, due: Due, step: number, day: string, escalated: boolean): Promise<void> {
    const rule = REMIND_FOR[due.kind];
    if (!rule) return;
    const { consultation_id, subject_id } = due;
    const news = {
      consultation_id,
      subject_id,
      rule: due.kind,
      atOnce: false,
      fact: Notices.factOf(due),
      day,
      eventId: null,
      step,
      dueOn: due.due_on,
    };
    const someone = !escalated && (await this.tell(tx, { ...news, to: rule.to, topic: 'deadline' }));
    // What nobody looks after is the managers' to know, at every step.
    if (!someone) await this.tell(tx, { ...news, to: 'managers', topic: 'escalation' });
  }

  /**
   * @param told whoever is in it is left out, and whoever is told is added
   * @returns whether there is anybody to tell
   */
  private async tell(tx: EntityManager, news: News, told = new Set<string>()): Promise<boolean> {
    const all = await addresseesOf(tx, news.to, news, news.topic, this.calendar.today());
    const addressees = all.filter(({ address, person_id }) => {
      const key = person_id ?? address;
      return !told.has(key) && told.add(key);
    });
    const wishes = await wishesOf(tx, addressees, news.topic, usualHours(this.config));
    const now = this.clock.now();
    for (const [index, addressee] of addressees.entries()) {
      const wish = wishes[index];
      if (!wish) continue;
      if (wish.scope === 'none') {
        // A mail that somebody did without stands in the ledger, with the reason.
        const from = wish.moment === 'never' ? null : now;
        await writeNotice(tx, now, news, addressee, { inApp: wish.inApp, from, dropped: 'unwanted' });
        continue;
      }
      const from = news.atOnce ? now : mailFrom(now, wish.moment, wish.hours, this.calendar);
      await writeNotice(tx, now, news, addressee, { inApp: wish.inApp, from, dropped: null });
    }
    return addressees.length > 0;
  }
}
