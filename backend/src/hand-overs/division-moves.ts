import type { EntityManager } from 'typeorm';
import { record } from '../events/record.js';
import { DomainError } from '../platform/errors.js';
import type { OfDivision } from './division-items.js';
import { moveInquiry } from './move-inquiry.js';
import type { HandOver } from './transfers.js';

type Move = (tx: EntityManager, item: OfDivision, to: string, by: HandOver) => Promise<void>;

/** How what belongs to a division passes to its successor in the same ministry. */
const MOVES: Partial<Record<OfDivision['kind'], Move>> = {
  inquiry: (tx, { id }, to, by) => moveInquiry(tx, id, to, by),
  member: async (tx, { id }, to, by) => {
    const [row]: { person: string }[] = await tx.query('SELECT person_id AS person FROM grants WHERE id = $1', [id]);
    const person = row?.person ?? '';
    // Somebody may belong to both already.
    await tx.query(
      `DELETE FROM grants g USING grants other WHERE g.id = $1 AND other.person_id = g.person_id AND other.role = g.role
         AND other.ministry_id = g.ministry_id AND other.division_id = $2`,
      [id, to],
    );
    await tx.query('UPDATE grants SET division_id = $2 WHERE id = $1', [id, to]);
    await tx.query('UPDATE people SET version = version + 1 WHERE id = $1', [person]);
    await tx.query('DELETE FROM sessions WHERE person_id = $1 AND person_id <> $2', [person, by.actor.id]);
    await tell(tx, 'person.moveDivision', person, to, by);
  },
  contact: async (tx, { id }, to, by) => {
    await tx.query('UPDATE contacts SET division_id = $2, version = version + 1 WHERE id = $1', [id, to]);
    await tell(tx, 'contact.transfer', id, to, by);
  },
  part: async (tx, { id, label }, to, by) => {
    const [namesake] = await tx.query(
      'SELECT 1 FROM divisions WHERE parent_id = $1 AND name = $2 AND valid_to IS NULL',
      [to, label],
    );
    if (namesake) {
      const message = `引継ぎ先の下に、同じ名称の「${label}」があります。先にその課室を引き継いでください。`;
      throw new DomainError('conflict', 'hand_over.namesake', message);
    }
    await tx.query('UPDATE divisions SET parent_id = $2, version = version + 1 WHERE id = $1', [id, to]);
    await tell(tx, 'division.transfer', id, to, by);
  },
};

export async function moveOfDivision(tx: EntityManager, item: OfDivision, to: string, by: HandOver): Promise<void> {
  await MOVES[item.kind]?.(tx, item, to, by);
}

async function tell(tx: EntityManager, type: string, subjectId: string, to: string, by: HandOver): Promise<void> {
  const { actor, reason, id: handOverId, from } = by;
  await record(tx, { type, subjectId, actor, reason, data: { handOverId, from, to } });
}
