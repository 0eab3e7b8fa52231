import type { EntityManager } from 'typeorm';
import { type Actor, personId } from '../identity/actor.js';
import { prepared } from '../platform/sql/prepared.js';
import type { ConsultationEntity } from './consultation.entity.js';

/**
 * Who has a case that comes back after it was over: those who had it, unless they left meanwhile. Then the officer who
 * brings it back owns it, and for the town it is whoever wished for it, or else somebody of the town.
 */
export async function peopleAtWork(
  tx: EntityManager,
  actor: Actor,
  { id, ownerId, createdBy, municipalityCode }: ConsultationEntity,
): Promise<Pick<ConsultationEntity, 'ownerId' | 'createdBy'>> {
  const atWork = (person: string) => `(SELECT p.id FROM people p WHERE p.id = ${person} AND p.disabled_at IS NULL)`;
  const [row] = await prepared<{ ownerId: string; createdBy: string }>(
    tx,
    `SELECT CASE WHEN $1::uuid IS NULL THEN NULL ELSE coalesce(${atWork('$1')}, $2) END AS "ownerId",
            coalesce(${atWork('$3')},
              (SELECT p.id FROM events e JOIN people p ON p.id = e.actor_id WHERE e.consultation_id = $4
                 AND e.type = 'consultation.wishReopen' AND p.disabled_at IS NULL ORDER BY e.id DESC LIMIT 1),
              (SELECT p.id FROM people p JOIN grants g ON g.person_id = p.id WHERE g.municipality_code = $5
                 AND g.role IN ('municipality', 'approver') AND p.disabled_at IS NULL ORDER BY g.role DESC, p.kana, p.id LIMIT 1),
              $3) AS "createdBy"`,
    [ownerId, personId(actor), createdBy, id, municipalityCode],
  );
  return row ?? { ownerId, createdBy };
}
