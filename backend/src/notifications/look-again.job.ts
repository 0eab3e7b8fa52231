import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { SearchDigest, SearchQuestion } from '../contract/search.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import { Sessions } from '../identity/sessions.js';
import type { Config } from '../platform/config.js';
import type { Job } from '../platform/jobs/job.js';
import { CONFIG } from '../platform/platform.module.js';
import { SearchQueries } from '../search/search.queries.js';
import { mailFrom, usualHours } from './moments.js';
import { hoursOf } from './preferences.js';

interface Due {
  id: string;
  person_id: string;
  question: SearchQuestion;
  digest: Exclude<SearchDigest, 'none'>;
  first: boolean;
}

/**
 * Looks again for what people keep searching for, in their name and at their hour for what comes bundled. What is new
 * since the last time becomes an event, and that a notice like every other; nothing new, no event.
 */
@Injectable()
export class LookAgain implements Job {
  readonly name = 'look-again';
  readonly schedule = { every: 60_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly sessions: Sessions,
    private readonly search: SearchQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    while (await this.db.transaction((tx) => this.lookForOne(tx)));
  }

  private async lookForOne(tx: EntityManager): Promise<boolean> {
    const now = this.clock.now();
    const [due]: Due[] = await tx.query(
      `SELECT id, person_id, question, digest, look_at IS NULL AS first FROM saved_searches
       WHERE digest <> 'none' AND (look_at IS NULL OR look_at <= $1)
       ORDER BY look_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    );
    if (!due) return false;
    const hits = await this.newHits(tx, due);
    if (hits > 0 && !due.first)
      await record(tx, { type: 'search.find', subjectId: due.id, actor: SYSTEM, data: { hits } });
    const hours = await hoursOf(tx, due.person_id, usualHours(this.config));
    const later = mailFrom(new Date(now.getTime() + 1), due.digest, hours, this.calendar);
    await tx.query('UPDATE saved_searches SET look_at = $2 WHERE id = $1', [due.id, later]);
    return true;
  }

  /** How many hits nobody knew of, within what the person may read today; from now on they are known. */
  private async newHits(tx: EntityManager, { id, person_id, question }: Due): Promise<number> {
    const actor = await this.sessions.inTheNameOf(person_id);
    if (!actor) return 0;
    const hits = await this.search.hits(actor, question);
    const added: unknown[] = await tx.query(
      `INSERT INTO saved_search_hits (saved_search_id, hit) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING hit`,
      [id, hits],
    );
    return added.length;
  }
}
