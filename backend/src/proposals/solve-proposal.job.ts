import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import type { MatchingAnswer, MatchingTask } from '../matching/solve.js';
import type { Outcome } from '../matching/solver.js';
import { ruleInWords } from '../matching/words.js';
import { found } from '../platform/errors.js';
import type { Job } from '../platform/jobs/job.js';
import { Names } from './named.js';
import { SolverThreads } from './solver-threads.js';
import { keepVersion, PROPOSALS, type Progress, type StoredProposal } from './stored-proposal.js';

const LOOK_MS = 1000;
/** The clock's patience with counted work: a busy machine may take this many times as long. */
const SLOWNESS = 6;
const MOST_ATTEMPTS = 5;

/** Looks for the teams of an 編成案. Killed, it begins anew with the same result: the work is counted, not timed. */
@Injectable()
export class SolveProposal implements Job<{ eventId: string }> {
  readonly name = 'solve-proposal';
  private readonly log = new Logger('proposals');

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly threads: SolverThreads,
  ) {}

  async run({ eventId }: { eventId: string }): Promise<void> {
    const [event]: { id: string }[] = await this.db.query('SELECT subject_id AS id FROM events WHERE id = $1', [
      eventId,
    ]);
    const { id } = found(event);
    if (!(await this.begin(id))) return;
    const [proposal]: StoredProposal[] = await this.db.query(`${PROPOSALS} WHERE p.id = $1`, [id]);
    await this.end(found(proposal), await this.search(found(proposal)));
  }

  /** Too many begun and none ended: something is wrong with it that another attempt will not mend. */
  private async begin(id: string): Promise<boolean> {
    const [rows]: [{ attempts: number }[], number] = await this.db.query(
      `UPDATE proposals SET state = 'solving', attempts = attempts + 1, heard_at = $2, progress = NULL
       WHERE id = $1 AND state IN ('waiting', 'solving') RETURNING attempts`,
      [id, this.clock.now()],
    );
    const attempts = rows[0]?.attempts;
    if (attempts === undefined) return false;
    if (attempts <= MOST_ATTEMPTS) return true;
    this.log.error(`proposal ${id} was begun ${MOST_ATTEMPTS} times and never ended`);
    await this.db.query(`UPDATE proposals SET state = 'failed', ended_at = $2 WHERE id = $1 AND state = 'solving'`, [
      id,
      this.clock.now(),
    ]);
    return false;
  }

  private async search(proposal: StoredProposal): Promise<Outcome> {
    let latest: MatchingAnswer | undefined;
    const solver = this.threads.start(taskOf(proposal), (answer) => {
      latest = answer;
    });
    const clock = setTimeout(() => solver.end('time'), proposal.seconds * SLOWNESS * 1000);
    let looking = true;
    const watch = (async () => {
      while (looking) {
        if (await this.tell(proposal.id, latest)) solver.end('stopped');
        await Promise.race([solver.outcome, new Promise((wake) => setTimeout(wake, LOOK_MS))]);
      }
    })();
    try {
      return await solver.outcome;
    } finally {
      looking = false;
      clearTimeout(clock);
      await watch;
    }
  }

  /** Says what is found so far, and hears whether to stop. */
  private async tell(id: string, latest: MatchingAnswer | undefined): Promise<boolean> {
    const progress = latest && progressOf(latest);
    const [rows]: [{ stop: boolean }[], number] = await this.db.query(
      `UPDATE proposals SET heard_at = $2, progress = coalesce($3, progress) WHERE id = $1 AND state = 'solving'
       RETURNING stop_asked_at IS NOT NULL AS stop`,
      [id, this.clock.now(), progress ? JSON.stringify(progress) : null],
    );
    return rows[0]?.stop === true;
  }

  /** Two workers may have looked at once: the first that ends is the result. */
  private async end(proposal: StoredProposal, outcome: Outcome): Promise<void> {
    const { id, settings, repair } = proposal;
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const open: unknown[] = await tx.query(`SELECT 1 FROM proposals WHERE id = $1 AND state = 'solving' FOR UPDATE`, [
        id,
      ]);
      if (open.length === 0) return;
      if ('conflict' in outcome) {
        const names = new Names(proposal.labels);
        const words = outcome.conflict.map((rule) => ruleInWords(names.rule(rule), proposal.problem, settings));
        await tx.query(`UPDATE proposals SET state = 'infeasible', conflict = $2, ended_at = $3 WHERE id = $1`, [
          ...[id, JSON.stringify(words), now],
        ]);
      } else {
        const { teams, total, minimum, bound, minimumBound = null, status } = outcome.answer;
        await keepVersion(tx, id, {
          ...{ version: 1, follows: null, what: repair ? '辞退後の再編成' : '計算', reason: '' },
          ...{ teams, rules: settings.rules, total, minimum, bound, minimumBound, status, madeBy: null, at: now },
        });
        await tx.query(`UPDATE proposals SET state = 'done', version = 1, ended_at = $2 WHERE id = $1`, [id, now]);
      }
      const data = { found: 'answer' in outcome };
      await record(tx, { type: 'proposal.solve', subjectId: id, actor: SYSTEM, data });
    });
  }
}

const progressOf = ({ total, minimum, bound, minimumBound }: MatchingAnswer): Progress => ({
  ...{ total, minimum, bound, minimumBound: minimumBound ?? null },
});

const taskOf = ({ problem, settings, fair, seconds, repair }: StoredProposal): MatchingTask => ({
  ...{ problem, settings, fair, seconds },
  ...(repair && { repair }),
});
