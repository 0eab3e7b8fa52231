import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance, type Change } from '../consultations/advance.js';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import { seenAs } from '../consultations/seen-as.js';
import type { BareStep, GuideStep, ReasonedStep, RemarkedStep, ReturnStep } from '../contract/consultation-steps.js';
import type { ConsultationAction } from '../contract/lifecycle.js';
import { FormQueries } from '../forms/form.queries.js';
import { itemOf } from '../forms/form-item.js';
import { type Actor, personId } from '../identity/actor.js';
import { invalid } from '../platform/errors.js';

/** The steps that need no more than a reason. Those of カルテ, 照会 and 回答書 are in their own features. */
@Injectable()
export class StepsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
    private readonly forms: FormQueries,
  ) {}

  /** Whoever takes a case nobody owns becomes its owner. */
  take(actor: Actor, id: string, input: BareStep): Promise<void> {
    return this.step(actor, id, 'take', input, ({ ownerId }) => ({ ownerId: ownerId ?? personId(actor) }));
  }

  followUp(actor: Actor, id: string, input: ReasonedStep): Promise<void> {
    return this.step(actor, id, 'followUp', input);
  }

  proposeClose(actor: Actor, id: string, input: RemarkedStep): Promise<void> {
    return this.step(actor, id, 'proposeClose', input);
  }

  agreeClose(actor: Actor, id: string, input: BareStep): Promise<void> {
    return this.step(actor, id, 'agreeClose', input, () => ({ closedAt: this.clock.now() }));
  }

  declineClose(actor: Actor, id: string, input: ReasonedStep): Promise<void> {
    return this.step(actor, id, 'declineClose', input);
  }

  withdraw(actor: Actor, id: string, input: ReasonedStep): Promise<void> {
    return this.step(actor, id, 'withdraw', input);
  }

  /** The right desk is part of what the town reads, so it stands beside the reason. */
  guide(actor: Actor, id: string, { reason, desk, since }: GuideStep): Promise<void> {
    return this.step(actor, id, 'guide', { since, reason: `${reason}\n案内する窓口：${desk}` });
  }

  /** C3a: back to the town with a reason for each item; the clock stands still meanwhile. */
  return(actor: Actor, id: string, { items, since }: ReturnStep): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { formVersion } = await this.advance.lock(tx, actor, id);
      const form = await this.forms.get(formVersion, tx);
      const found = items.map(({ item }) => itemOf(form, item));
      await this.advance.step(tx, actor, id, 'return', {
        reason: items.map(({ reason }, index) => `${found[index]?.no} ${found[index]?.label}：${reason}`).join('\n'),
        change: (stored) => {
          const unknown = found.indexOf(undefined);
          if (unknown >= 0)
            throw invalid({ [`items.${unknown}.item`]: 'この様式にない項目です。選び直してください。' });
          return seenAs(stored, since);
        },
        data: { items: items.map(({ item }) => item) },
      });
      await tx.query(
        `INSERT INTO correction_requests (consultation_id, item, reason, requested_at)
         SELECT $1, item, reason, $2 FROM jsonb_to_recordset($3::jsonb) AS r (item text, reason text)`,
        [id, this.clock.now(), JSON.stringify(items)],
      );
    });
  }

  private async step(
    actor: Actor,
    id: string,
    action: ConsultationAction,
    { since, reason }: RemarkedStep,
    change: (stored: ConsultationEntity) => Change = () => ({}),
  ): Promise<void> {
    const checked = (stored: ConsultationEntity) => ({ ...seenAs(stored, since), ...change(stored) });
    await this.db.transaction((tx) => this.advance.step(tx, actor, id, action, { change: checked, reason }));
  }
}
