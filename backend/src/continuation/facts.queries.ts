import type { EntityManager } from 'typeorm';
import { type Continuations, YEARS_OF_CHOICE } from '../contract/continuation.js';
import { tokyo } from '../platform/sql/tokyo.js';

type Db = Pick<EntityManager, 'query'>;
type Item = Continuations['items'][number];

/** What each town said last, and what was decided; of teams that go on to the end of their year. */
export async function continuationsOf(db: Db, condition: 'id' | 'round_id', value: string): Promise<Item[]> {
  return db.query(
    `SELECT t.id AS "teamId", m.prefecture_name || m.name AS municipality, ${THEME} AS theme,
            CASE WHEN w.years IS NOT NULL THEN json_build_object(
              'years', w.years, 'saidOn', ${day('w.said_at')}, 'from', w.source, 'note', coalesce(page.note, ''),
              'again', ${membersOf('tm.id = ANY (page.again)')}) END AS wish,
            CASE WHEN c.team_id IS NOT NULL THEN json_build_object(
              'outcome', c.outcome, 'reason', c.reason, 'decidedOn', ${day('c.decided_at')}, 'decidedBy', p.name,
              'round', next.name, 'applicationId', c.application_id) END AS decision
     FROM teams t JOIN municipalities m ON m.code = t.municipality_code JOIN applications a ON a.id = t.application_id
     LEFT JOIN continuation_wishes page ON page.team_id = t.id
     LEFT JOIN LATERAL (
       SELECT * FROM (
         SELECT page.years, page.said_at, 'page' AS source WHERE page.team_id IS NOT NULL
         UNION ALL
         SELECT ($2::jsonb ->> i.continuation)::int, i.continuation_at, 'survey' FROM team_survey_invitations i
         WHERE i.team_id = t.id AND $2::jsonb ? i.continuation) said
       ORDER BY said_at DESC LIMIT 1) w ON true
     LEFT JOIN continuations c ON c.team_id = t.id LEFT JOIN people p ON p.id = c.decided_by
     LEFT JOIN applications carried ON carried.id = c.application_id LEFT JOIN rounds next ON next.id = carried.round_id
     WHERE t.${condition} = $1 AND t.ended_at IS NULL
     ORDER BY coalesce(w.years, -1) DESC, t.municipality_code, t.id`,
    [value, JSON.stringify(YEARS_OF_CHOICE)],
  );
}

const day = (instant: string) => `(${tokyo(instant)}::date)::text`;

/** Officers of a team t that meet a condition on `team_members tm`. */
export const membersOf = (condition: string): string => `coalesce((
  SELECT json_agg(json_build_object('memberId', tm.id, 'name', p.name, 'ministry', mi.name) ORDER BY mi.sort, p.id)
  FROM team_members tm JOIN people p ON p.id = tm.person_id JOIN applications o ON o.id = tm.application_id
  JOIN ministries mi ON mi.id = o.ministry_id WHERE tm.team_id = t.id AND tm.left_on IS NULL AND (${condition})), '[]')`;

/** What the year was about: the theme as it stood last, else the problems of the 応募 a, of a team t. */
export const THEME = `coalesce((
  SELECT concat_ws(E'\\n', th.theme, nullif(th.goal, '')) FROM team_themes th WHERE th.team_id = t.id
  ORDER BY th.version DESC LIMIT 1), (
  SELECT string_agg(concat_ws('：', f.name, pr.one ->> 'text'), E'\\n' ORDER BY pr.position)
  FROM jsonb_array_elements(a.sheet -> 'problems') WITH ORDINALITY pr (one, position)
  LEFT JOIN policy_fields f ON f.code = pr.one ->> 'field'), '')`;
