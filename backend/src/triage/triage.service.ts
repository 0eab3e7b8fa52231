import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import { seenAs } from '../consultations/seen-as.js';
import type { AssignStep, TriageStep } from '../contract/consultation-steps.js';
import { record } from '../events/record.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { authorize, invalid } from '../platform/errors.js';
import { prepared } from '../platform/sql/prepared.js';
import { NotesService } from './notes.service.js';

/** Fields, priority, owner, and whom to ask first. */
@Injectable()
export class TriageService {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    private readonly advance: Advance,
    private readonly notes: NotesService,
  ) {}

  async triage(actor: Actor, id: string, input: TriageStep): Promise<void> {
    const { fieldCodes, priority, ownerId, ministryIds, note, since } = input;
    await this.db.transaction(async (tx) => {
      await this.advance.step(tx, actor, id, 'triage', {
        change: async (stored) => {
          seenAs(stored, since);
          await this.check(tx, input, ministryIds);
          return { fieldCodes, priority, ownerId };
        },
        data: { fieldCodes, priority, ownerId, ministryIds },
      });
      if (note) await this.notes.insert(tx, actor, id, note, null);
    });
  }

  /** The same, at any time later, without moving the case. */
  async assign(actor: Actor, id: string, input: AssignStep): Promise<void> {
    const { fieldCodes, priority, ownerId, since } = input;
    await this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      authorize(may(actor, 'assign', consultation));
      seenAs(consultation, since);
      await this.check(tx, input, []);
      const before = { ownerId: consultation.ownerId, priority: consultation.priority };
      await tx.save(Object.assign(consultation, { fieldCodes, priority, ownerId }));
      await record(tx, {
        type: 'consultation.assign',
        consultationId: id,
        subjectId: id,
        actor,
        audience: 'inward',
        data: { fieldCodes, priority, ownerId, before },
      });
    });
  }

  /** Who can own a case: the people of the desk who are at work. */
  async officers(actor: Actor): Promise<{ items: { id: string; name: string }[]; total: number }> {
    authorize(hasRole(actor, 'desk', 'manager'));
    const items: { id: string; name: string }[] = await this.db.query(
      `SELECT p.id, p.name FROM people p WHERE ${ON_DESK} ORDER BY p.kana, p.name, p.id`,
    );
    return { items, total: items.length };
  }

  private async check(tx: EntityManager, { fieldCodes, ownerId }: AssignStep, ministryIds: string[]): Promise<void> {
    const [known] = await prepared<{ fields: boolean; owner: boolean; ministries: boolean }>(
      tx,
      `SELECT (SELECT count(*)::int FROM policy_fields WHERE code = ANY ($1)) = cardinality($1::text[]) AS fields,
              $2 = ANY (ARRAY(SELECT p.id FROM people p WHERE p.id = $2 AND ${ON_DESK} FOR SHARE OF p)) AS owner,
              (SELECT count(*)::int FROM ministries WHERE id = ANY ($3) AND coalesce(valid_to >= $4, true))
                = cardinality($3::text[]) AS ministries`,
      [[...new Set(fieldCodes)], ownerId, [...new Set(ministryIds)], this.calendar.today()],
    );
    const faults: Record<string, string> = {
      ...(known?.fields ? {} : { fieldCodes: '今はない政策分野が含まれています。選び直してください。' }),
      ...(known?.owner ? {} : { ownerId: '主担当は、窓口の職員から選んでください。' }),
      ...(known?.ministries ? {} : { ministryIds: '今はない府省庁が含まれています。選び直してください。' }),
    };
    if (Object.keys(faults).length > 0) throw invalid(faults);
  }
}

const ON_DESK = `p.disabled_at IS NULL
  AND EXISTS (SELECT 1 FROM grants g WHERE g.person_id = p.id AND g.role IN ('desk', 'manager'))`;
