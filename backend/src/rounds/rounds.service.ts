import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { CALL_LABEL, CallKind, type RoundStepAction, type SaveRound } from '../contract/rounds.js';
import { record } from '../events/record.js';
import { FormQueries } from '../forms/form.queries.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, invalid, sameVersion } from '../platform/errors.js';
import { AdvanceRound } from './advance-round.js';
import { callStanding } from './call-standing.js';
import { callsOf, FORM_OF } from './calls.js';
import { mayCreateRound, mayRound } from './policy.js';
import { RoundEntity } from './round.entity.js';
import { roundTemplate } from './round-template.js';

/** The round of a 年度: made from the template, edited until its calls end, taken from step to step. */
@Injectable()
export class RoundsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly forms: FormQueries,
    private readonly advance: AdvanceRound,
  ) {}

  async create(actor: Actor, fiscalYear: number): Promise<string> {
    authorize(mayCreateRound(actor));
    const { opensAt, closesAt, ...template } = await roundTemplate(fiscalYear);
    return this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE rounds IN SHARE ROW EXCLUSIVE MODE');
      if (await tx.existsBy(RoundEntity, { fiscalYear })) {
        throw invalid({ fiscalYear: 'この年度の募集は登録済みです。一覧から開いてください。' });
      }
      const now = this.clock.now();
      const { id } = await tx.save(
        tx.create(RoundEntity, {
          ...{ ...template, fiscalYear, state: 'preparing', stateSince: now, version: 1 },
          ...{ createdBy: personId(actor), createdAt: now },
        }),
      );
      for (const kind of CallKind.options) {
        const { version } = await this.forms.current(tx, FORM_OF[kind]);
        await this.setCall(tx, id, { kind, opensAt, closesAt, formVersion: version });
      }
      await record(tx, { type: 'round.create', subjectId: id, actor, data: { fiscalYear } });
      return id;
    });
  }

  save(actor: Actor, id: string, { version, calls, weights, ...content }: SaveRound): Promise<void> {
    return this.db.transaction(async (tx) => {
      const round = await this.advance.lock(tx, actor, id);
      authorize(mayRound(actor, 'edit', round));
      sameVersion(round.version, version, { version: round.version, name: round.name });
      for (const call of calls) {
        await this.assertForm(tx, call.kind, call.formVersion);
        await this.setCall(tx, id, call);
      }
      const matching = { ...round.matching, weights };
      await tx.save(RoundEntity, { ...round, ...content, matching, version: version + 1 });
      const data = { version: version + 1, calls: calls.map(({ kind, closesAt }) => ({ kind, closesAt })) };
      await record(tx, { type: 'round.edit', subjectId: id, actor, data });
    });
  }

  async step(actor: Actor, id: string, action: RoundStepAction, reason: string): Promise<void> {
    await this.db.transaction((tx) =>
      this.advance.step(tx, actor, id, action, { reason, check: (round) => this.check(tx, round, action) }),
    );
  }

  /** What must be so before a step, beyond state and person. @throws DomainError conflict */
  private async check(tx: EntityManager, { id }: RoundEntity, action: RoundStepAction): Promise<void> {
    if (action === 'close') await assertCallsEnded(tx, id, this.clock.now());
    if (action === 'settleSelection') await assertAllDecided(tx, id);
  }

  private async assertForm(tx: EntityManager, kind: CallKind, version: number): Promise<void> {
    const rows: unknown[] = await tx.query('SELECT 1 FROM form_definitions WHERE form = $1 AND version = $2', [
      FORM_OF[kind],
      version,
    ]);
    if (rows.length === 0)
      throw invalid({ [`calls.${kind}.formVersion`]: `${CALL_LABEL[kind]}の様式に、第${version}版はありません。` });
  }

  /** @throws DomainError conflict, when sheets were already written on another version of the form */
  private async setCall(
    tx: EntityManager,
    roundId: string,
    {
      kind,
      opensAt,
      closesAt,
      formVersion,
    }: { kind: CallKind; opensAt: Date | string; closesAt: Date | string; formVersion: number },
  ): Promise<void> {
    const [{ other }]: [{ other: boolean }] = await tx.query(
      `SELECT EXISTS (SELECT 1 FROM applications a JOIN round_calls c USING (round_id, kind)
         WHERE round_id = $1 AND kind = $2 AND c.form_version <> $3) AS other`,
      [roundId, kind, formVersion],
    );
    if (other) {
      throw new DomainError(
        'conflict',
        'round.form_in_use',
        `${CALL_LABEL[kind]}の様式では、既に応募の下書きが書かれています。様式の版は変えられません。`,
      );
    }
    await tx.query(
      `INSERT INTO round_calls (round_id, kind, opens_at, closes_at, form, form_version) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (round_id, kind) DO UPDATE SET opens_at = $3, closes_at = $4, form_version = $6`,
      [roundId, kind, opensAt, closesAt, FORM_OF[kind], formVersion],
    );
  }
}

async function assertCallsEnded(tx: EntityManager, roundId: string, now: Date): Promise<void> {
  const calls = await callsOf(tx, roundId);
  const running = calls.find((call) => callStanding(now, call) !== 'ended');
  if (running) {
    throw new DomainError(
      'conflict',
      'round.call_running',
      `${CALL_LABEL[running.kind]}の締切がまだ来ていません。締切を過ぎてから操作してください。`,
    );
  }
}

async function assertAllDecided(tx: EntityManager, roundId: string): Promise<void> {
  const [{ open, chosen }]: [{ open: number; chosen: number }] = await tx.query(
    `SELECT count(*) FILTER (WHERE state = 'submitted')::int AS open, count(*) FILTER (WHERE state = 'chosen')::int AS chosen
     FROM applications WHERE round_id = $1 AND kind = 'town'`,
    [roundId],
  );
  if (open > 0 || chosen === 0) {
    throw new DomainError(
      'conflict',
      'round.undecided',
      open > 0
        ? `選定、補欠、不選定のいずれにも決まっていない応募が${open}件あります。全て決めてから確定してください。`
        : '選定した団体がありません。選定してから確定してください。',
    );
  }
}
