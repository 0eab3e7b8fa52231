import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { RoutingRuleEffect, RoutingRuleInput, RoutingRuleList } from '../contract/routing-rules.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid } from '../platform/errors.js';
import { mayKeepKnowledge, readsCases } from './knowledge.service.js';
import { RoutingRulesQueries } from './routing-rules.queries.js';
import { ShownEffects } from './shown-effects.js';

/** Rules are tried on history before they are made; they propose, a person asks. */
@Injectable()
export class RoutingRulesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly rules: RoutingRulesQueries,
    private readonly shown: ShownEffects,
  ) {}

  async list(actor: Actor): Promise<RoutingRuleList> {
    authorize(mayKeepKnowledge(actor));
    const items = await this.rules.all();
    return { items, total: items.length };
  }

  /** The same rule made twice is one. */
  async make(actor: Actor, input: RoutingRuleInput, preview: boolean): Promise<RoutingRuleEffect> {
    authorize(mayKeepKnowledge(actor));
    return this.db.transaction(async (tx) => {
      await this.check(tx, input);
      const exactly = ['rule', input.fieldCode, input.prefectureCode, input.ministryId];
      if (!preview) {
        this.shown.refuseUnseen(actor, exactly, input.seal);
        await this.insert(tx, actor, input);
      }
      const seal = preview ? this.shown.seal(actor, exactly) : null;
      return { seal, ...(await this.rules.effect(tx, input, readsCases(actor))) };
    });
  }

  async end(actor: Actor, id: string): Promise<void> {
    authorize(mayKeepKnowledge(actor));
    await this.db.transaction(async (tx) => {
      const [rule]: { endedAt: Date | null }[] = await tx.query(
        'SELECT ended_at AS "endedAt" FROM routing_rules WHERE id = $1 FOR UPDATE',
        [id],
      );
      if (found(rule).endedAt) return;
      await tx.query('UPDATE routing_rules SET ended_by = $2, ended_at = $3 WHERE id = $1', [
        ...[id, personId(actor), this.clock.now()],
      ]);
      await record(tx, { type: 'routingRule.end', subjectId: id, actor });
    });
  }

  private async insert(tx: EntityManager, actor: Actor, input: RoutingRuleInput): Promise<void> {
    const { fieldCode, prefectureCode, ministryId, reason } = input;
    const [made]: { id: string }[] = await tx.query(
      `INSERT INTO routing_rules (field_code, prefecture_code, ministry_id, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
      [fieldCode, prefectureCode, ministryId, reason, personId(actor), this.clock.now()],
    );
    if (!made) return;
    const data = { fieldCode, prefectureCode, ministryId };
    await record(tx, { type: 'routingRule.make', subjectId: made.id, actor, reason, data });
  }

  private async check(tx: EntityManager, { fieldCode, prefectureCode, ministryId }: RoutingRuleInput): Promise<void> {
    const [known]: { field: boolean; prefecture: boolean; ministry: boolean }[] = await tx.query(
      `SELECT $1::text IS NULL OR EXISTS (SELECT 1 FROM policy_fields WHERE code = $1) AS field,
         $2::text IS NULL OR EXISTS (SELECT 1 FROM municipalities WHERE code = $2 AND kind = 'prefecture') AS prefecture,
         EXISTS (SELECT 1 FROM ministries WHERE id = $3 AND coalesce(valid_to >= $4, true)) AS ministry`,
      [fieldCode, prefectureCode, ministryId, this.calendar.today()],
    );
    const faults = {
      ...(fieldCode === null && prefectureCode === null
        ? { fieldCode: '政策分野又は都道府県のどちらかを選んでください' }
        : {}),
      ...(known?.field ? {} : { fieldCode: '政策分野は、一覧から選んでください' }),
      ...(known?.prefecture ? {} : { prefectureCode: '都道府県は、一覧から選んでください' }),
      ...(known?.ministry ? {} : { ministryId: '府省庁は、一覧から選んでください' }),
    };
    if (Object.keys(faults).length > 0) throw invalid(faults);
  }
}
