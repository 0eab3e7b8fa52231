import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { HandedOver, HandOverPerson, HandOverPreview } from '../contract/hand-overs.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { fitDeputies } from '../identity/fit-deputies.js';
import { openItems } from '../identity/open-items.js';
import { PeopleQueries } from '../identity/people.queries.js';
import { lookedAfterBy } from '../identity/policy.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { Leaving } from './leaving.js';
import { type Held, heldBy } from './person-items.js';
import { mustBeSomebodyElse, mustTakeWhatComes, successors } from './successors.js';
import { type HandOver, move } from './transfers.js';

/** 引継ぎ of all that a person holds, in one transaction. */
@Injectable()
export class PersonHandOverService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly calendar: Calendar,
    private readonly people: PeopleQueries,
    private readonly leaving: Leaving,
  ) {}

  async preview(actor: Actor, id: string): Promise<HandOverPreview> {
    const leaver = await this.leaver(this.db.manager, actor, id);
    const items = await heldBy(this.db, actor, id, this.calendar.today());
    const fit = new Set(items.flatMap((item) => item.fit));
    for (const deputy of await fitDeputies(this.db, id)) fit.add(deputy.id);
    const named = await this.people.named([id, ...fit]);
    return {
      handOverId: randomUUID(),
      from: found(named.find((person) => person.id === id)),
      items: items.map(({ id: _, consultationId: __, ...item }) => item),
      total: items.length,
      candidates: named.filter((person) => person.id !== id),
      mayEnd: hasRole(actor, 'admin') && !leaver.disabled && actor.id !== id,
      leavesOn: leaver.leavesOn,
    };
  }

  /** @throws DomainError conflict, when there is more to hand over than the person saw */
  async handOver(actor: Actor, id: string, input: HandOverPerson): Promise<HandedOver> {
    const { handOverId, reason, leave } = input;
    this.checkLeaving(actor, id, input);
    return this.db.transaction(async (tx) => {
      await this.leaver(tx, actor, id);
      await mustBeSomebodyElse(tx, id, input.successorId);
      const by: HandOver = { id: handOverId, actor, from: id, reason };
      const made = await this.begin(tx, by, input);
      if (made !== null) return { moved: made, gone: 0 };

      const held = await this.lockHeld(tx, actor, id);
      const fresh = held.filter(({ key }) => !input.seen.includes(key));
      if (fresh.length > 0) throw changed(fresh);
      const to = successors(held, input);
      if (leave === 'later') await mustTakeWhatComes(tx, id, input.successorId, held);
      for (const item of held) await move(tx, item, to.get(item.key) ?? null, by);
      await this.tell(tx, by, [...to.values()]);
      await tx.query('UPDATE hand_overs SET moved = $2 WHERE id = $1', [handOverId, held.length]);
      if (leave === 'now') await this.leaving.stop(tx, actor, id);
      return { moved: held.length, gone: input.seen.length - held.length };
    });
  }

  /** What came to the person since, on the day they leave. */
  async handOverRest(tx: EntityManager, by: HandOver, successorId: string): Promise<void> {
    const held = await this.lockHeld(tx, by.actor, by.from);
    const to = successors(held, { successorId, choices: {} });
    for (const item of held) await move(tx, item, to.get(item.key) ?? null, by);
    if (held.length > 0) await this.tell(tx, by, [...to.values()]);
  }

  private checkLeaving(actor: Actor, id: string, { leave, leavesOn, successorId }: HandOverPerson): void {
    if (leave === 'stay') return;
    authorize(hasRole(actor, 'admin'));
    if (actor.id === id) throw invalid({ leave: '自分の利用は停止できません。別の管理者が行ってください' });
    if (leave === 'now') return;
    if (!leavesOn || leavesOn <= this.calendar.today()) {
      throw invalid({ leavesOn: '利用を停止する日は、明日以降の日付にしてください' });
    }
    if (!successorId) throw invalid({ successorId: '停止の日までに増える仕事を引き継ぐ後任を選んでください' });
  }

  /** The row of this hand-over; how many it moved when it was made before (a second press). */
  private async begin(tx: EntityManager, by: HandOver, input: HandOverPerson): Promise<number | null> {
    const { successorId, leave, leavesOn } = input;
    const [made] = await tx.query(
      `INSERT INTO hand_overs (id, person_id, successor_id, reason, leaves_on, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [
        by.id,
        by.from,
        successorId,
        by.reason,
        leave === 'later' ? leavesOn : null,
        personId(by.actor),
        this.clock.now(),
      ],
    );
    if (made) {
      if (leave === 'later') await this.onlyDay(tx, by);
      return null;
    }
    const [before]: { moved: number }[] = await tx.query(
      'SELECT moved FROM hand_overs WHERE id = $1 AND person_id = $2',
      [by.id, by.from],
    );
    return found(before).moved;
  }

  /** Of several days on which somebody was to leave, the one named last counts. */
  private onlyDay(tx: EntityManager, { id, from }: HandOver): Promise<unknown> {
    return tx.query(
      'UPDATE hand_overs SET leaves_on = NULL WHERE person_id = $1 AND id <> $2 AND left_at IS NULL AND leaves_on IS NOT NULL',
      [from, id],
    );
  }

  /** Cases first, then the person, as everywhere; whoever gives the person more waits, and finds them gone. */
  private async lockHeld(tx: EntityManager, actor: Actor, id: string): Promise<Held[]> {
    const today = this.calendar.today();
    await tx.query(
      `SELECT id FROM consultations WHERE id IN (
         SELECT o.consultation_id FROM ${openItems('$2::date')} o WHERE o.person_id = $1) ORDER BY id FOR UPDATE`,
      [id, today],
    );
    await tx.query('SELECT id FROM people WHERE id = $1 FOR NO KEY UPDATE', [id]);
    return heldBy(tx, actor, id, today);
  }

  /** One event, and so one mail, for each successor. */
  private async tell(
    tx: EntityManager,
    { id, actor, from, reason }: HandOver,
    successorIds: (string | null)[],
  ): Promise<void> {
    for (const successorId of new Set(successorIds)) {
      if (successorId === null) continue;
      const items = successorIds.filter((one) => one === successorId).length;
      const data = { handOverId: id, from, items };
      await record(tx, { type: 'person.handOver', subjectId: successorId, actor, reason, data });
    }
  }

  private async leaver(db: EntityManager, actor: Actor, id: string) {
    const [row]: { disabled: boolean; leavesOn: string | null }[] = await db.query(
      `SELECT p.disabled_at IS NOT NULL AS disabled, (SELECT min(h.leaves_on)::text FROM hand_overs h
         WHERE h.person_id = p.id AND h.left_at IS NULL) AS "leavesOn"
       FROM people p WHERE p.id = $1 AND ${lookedAfterBy(actor)}`,
      [id],
    );
    return found(row);
  }
}

const changed = (fresh: readonly Held[]) =>
  new DomainError(
    'conflict',
    'hand_over.changed',
    `確認している間に、引き継ぐものが${fresh.length}件増えました（${fresh
      .slice(0, 3)
      .map(({ label }) => label)
      .join(
        '、',
      )}${fresh.length > 3 ? 'など' : ''}）。まだ何も引き継いでいません。増えたものを確認して、もう一度送信してください。`,
  );
