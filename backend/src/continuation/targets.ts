import type { EntityManager } from 'typeorm';
import type { Continuations } from '../contract/continuation.js';

/** Later rounds that were made public and whose call to towns has not ended. */
export const targetsOf = (
  db: Pick<EntityManager, 'query'>,
  roundId: string,
  now: Date,
): Promise<Continuations['targets']> =>
  db.query(
    `SELECT next.id, next.name FROM rounds r JOIN rounds next ON next.fiscal_year > r.fiscal_year AND next.state = 'open'
     JOIN round_calls c ON c.round_id = next.id AND c.kind = 'town' AND c.closes_at > $2
     WHERE r.id = $1 ORDER BY next.fiscal_year`,
    [roundId, now],
  );
