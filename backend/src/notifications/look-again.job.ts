import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { LOOKED_IN_VAIN, type SearchDigest, type SearchQuestion } from '../contract/search.js';
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
  begun: boolean;
  failures: number;
}

const REASON_LENGTH = 500;
const SOON_MINUTES = 10;

/**
 * Looks again for what people keep searching for, in their name and at their hour for what comes bundled. What is new
 * since the last time becomes an event, and that a notice like every other; nothing new, no event. A search that fails
 * holds up no other: it is tried again soon, then at its hour, and its owner is told.
 */
@Injectable()
export class LookAgain implements Job {
  readonly name = 'look-again';
  readonly schedule = { every: 60_000 };
  private readonly log = new Logger('look-again');

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly sessions: Sessions,
    private readonly search: SearchQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<void> {
    for (let next = await this.next(this.db.manager); next; next = await this.next(this.db.manager)) {
      const { id } = next;
      try {
        await this.db.transaction((tx) => this.lookFor(tx, id));
      } catch (error) {
        await this.db.transaction((tx) => this.keepFailure(tx, id, error));
      }
    }
  }

  /** The one that is longest due, or this one if it still is; another process may be at it. */
  private async next(tx: EntityManager, id?: string): Promise<Due | undefined> {
    const [due]: Due[] = await tx.query(
      `SELECT id, person_id, question, digest, begun, failures FROM saved_searches
       WHERE digest <> 'none' AND (look_at IS NULL OR look_at <= $1) AND id = coalesce($2, id)
       ORDER BY look_at NULLS FIRST, id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [this.clock.now(), id ?? null],
    );
    return due;
  }

  private async lookFor(tx: EntityManager, id: string): Promise<void> {
    const due = await this.next(tx, id);
    if (!due) return;
    const hits = await this.newHits(tx, due);
    if (hits && due.begun) await record(tx, { type: 'search.find', subjectId: id, actor: SYSTEM, data: { hits } });
    await tx.query(
      'UPDATE saved_searches SET look_at = $2, begun = begun OR $3, failures = 0, failed_because = NULL WHERE id = $1',
      [id, await this.laterFor(tx, due), hits !== null],
    );
  }

  /** One failure may be that of a moment. */
  private async keepFailure(tx: EntityManager, id: string, error: unknown): Promise<void> {
    const due = await this.next(tx, id);
    if (!due) return;
    const reason = String(error instanceof Error ? error.message : error).slice(0, REASON_LENGTH);
    this.log.error(`saved search ${id}: ${reason}`);
    const failures = due.failures + 1;
    if (failures === LOOKED_IN_VAIN) await record(tx, { type: 'search.fail', subjectId: id, actor: SYSTEM });
    const soon = new Date(this.clock.now().getTime() + SOON_MINUTES * 60_000);
    const lookAt = failures < LOOKED_IN_VAIN ? soon : await this.laterFor(tx, due);
    await tx.query('UPDATE saved_searches SET look_at = $2, failures = $3, failed_because = $4 WHERE id = $1', [
      ...[id, lookAt, failures, reason],
    ]);
  }

  private async laterFor(tx: EntityManager, { person_id, digest }: Due): Promise<Date | null> {
    const hours = await hoursOf(tx, person_id, usualHours(this.config));
    return mailFrom(new Date(this.clock.now().getTime() + 1), digest, hours, this.calendar);
  }

  /** How many hits nobody knew of, within what the person may read today; from now on they are known. None for whom is gone. */
  private async newHits(tx: EntityManager, { id, person_id, question }: Due): Promise<number | null> {
    const actor = await this.sessions.inTheNameOf(person_id);
    if (!actor) return null;
    const hits = await this.search.hits(actor, question);
    const added: unknown[] = await tx.query(
      `INSERT INTO saved_search_hits (saved_search_id, hit) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING RETURNING hit`,
      [id, hits],
    );
    return added.length;
  }
}
