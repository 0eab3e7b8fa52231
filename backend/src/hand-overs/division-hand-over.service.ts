import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { HandedOver, HandOverDivision, HandOverPreview } from '../contract/hand-overs.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { mayKeepContact } from '../ministries/policy.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { itemsOfDivision, type OfDivision } from './division-items.js';
import { moveOfDivision } from './division-moves.js';
import type { HandOver } from './transfers.js';

interface Place {
  id: string;
  name: string;
  path: string;
  ended: boolean;
  ministryId: string;
}

/** 引継ぎ of a 課室 that is renamed, merged or split, to another of its ministry. */
@Injectable()
export class DivisionHandOverService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
  ) {}

  async preview(actor: Actor, id: string): Promise<HandOverPreview> {
    const place = await this.place(this.db.manager, actor, id);
    const candidates = await others(this.db, place);
    const items = await itemsOfDivision(this.db, actor, id);
    return {
      handOverId: randomUUID(),
      from: { id, name: place.name, label: place.path },
      items: items.map(({ id: _, ...item }) => ({ ...item, fit: [] })),
      total: items.length,
      candidates: candidates.map(({ id: other, name, path }) => ({ id: other, name, label: path })),
      mayEnd: hasRole(actor, 'admin') && !place.ended,
      leavesOn: null,
    };
  }

  async handOver(actor: Actor, id: string, input: HandOverDivision): Promise<HandedOver> {
    const { handOverId, successorId, seen, left, reason, end } = input;
    if (end) authorize(hasRole(actor, 'admin'));
    return this.db.transaction(async (tx) => {
      const place = await this.place(tx, actor, id);
      if (!(await others(tx, place)).some((other) => other.id === successorId)) {
        throw invalid({ successorId: '引継ぎ先は、同じ府省庁の存続中の課室から選んでください' });
      }
      const by: HandOver = { id: handOverId, actor, from: id, reason };
      const made = await this.begin(tx, by, successorId);
      if (made !== null) return { moved: made, gone: 0 };

      const items = await this.lockItems(tx, actor, id);
      const fresh = items.filter(({ key }) => !seen.includes(key));
      if (fresh.length > 0) throw changed(fresh.length);
      const moving = items.filter(({ key }) => !left.includes(key));
      for (const item of moving) await moveOfDivision(tx, item, successorId, by);
      await this.tell(tx, by, successorId, moving);
      await tx.query('UPDATE hand_overs SET moved = $2 WHERE id = $1', [handOverId, moving.length]);
      if (end) await this.end(tx, actor, id, successorId);
      return { moved: moving.length, gone: seen.length - items.length };
    });
  }

  private async begin(tx: EntityManager, { id, from, reason, actor }: HandOver, to: string): Promise<number | null> {
    const [made] = await tx.query(
      `INSERT INTO hand_overs (id, division_id, successor_division_id, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [id, from, to, reason, personId(actor), this.clock.now()],
    );
    if (made) return null;
    const stored = 'SELECT moved FROM hand_overs WHERE id = $1 AND division_id = $2';
    const [before]: { moved: number }[] = await tx.query(stored, [id, from]);
    return found(before).moved;
  }

  /** Cases first, then the division. */
  private async lockItems(tx: EntityManager, actor: Actor, id: string): Promise<OfDivision[]> {
    await tx.query(
      `SELECT id FROM consultations WHERE id IN (SELECT consultation_id FROM inquiries WHERE division_id = $1
         AND state IN ('asked', 'acknowledged', 'questioned')) ORDER BY id FOR UPDATE`,
      [id],
    );
    await tx.query('SELECT id FROM divisions WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return itemsOfDivision(tx, actor, id);
  }

  private async tell(tx: EntityManager, by: HandOver, to: string, moving: readonly OfDivision[]): Promise<void> {
    const { id: handOverId, actor, from, reason } = by;
    const data = { handOverId, from, items: moving.length };
    await record(tx, { type: 'division.handOver', subjectId: to, actor, reason, data });
    if (!moving.some(({ kind }) => kind === 'inquiry')) return;
    const members: { id: string }[] = await tx.query(
      `SELECT DISTINCT p.id FROM people p JOIN grants g ON g.person_id = p.id
       WHERE g.division_id = $1 AND p.disabled_at IS NULL ORDER BY p.id`,
      [to],
    );
    for (const { id } of members) await record(tx, { type: 'person.handOver', subjectId: id, actor, reason, data });
  }

  private async end(tx: EntityManager, actor: Actor, id: string, to: string): Promise<void> {
    const rest = await itemsOfDivision(tx, actor, id);
    if (rest.length > 0) {
      const message = `この課室には、引き継いでいないものが${rest.length}件残るため、終了できません。全て引き継いでください。`;
      throw new DomainError('conflict', 'division.in_use', message);
    }
    const validTo = this.calendar.today();
    await tx.query(
      'UPDATE divisions SET valid_to = greatest($2, valid_from), succeeded_by = $3, version = version + 1 WHERE id = $1',
      [id, validTo, to],
    );
    await record(tx, { type: 'division.end', subjectId: id, actor, data: { validTo, succeededBy: to } });
  }

  /** @throws DomainError notFound, also for those of other ministries */
  private async place(db: EntityManager, actor: Actor, id: string): Promise<Place> {
    const [row]: Place[] = await db.query(`${PLACES} WHERE d.id = $1`, [id]);
    const place = found(row);
    return found(mayKeepContact(actor, { ministryId: place.ministryId, divisionId: id }) ? place : null);
  }
}

const PLACES = `WITH RECURSIVE tree AS (
    SELECT d.*, d.name AS path, ARRAY[d.id] AS line FROM divisions d WHERE d.parent_id IS NULL
    UNION ALL SELECT d.*, t.path || ' ' || d.name, t.line || d.id FROM divisions d JOIN tree t ON t.id = d.parent_id)
  SELECT d.id, d.name, d.path, d.valid_to IS NOT NULL AS ended, d.ministry_id AS "ministryId" FROM tree d`;

/** The other living divisions of the ministry, but not those below. */
const others = (db: DataSource | EntityManager, { id, ministryId }: Place): Promise<Place[]> =>
  db.query(
    `${PLACES} WHERE d.ministry_id = $1 AND d.valid_to IS NULL AND NOT $2 = ANY (d.line) ORDER BY d.path, d.id`,
    [ministryId, id],
  );

const changed = (count: number) =>
  new DomainError(
    'conflict',
    'hand_over.changed',
    `確認している間に、引き継ぐものが${count}件増えました。まだ何も引き継いでいません。増えたものを確認して、もう一度送信してください。`,
  );
