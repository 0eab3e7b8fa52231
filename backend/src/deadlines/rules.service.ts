import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import {
  DeadlineKind,
  type DeadlineRule,
  type DeadlineRules,
  type KeptRule,
  KINDS_THAT_COME_AGAIN,
  KINDS_WITH_OWN_DAY,
  type Recount,
  type RuleInput,
} from '../contract/deadlines.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, invalid, sameVersion } from '../platform/errors.js';
import { AlmanacChanges } from './almanac-changes.js';

const mayKeepRules = (actor: Actor): boolean => hasRole(actor, 'admin');

/** The deadline rules. They are only added: what was reckoned by an older one can still be explained. */
@Injectable()
export class RulesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly changes: AlmanacChanges,
  ) {}

  async list(actor: Actor): Promise<DeadlineRules> {
    authorize(hasRole(actor, 'admin', 'desk', 'manager'));
    const rows: (Omit<KeptRule, 'madeAt' | 'standing'> & { madeAt: Date })[] = await this.db.query(
      `SELECT r.id, r.kind, r.valid_from::text AS "validFrom", r.calendar, r.workdays, to_char(r.cut_off, 'HH24:MI') AS "cutOff",
         r.reminders, r.escalation, r.pauses, r.reason, p.name AS "madeBy", r.made_at AS "madeAt"
       FROM deadline_rules r LEFT JOIN people p ON p.id = r.made_by
       ORDER BY array_position($1::text[], r.kind), r.valid_from DESC, r.id DESC`,
      [DeadlineKind.options],
    );
    const items = rows.map((row) => ({ ...row, madeAt: row.madeAt.toISOString(), standing: this.standing(row) }));
    return { items, total: items.length, allowedActions: mayKeepRules(actor) ? ['create'] : [] };
  }

  add(actor: Actor, kind: DeadlineKind, input: RuleInput, preview: boolean): Promise<Recount> {
    authorize(mayKeepRules(actor));
    const ownDay = KINDS_WITH_OWN_DAY.includes(kind);
    if (ownDay !== (input.workdays === null)) {
      const remedy = ownDay
        ? 'この種類の期限は人が定めるため、営業日数は空欄にしてください'
        : '営業日数を入力してください';
      throw invalid({ workdays: remedy });
    }
    if (KINDS_THAT_COME_AGAIN.includes(kind) && input.workdays === 0)
      throw invalid({ workdays: '繰り返す期限の営業日数は1以上で入力してください' });
    return this.changes.make(actor, { cause: 'rule', preview }, (tx) => this.insert(tx, actor, kind, input));
  }

  private async insert(tx: EntityManager, actor: Actor, kind: DeadlineKind, input: RuleInput): Promise<void> {
    const [newest]: { id: number; first: string }[] = await tx.query(
      'SELECT max(id) AS id, min(valid_from)::text AS first FROM deadline_rules WHERE kind = $1',
      [kind],
    );
    sameVersion(newest?.id ?? 0, input.seen, newest);
    if (newest && input.validFrom < newest.first) {
      throw invalid({ validFrom: '最初の規則より前の日は指定できません。その日以降の日を入力してください' });
    }
    const { seen, reason, ...rule } = input;
    await tx.query(
      `INSERT INTO deadline_rules (kind, valid_from, calendar, workdays, cut_off, reminders, escalation, pauses, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        ...[kind, rule.validFrom, rule.calendar, rule.workdays, rule.cutOff, sorted(rule.reminders), rule.escalation],
        ...[rule.pauses, reason, personId(actor), this.clock.now()],
      ],
    );
    await record(tx, {
      type: 'deadlineRule.create',
      subjectId: kind,
      actor,
      reason,
      data: { replaces: seen, ...rule },
    });
  }

  private standing({ id, kind, validFrom }: Pick<DeadlineRule, 'id' | 'kind' | 'validFrom'>): KeptRule['standing'] {
    const { almanac } = this.calendar;
    const today = this.calendar.today();
    if (almanac.rule(kind, today)?.id === id) return 'inForce';
    return validFrom > today && almanac.rule(kind, validFrom)?.id === id ? 'coming' : 'past';
  }
}

const sorted = (days: readonly number[]): number[] => [...new Set(days)].sort((left, right) => left - right);
