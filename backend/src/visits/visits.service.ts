import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { PlanVisit, SaveVisit, StepVisit, VisitSheet, VisitStep } from '../contract/visits.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, invalid, sameVersion } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { assertSameEntry } from '../teams/same-entry.js';
import { teamOf } from '../teams/stored-team.js';
import { checkSheet } from './check-sheet.js';
import { VISIT_LIFECYCLE } from './lifecycle.js';
import { mayVisit } from './policy.js';
import { type StoredVisit, visitOf } from './stored-visit.js';
import { VisitQueries } from './visit.queries.js';

/** Planning a visit, writing down what came of it, calling it off. */
@Injectable()
export class VisitsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly queries: VisitQueries,
  ) {}

  /** The id is made by whoever sends: the same plan sent again changes nothing. */
  plan(actor: Actor, teamId: string, { id, ...sheet }: PlanVisit): Promise<string> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      await checkSheet(tx, teamId, sheet);
      const planned: unknown[] = await tx.query(
        `INSERT INTO visits (id, team_id, state, created_by, created_at, updated_by, updated_at, ${COLUMNS})
         VALUES ($11, $12, 'planned', $13, $14, $13, $14, ${PLACES}) ON CONFLICT (id) DO NOTHING RETURNING id`,
        [...valuesOf(sheet), id, teamId, personId(actor), this.clock.now()],
      );
      if (planned.length === 0) {
        await assertPlanned(tx, teamId, id, sheet);
        return id;
      }
      await record(tx, { type: 'visit.plan', subjectId: teamId, actor, data: { itemId: id } });
      return id;
    });
  }

  /** Whoever comes later sees both contents and chooses. The same content again is no change. */
  save(actor: Actor, id: string, { version, ...sheet }: SaveVisit): Promise<number> {
    return this.db.transaction(async (tx) => {
      const { visit } = await this.forWriting(tx, actor, id, 'edit');
      const [{ same }]: [{ same: boolean }] = await tx.query(
        `SELECT (${COLUMNS}) = (${PLACES}) AS same FROM visits WHERE id = $11`,
        [...valuesOf(sheet), id],
      );
      if (same) return visit.version;
      sameVersion(visit.version, version, await this.queries.get(actor, id, tx));
      await checkSheet(tx, visit.teamId, sheet);
      if (visit.state === 'done' && sheet.result === '') throw invalid({ result: NO_RESULT });
      await tx.query(
        `UPDATE visits SET (${COLUMNS}) = (${PLACES}), version = version + 1, updated_by = $12, updated_at = $13
         WHERE id = $11`,
        [...valuesOf(sheet), id, personId(actor), this.clock.now()],
      );
      const data = { itemId: id, version: version + 1, shared: sheet.shared };
      await record(tx, { type: 'visit.edit', subjectId: visit.teamId, actor, data });
      return version + 1;
    });
  }

  async step(actor: Actor, id: string, step: VisitStep, { version, reason }: StepVisit): Promise<void> {
    await this.db.transaction(async (tx) => {
      const { visit } = await this.forWriting(tx, actor, id, step);
      sameVersion(visit.version, version, await this.queries.get(actor, id, tx));
      const now = this.clock.now();
      if (step === 'cancel' && reason === '') throw invalid({ reason: '取りやめる理由を入力してください。' });
      if (step === 'finish') {
        if (visit.result === '') throw invalid({ result: NO_RESULT });
        if (visit.startsOn > tokyoDay(now))
          throw invalid({ startsOn: 'まだ始まっていない訪問です。日程を確認してください。' });
      }
      await tx.query(
        `UPDATE visits SET state = $2, done_at = $3, cancel_reason = $4, version = version + 1, updated_by = $5,
           updated_at = $6 WHERE id = $1`,
        [
          ...[id, VISIT_LIFECYCLE[step].to, step === 'finish' ? now : null, step === 'cancel' ? reason : null],
          ...[personId(actor), now],
        ],
      );
      await record(tx, { type: `visit.${step}`, subjectId: visit.teamId, actor, data: { itemId: id } });
    });
  }

  /** @throws DomainError forbidden to who may not write, conflict when the visit is in another state */
  private async forWriting(tx: EntityManager, actor: Actor, id: string, action: 'edit' | VisitStep) {
    const { visit, team } = await visitOf(tx, actor, id, true);
    authorize(mayTeam(actor, 'write', team));
    if (!mayVisit(actor, action, team, visit)) throw wrongState(visit);
    return { visit };
  }
}

const NO_RESULT = '「結果」を入力してください。分かったことと決まったことを、短く書いてください。';

const COLUMNS = 'starts_on, ends_on, route, people, companions, met, travel, result, media, shared';
const PLACES =
  '$1::date, $2::date, $3::jsonb, $4::uuid[], $5::text, $6::jsonb, $7::text, $8::text, $9::boolean, $10::boolean';

const valuesOf = (sheet: VisitSheet): unknown[] => [
  ...[sheet.startsOn, sheet.endsOn, JSON.stringify(sheet.route), sheet.people, sheet.companions],
  ...[JSON.stringify(sheet.met), sheet.travel, sheet.result, sheet.media, sheet.shared],
];

/** Edited since, it is shown as it stands; its first content is only in the memory of its sender. */
async function assertPlanned(tx: EntityManager, teamId: string, id: string, sheet: VisitSheet): Promise<void> {
  const [known]: { same: boolean }[] = await tx.query(
    `SELECT team_id = $12 AND (version > 1 OR (${COLUMNS}) = (${PLACES})) AS same FROM visits WHERE id = $11`,
    [...valuesOf(sheet), id, teamId],
  );
  assertSameEntry(known?.same);
}

const wrongState = ({ state }: StoredVisit): DomainError =>
  new DomainError(
    'conflict',
    'visit.wrong_state',
    state === 'done'
      ? '実施済みの訪問です。この操作はできません。画面を読み込み直してください。'
      : '取りやめた訪問です。必要なら新しく計画してください。',
  );
