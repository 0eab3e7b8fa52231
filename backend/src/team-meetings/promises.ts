import type { EntityManager } from 'typeorm';
import type { AddPromise } from '../contract/team-meetings.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { invalid } from '../platform/errors.js';
import { assertSameEntry } from '../teams/same-entry.js';
import type { StoredTeam } from '../teams/stored-team.js';

interface Source {
  meetingId?: string;
  visitId?: string;
  /** Stands alone in its form. */
  single?: true;
}

/** Writes down what was promised. What is sent a second time is there already; under the id of another promise it is refused. The team is locked by the caller. */
export async function addPromises(
  tx: EntityManager,
  actor: Actor,
  team: StoredTeam,
  promises: readonly AddPromise[],
  at: Date,
  { meetingId, visitId, single }: Source = {},
): Promise<void> {
  for (const [index, { id, text, owner, dueOn }] of promises.entries()) {
    if (owner !== 'town' && !team.people.includes(owner)) {
      throw invalid({
        [single ? 'owner' : `promises.${index}.owner`]: 'この人は今のチームにいません。選び直してください',
      });
    }
    const promise = [id, team.id, meetingId ?? null, visitId ?? null, text];
    promise.push(...(owner === 'town' ? ['town', null] : ['team', owner]), dueOn);
    const added: unknown[] = await tx.query(
      `INSERT INTO promises (id, team_id, meeting_id, visit_id, text, owner_kind, owner_id, due_on, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING RETURNING id`,
      [...promise, personId(actor), at],
    );
    if (added.length > 0) {
      await record(tx, { type: 'promise.add', subjectId: team.id, actor, data: { itemId: id } });
      continue;
    }
    const [known]: { same: boolean }[] = await tx.query(
      `SELECT (team_id, meeting_id, visit_id, text, owner_kind, owner_id, due_on)
         IS NOT DISTINCT FROM ($2::uuid, $3::uuid, $4::uuid, $5::text, $6::text, $7::uuid, $8::date) AS same
       FROM promises WHERE id = $1`,
      promise,
    );
    assertSameEntry(known?.same);
  }
}
