import { OPEN_STATES } from '../contract/lifecycle.js';

const SETTLED = 'NOT EXISTS (SELECT 1 FROM tally_changes)';

/** Kept figures against the rows that they count, once all changes are counted. */
const differs = (figure: string, rows: string) =>
  `SELECT coalesce(t.key, r.key) || ' ' || coalesce(t.also, r.also) AS id
   FROM (SELECT key, also, sum(n) AS n FROM tallies WHERE figure = ${figure} GROUP BY 1, 2) t
   FULL JOIN (${rows}) r USING (key, also) WHERE coalesce(t.n, 0) <> coalesce(r.n, 0) AND ${SETTLED}`;

const COUNTED = 'c.team_id IS NULL AND (c.number IS NOT NULL OR c.proxy_channel IS NOT NULL)';
const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const TOKYO_DAY = (instant: string) => `(${instant} AT TIME ZONE 'Asia/Tokyo')::date`;

/** What must never be true of figures: each query returns the numbers that are wrong. */
export const FIGURE_INVARIANTS: Record<string, string> = {
  'a number that is not the sum of what was counted': `SELECT coalesce(t.entry, u.entry) AS id FROM tallies t
     FULL JOIN (SELECT e AS entry, count(*) AS n FROM tally_units, unnest(entries) e GROUP BY 1) u USING (entry)
     WHERE coalesce(t.n, 0) <> coalesce(u.n, 0)`,
  'the cases by state are not those of the figures': differs(
    `'state'`,
    `SELECT c.state AS key, CASE WHEN c.state IN (${OPEN}) THEN ${TOKYO_DAY('c.state_since')}::text ELSE '' END AS also, count(*) AS n FROM consultations c WHERE ${COUNTED} GROUP BY 1, 2`,
  ),
  'the cases by ministry are not those of the figures': differs(
    `'ministry'`,
    `SELECT coalesce(k.ministry_id, 'none') AS key, c.state AS also, count(*) AS n FROM consultations c
     LEFT JOIN ministry_cases k ON k.consultation_id = c.id WHERE ${COUNTED} GROUP BY 1, 2`,
  ),
  'the answers to the main question are not those of the figures': differs(
    `'answers.consultation' AND key = 'overall'`,
    `SELECT 'overall' AS key, score::text AS also, count(*) AS n FROM survey_responses WHERE survey = 'consultation' GROUP BY 2
     UNION ALL SELECT 'overall', '', count(*) FROM survey_responses WHERE survey = 'consultation' HAVING count(*) > 0`,
  ),
  'the cases behind 日数 are not those of the figures': `SELECT coalesce(t.figure, k.figure) || ' ' || coalesce(t.rank, k.rank) AS id
     FROM (SELECT figure || '.' || key AS figure, also AS rank, sum(n) AS n FROM tallies WHERE figure = 'duration' GROUP BY 1, 2) t
     FULL JOIN (SELECT figure, rank::text AS rank, count(*) AS n FROM tally_ranks GROUP BY 1, 2) k USING (figure, rank)
     WHERE coalesce(t.n, 0) <> coalesce(k.n, 0)`,
  'the answers behind a number are not those of the figures': `SELECT t.figure || ' ' || t.key || ' ' || t.also AS id
     FROM (SELECT figure, key, also, sum(n) AS n FROM tallies WHERE figure LIKE 'answers.%' AND also <> '' GROUP BY 1, 2, 3) t
     WHERE t.n <> (SELECT count(*) FROM tally_units u WHERE u.kind = 'survey'
       AND u.found_by @> ARRAY['survey:' || substr(t.figure, 9), 'says:' || t.key || '=' || t.also])`,
};
