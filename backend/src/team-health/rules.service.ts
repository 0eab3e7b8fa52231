import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { HealthRule } from '../contract/team-health.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, invalid } from '../platform/errors.js';

/** How long is too long, from which day on. What held before stays as it was. */
@Injectable()
export class HealthRules {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async inForce(db: Pick<EntityManager, 'query'> = this.db): Promise<HealthRule> {
    const [rule]: HealthRule[] = await db.query(
      `SELECT valid_from::text AS "validFrom", contact_workdays AS "contactWorkdays", visit_months AS "visitMonths",
              escalate_workdays AS "escalateWorkdays"
       FROM team_health_rules WHERE valid_from <= $1 ORDER BY valid_from DESC LIMIT 1`,
      [this.calendar.today()],
    );
    if (!rule) throw new Error('no rule for the health of teams is in force');
    return rule;
  }

  async add(actor: Actor, rule: HealthRule): Promise<void> {
    authorize(hasRole(actor, 'secretariat'));
    if (rule.validFrom < this.calendar.today()) throw invalid({ validFrom: '今日以後の日を選んでください。' });
    await this.db.transaction(async (tx) => {
      const made: unknown[] = await tx.query(
        `INSERT INTO team_health_rules (valid_from, contact_workdays, visit_months, escalate_workdays, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING valid_from`,
        [
          ...[rule.validFrom, rule.contactWorkdays, rule.visitMonths, rule.escalateWorkdays],
          ...[personId(actor), this.clock.now()],
        ],
      );
      if (made.length === 0)
        throw new DomainError(
          'conflict',
          'rule.exists',
          'この日から適用する基準は、既にあります。別の日を選んでください。',
        );
      await record(tx, { type: 'teamHealth.addRule', subjectId: rule.validFrom, actor, data: rule });
    });
  }
}
