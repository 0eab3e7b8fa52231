import type { EntityManager } from 'typeorm';
import type { Case } from '../consultations/policy.js';
import { reachable } from '../consultations/policy.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';

/** What the policy needs to know of a case the actor may read. @throws DomainError notFound */
export async function readCase(db: EntityManager, actor: Actor, id: string): Promise<Case> {
  const { bind, values } = binder();
  const rows: Case[] = await db.query(
    `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId"
     FROM consultations c WHERE c.id = ${bind(id)} AND ${reachable(actor, bind)}`,
    values,
  );
  return found(rows[0]);
}
