import type { EntityManager } from 'typeorm';
import { matchingProblem } from '../applications/matching-problem.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import type { Problem } from '../matching/problem.js';
import type { RoundEntity } from '../rounds/round.entity.js';
import type { Labels } from './stored-proposal.js';

interface Row {
  id: string;
  kind: 'town' | 'officer';
  number: string;
  name: string;
  prefecture: string | null;
  ministry: string | null;
  post: string;
}

/** The problem of a round as it is now, with what people and towns are called now: an 編成案 keeps both. */
export async function problemOfRound(
  db: Pick<EntityManager, 'query'>,
  round: RoundEntity,
): Promise<{ problem: Problem; labels: Labels }> {
  const rows: Row[] = await db.query(
    `SELECT a.id, a.kind, a.number, CASE WHEN a.kind = 'town' THEN ${MUNICIPALITY_LABEL} ELSE p.name END AS name,
            m.prefecture_name AS prefecture, mi.name AS ministry,
            concat_ws(' ', a.sheet ->> 'division', a.sheet ->> 'position') AS post
     FROM applications a JOIN people p ON p.id = a.created_by LEFT JOIN municipalities m ON m.code = a.municipality_code
     LEFT JOIN ministries mi ON mi.id = a.ministry_id
     WHERE a.round_id = $1 AND (a.kind = 'town' AND a.state = 'chosen' OR a.kind = 'officer' AND a.state = 'submitted')
     ORDER BY a.kind, a.serial`,
    [round.id],
  );
  const problem = await matchingProblem(db, round);
  const fields: { code: string; name: string }[] = await db.query('SELECT code, name FROM policy_fields');
  return {
    problem,
    labels: {
      municipalities: Object.fromEntries(
        of(rows, 'town').map(({ id, name, prefecture }) => [id, { name, prefecture: prefecture ?? '' }]),
      ),
      officers: Object.fromEntries(
        of(rows, 'officer').map(({ id, number, name, ministry, post }) => [
          id,
          { number, name, ministry: ministry ?? '', post },
        ]),
      ),
      fields: Object.fromEntries(fields.map(({ code, name }) => [code, name])),
    },
  };
}

const of = (rows: Row[], kind: Row['kind']) => rows.filter((row) => row.kind === kind);
