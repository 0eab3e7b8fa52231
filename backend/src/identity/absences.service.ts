import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { type Absence, type Absences, LONGEST_ABSENCE_DAYS, type SetAbsence } from '../contract/absences.js';
import { formatWareki } from '../contract/calendar.js';
import type { Grant } from '../contract/identity.js';
import { record } from '../events/record.js';
import { found, invalid } from '../platform/errors.js';
import { type Actor, personId } from './actor.js';
import { mustEnd } from './deputy-chains.js';
import { fitDeputies } from './fit-deputies.js';
import { mayLookAfter } from './policy.js';

interface Person {
  id: string;
  name: string;
  grants: Grant[];
}

/** 不在 and who is deputy meanwhile: everybody sets their own, those who look after people theirs too. */
@Injectable()
export class AbsencesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async of(actor: Actor, id: string): Promise<Absences> {
    const { name } = await this.person(this.db.manager, actor, id);
    const items: Absence[] = await this.db.query(
      `SELECT a.id, a.from_on::text AS "fromOn", a.until_on::text AS "untilOn", a.from_on <= $2 AS begun,
              CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'name', d.name) END AS deputy
       FROM absences a LEFT JOIN people d ON d.id = a.deputy_id
       WHERE a.person_id = $1 AND a.until_on >= $2 ORDER BY a.from_on, a.id`,
      [id, this.calendar.today()],
    );
    return { person: { id, name }, items, total: items.length, deputies: await fitDeputies(this.db, id) };
  }

  async set(actor: Actor, id: string, { fromOn, untilOn, deputyId }: SetAbsence): Promise<string> {
    return this.db.transaction(async (tx) => {
      await this.person(tx, actor, id);
      this.checkDays(fromOn, untilOn);
      // Two deputies of each other, set at the same moment, must see each other; this table is hardly ever written.
      await tx.query('LOCK TABLE absences IN SHARE ROW EXCLUSIVE MODE');
      await this.checkOverlap(tx, id, fromOn, untilOn);
      if (deputyId && !(await fitDeputies(tx, id)).some((fit) => fit.id === deputyId)) {
        throw invalid({ deputyId: '代理は、同じ組織で同じ役割を持つ人から選んでください' });
      }
      const [made]: { id: string }[] = await tx.query(
        `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) RETURNING id`,
        [id, fromOn, untilOn, deputyId, personId(actor), this.clock.now()],
      );
      const absenceId = found(made).id;
      await mustEnd(tx, absenceId);
      const data = { absenceId, fromOn, untilOn, deputyId };
      await record(tx, { type: 'person.setAbsence', subjectId: id, actor, data });
      return absenceId;
    });
  }

  /** Takes back what has not begun; who is away is back from today. What is over or taken back stays so. */
  async end(actor: Actor, absenceId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row]: { person: string; past: boolean }[] = await tx.query(
        `SELECT person_id AS person, from_on < $2 AS past FROM absences WHERE id = $1 AND until_on >= $2 FOR UPDATE`,
        [absenceId, this.calendar.today()],
      );
      const { person, past } = row ?? { person: found(await over(tx, absenceId)), past: undefined };
      await this.person(tx, actor, person);
      if (past === undefined) return;
      await tx.query(
        past ? 'UPDATE absences SET until_on = $2::date - 1 WHERE id = $1' : 'DELETE FROM absences WHERE id = $1',
        past ? [absenceId, this.calendar.today()] : [absenceId],
      );
      await record(tx, { type: 'person.endAbsence', subjectId: person, actor, data: { absenceId } });
    });
  }

  /** @throws DomainError notFound, also for those whom the actor does not look after. */
  private async person(db: EntityManager, actor: Actor, id: string): Promise<Person> {
    const [row]: Person[] = await db.query(
      `SELECT p.id, p.name, coalesce((SELECT jsonb_agg(jsonb_build_object('role', g.role)) FROM grants g
         WHERE g.person_id = p.id), '[]') AS grants FROM people p WHERE p.id = $1 AND p.disabled_at IS NULL`,
      [id],
    );
    const person = found(row);
    return found(actor.id === id || mayLookAfter(actor, person) ? person : null);
  }

  private checkDays(fromOn: string, untilOn: string): void {
    if (untilOn < fromOn) throw invalid({ untilOn: '終わりの日は、始まりの日以降にしてください' });
    if (untilOn < this.calendar.today()) throw invalid({ untilOn: '終わりの日は、今日以降にしてください' });
    const days = (Date.parse(untilOn) - Date.parse(fromOn)) / 86_400_000 + 1;
    if (days > LONGEST_ABSENCE_DAYS) {
      throw invalid({ untilOn: '不在は1年以内で設定してください。それより長いときは、引継ぎを行ってください' });
    }
  }

  private async checkOverlap(tx: EntityManager, id: string, fromOn: string, untilOn: string): Promise<void> {
    const [other]: { from: string; until: string }[] = await tx.query(
      `SELECT from_on::text AS from, until_on::text AS until FROM absences
       WHERE person_id = $1 AND from_on <= $3 AND until_on >= $2 ORDER BY from_on LIMIT 1`,
      [id, fromOn, untilOn],
    );
    if (!other) return;
    throw invalid({
      fromOn: `${formatWareki(other.from)}から${formatWareki(other.until)}までの不在と重なっています。先にそちらを取り消してください`,
    });
  }
}

/** Whose absence it was that is over, or that was taken back. */
async function over(tx: EntityManager, absenceId: string): Promise<string | undefined> {
  const [row]: { person: string }[] = await tx.query(
    `SELECT person_id::text AS person FROM absences WHERE id = $1::uuid
     UNION ALL SELECT subject_id FROM events WHERE type = 'person.endAbsence' AND data ->> 'absenceId' = $1::uuid::text LIMIT 1`,
    [absenceId],
  );
  return row?.person;
}
