import type { DataSource } from 'typeorm';
import { type Case, readable } from '../consultations/policy.js';
import type { Karte } from '../contract/forms.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import type { Card } from './card.js';
import { cardOf } from './card-of-karte.js';

/** A case that the actor may read, as a card: from what was submitted last, or from what is being written. */
export async function storedCard(
  db: DataSource,
  actor: Actor,
  id: string,
  from: 'submitted' | 'written',
): Promise<{ row: Case; card: Card }> {
  const { bind, values } = binder();
  const submitted = `(SELECT s.karte FROM submissions s WHERE s.consultation_id = c.id ORDER BY s.round DESC LIMIT 1)`;
  const rows: (Case & { karte: Karte; municipality: string })[] = await db.query(
    `SELECT c.state, c.municipality_code AS "municipalityCode", c.proxy_channel AS "proxyChannel", c.team_id AS "teamId", m.name AS municipality,
       ${from === 'submitted' ? `coalesce(${submitted}, c.karte)` : 'c.karte'} AS karte
     FROM consultations c JOIN municipalities m ON m.code = c.municipality_code
     WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
    values,
  );
  const { karte, municipality, ...row } = found(rows[0]);
  return { row, card: cardOf(karte, municipality) };
}
