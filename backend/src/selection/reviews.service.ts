import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AdvanceApplication } from '../applications/advance-application.js';
import { Clock } from '../calendar/clock.js';
import type { Criterion } from '../contract/rounds.js';
import type { SaveReview, Scores } from '../contract/selection.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid, sameVersion } from '../platform/errors.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import { maySelect } from './policy.js';

/** Who reviews what, and the sheets that they write. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rounds: AdvanceRound,
    private readonly applications: AdvanceApplication,
  ) {}

  /** Spreads the 応募 of towns evenly over the reviewers, in the order of numbers. Sheets that were begun stay. */
  async assign(actor: Actor, roundId: string, reviewerIds: readonly string[]): Promise<void> {
    authorize(hasRole(actor, 'secretariat'));
    await this.db.transaction(async (tx) => {
      const round = await this.rounds.lock(tx, actor, roundId);
      if (round.state !== 'selecting') throw wrongTime();
      if (reviewerIds.length < round.reviewers)
        throw invalid({
          reviewerIds: `1件の応募を${round.reviewers}人で審査します。${round.reviewers}人以上選んでください。`,
        });
      await assertReviewers(tx, reviewerIds);
      await tx.query(
        `DELETE FROM reviews v USING applications a WHERE a.id = v.application_id AND a.round_id = $1
           AND v.version = 1 AND v.handed_in_at IS NULL`,
        [roundId],
      );
      await tx.query(
        `INSERT INTO reviews (application_id, reviewer_id, assigned_at)
         SELECT a.id, ($2::uuid[])[1 + (a.nth * $3 + turn.k) % cardinality($2::uuid[])], $4
         FROM (SELECT id, row_number() OVER (ORDER BY serial)::int - 1 AS nth FROM applications
               WHERE round_id = $1 AND kind = 'town' AND state = 'submitted') a
         CROSS JOIN generate_series(0, $3 - 1) AS turn (k)
         WHERE (SELECT count(*) FROM reviews v WHERE v.application_id = a.id) < $3
         ON CONFLICT DO NOTHING`,
        [roundId, reviewerIds, round.reviewers, this.clock.now()],
      );
      await record(tx, {
        type: 'selection.assign',
        subjectId: roundId,
        actor,
        data: { reviewers: reviewerIds.length },
      });
    });
  }

  /** The own sheet, until it is handed in. The trail says that, never the points. */
  save(actor: Actor, applicationId: string, { version, scores, comment, handIn }: SaveReview): Promise<void> {
    authorize(maySelect(actor));
    return this.db.transaction(async (tx) => {
      const { application, roundState } = await this.applications.lock(tx, actor, applicationId);
      const [own]: { version: number; handed_in_at: Date | null }[] = await tx.query(
        'SELECT version, handed_in_at FROM reviews WHERE application_id = $1 AND reviewer_id = $2 FOR UPDATE',
        [applicationId, personId(actor)],
      );
      const mine = found(own);
      if (roundState !== 'selecting') throw wrongTime();
      if (mine.handed_in_at) {
        throw new DomainError('conflict', 'review.handed_in', '提出した審査票は変えられません。');
      }
      sameVersion(mine.version, version, { version: mine.version });
      const [{ criteria }]: [{ criteria: Criterion[] }] = await tx.query('SELECT criteria FROM rounds WHERE id = $1', [
        application.roundId,
      ]);
      checkScores(criteria, scores, handIn);
      await tx.query(
        `UPDATE reviews SET scores = $3, comment = $4, version = version + 1, handed_in_at = $5
         WHERE application_id = $1 AND reviewer_id = $2`,
        [applicationId, actor.id, JSON.stringify(scores), comment, handIn ? this.clock.now() : null],
      );
      if (handIn) await record(tx, { type: 'selection.handIn', subjectId: applicationId, actor });
    });
  }
}

const wrongTime = () =>
  new DomainError('conflict', 'selection.wrong_state', '審査中の年度ではありません。年度の段階を確認してください。');

async function assertReviewers(tx: EntityManager, ids: readonly string[]): Promise<void> {
  const [{ known }]: [{ known: number }] = await tx.query(
    `SELECT count(DISTINCT p.id)::int AS known FROM people p JOIN grants g ON g.person_id = p.id
     WHERE p.id = ANY ($1) AND p.disabled_at IS NULL AND g.role IN ('secretariat', 'manager')`,
    [ids],
  );
  if (known < ids.length) throw invalid({ reviewerIds: '審査員は、事務局と管理職の利用者から選んでください。' });
}

function checkScores(criteria: readonly Criterion[], scores: Scores, handIn: boolean): void {
  const faults: Record<string, string> = {};
  for (const key of Object.keys(scores)) {
    const criterion = criteria.find((one) => one.key === key);
    if (!criterion) faults[`scores.${key}`] = 'この観点は審査票にありません。画面を読み込み直してください。';
    else if ((scores[key] ?? 0) > criterion.most)
      faults[`scores.${key}`] = `「${criterion.label}」は${criterion.most}点以下にしてください。`;
  }
  for (const { key, label } of criteria)
    if (handIn && scores[key] === undefined) faults[`scores.${key}`] = `「${label}」の点数を入力してください。`;
  if (Object.keys(faults).length > 0) throw invalid(faults);
}
