import type { EntityManager } from 'typeorm';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { mustEnd } from '../identity/deputy-chains.js';
import { DomainError } from '../platform/errors.js';
import { moveInquiry } from './move-inquiry.js';
import type { Held } from './person-items.js';

/** One hand-over: who does it, from whom, why. */
export interface HandOver {
  id: string;
  actor: Actor;
  from: string;
  reason: string;
}

type Move = (tx: EntityManager, item: Held, to: string, by: HandOver) => Promise<void>;

/** How each kind of open item passes to the successor, each with its line in the history. Cases are locked by then. */
const MOVES: Partial<Record<Held['kind'], Move>> = {
  case: async (tx, item, to, by) => {
    await tx.query('UPDATE consultations SET owner_id = $2 WHERE id = $1', [item.id, to]);
    await tell(tx, item, to, by, 'consultation.transfer', 'inward');
  },
  draft: (tx, item, to, by) => newAuthor(tx, item, to, by),
  townCase: (tx, item, to, by) => newAuthor(tx, item, to, by),
  actionItem: async (tx, item, to, by) => {
    await tx.query('UPDATE action_items SET owner_id = $2 WHERE id = $1', [item.id, to]);
    await tell(tx, item, to, by, 'actionItem.transfer', 'inward');
  },
  followUp: async (tx, item, to, by) => {
    await tx.query('UPDATE follow_up_tasks SET owner_id = $2 WHERE id = $1', [item.id, to]);
    await tell(tx, item, to, by, 'followUp.transfer', 'none');
  },
  inquiry: async (tx, item, to, by) => {
    const [place]: { divisionId: string | null }[] = await tx.query(
      `SELECT g.division_id AS "divisionId" FROM grants g JOIN inquiries i ON i.ministry_id = g.ministry_id
       WHERE i.id = $1 AND g.person_id = $2 AND g.role = 'ministry' ORDER BY g.division_id NULLS FIRST LIMIT 1`,
      [item.id, to],
    );
    await moveInquiry(tx, item.id, place?.divisionId ?? null, by);
  },
};

/** @throws DomainError conflict, for what nobody can take */
export function move(tx: EntityManager, item: Held, to: string | null, by: HandOver): Promise<void> {
  if (item.kind === 'deputy') return newDeputy(tx, item, to, by);
  const how = MOVES[item.kind];
  if (!how || to === null) throw new DomainError('conflict', 'hand_over.stuck', `「${item.label}」は引き継げません。`);
  return how(tx, item, to, by);
}

/** To be the deputy of somebody: of nobody when the successor cannot. */
async function newDeputy(tx: EntityManager, item: Held, to: string | null, by: HandOver): Promise<void> {
  await tx.query('LOCK TABLE absences IN SHARE ROW EXCLUSIVE MODE');
  await tx.query('UPDATE absences SET deputy_id = $2 WHERE id = $1', [item.id, to]);
  await mustEnd(tx, item.id);
  await tell(tx, item, to, by, 'person.transferDeputy', 'none');
}

/** 作成者 of a カルテ: who is told what happens to it. Who wrote what stays in the history. */
async function newAuthor(tx: EntityManager, item: Held, to: string, by: HandOver): Promise<void> {
  await tx.query('UPDATE consultations SET created_by = $2 WHERE id = $1', [item.id, to]);
  await tell(tx, item, to, by, 'consultation.transferAuthor', 'none');
}

async function tell(
  tx: EntityManager,
  { id, consultationId }: Held,
  to: string | null,
  { actor, reason, from, id: handOverId }: HandOver,
  type: string,
  audience: 'inward' | 'none',
): Promise<void> {
  const data = { handOverId, ownerId: to, before: { ownerId: from } };
  await record(tx, { type, subjectId: id, actor, consultationId: consultationId ?? undefined, audience, reason, data });
}
