import type { EntityManager } from 'typeorm';
import { formatWareki } from '../contract/calendar.js';
import type { ReportText } from '../contract/team-reports.js';
import { tokyo } from '../platform/sql/tokyo.js';

/** One kind of entry of a team, and the text of a report it belongs to. */
interface Entry {
  text: ReportText;
  heading: string;
  /** A line for each, in the order of the year. */
  read: (db: Pick<EntityManager, 'query'>, teamId: string) => Promise<string[]>;
}

/** Of what somebody wrote at length, the beginning: the entry itself stays where it is. */
const MOST = 80;
function brief(words: string | undefined): string {
  const line = (words ?? '').replace(/\s*\n\s*/g, '、').trim();
  return line.length > MOST ? `${line.slice(0, MOST)}…` : line;
}

const dated = (from: string, to = from): string =>
  to === from ? formatWareki(from) : `${formatWareki(from)}から${formatWareki(to)}まで`;

const lines =
  (sql: string, say: (row: Record<string, string>) => string): Entry['read'] =>
  async (db, teamId) => {
    const rows: Record<string, string>[] = await db.query(sql, [teamId]);
    return rows.map((row) => `・${say(row)}`);
  };

/** What a report is filled from. */
export const ENTRIES: readonly Entry[] = [
  {
    ...{ text: 'progress', heading: '支援テーマ' },
    read: lines(
      'SELECT theme, goal FROM team_themes WHERE team_id = $1 ORDER BY version DESC LIMIT 1',
      ({ theme, goal }) => [brief(theme), goal && `目標：${brief(goal)}`].filter(Boolean).join('　'),
    ),
  },
  {
    ...{ text: 'progress', heading: '応募のときの課題' },
    read: lines(
      `SELECT coalesce(f.name, '') AS field, coalesce(p.one ->> 'text', '') AS problem
       FROM teams t JOIN applications a ON a.id = t.application_id
       CROSS JOIN jsonb_array_elements(a.sheet -> 'problems') WITH ORDINALITY p (one, position)
       LEFT JOIN policy_fields f ON f.code = p.one ->> 'field' WHERE t.id = $1 ORDER BY p.position`,
      ({ field, problem }) => [field, problem].filter(Boolean).join('：'),
    ),
  },
  {
    ...{ text: 'progress', heading: '会議' },
    read: lines(
      `SELECT (${tokyo('starts_at')}::date)::text AS day, decisions FROM team_meetings
       WHERE team_id = $1 AND state = 'held' ORDER BY starts_at, id`,
      ({ day = '', decisions }) => [dated(day), decisions && `決定：${brief(decisions)}`].filter(Boolean).join('　'),
    ),
  },
  {
    ...{ text: 'progress', heading: '現地訪問' },
    read: lines(
      `SELECT starts_on::text AS "from", ends_on::text AS "to", result FROM visits
       WHERE team_id = $1 AND state = 'done' ORDER BY starts_on, id`,
      ({ from = '', to, result }) => [dated(from, to), brief(result)].filter(Boolean).join('　'),
    ),
  },
  {
    // Of requests the town reads no words: only how many there were.
    ...{ text: 'progress', heading: '後方支援' },
    read: lines(
      `SELECT k.name, count(*)::text AS many, count(s.answer)::text AS answered FROM support_requests s
       JOIN support_kinds k ON k.code = s.kind WHERE s.team_id = $1 GROUP BY k.code ORDER BY k.sort`,
      ({ name, many, answered }) => `${name}　${many}件（うち回答あり${answered}件）`,
    ),
  },
  {
    ...{ text: 'progress', heading: '果たした約束' },
    read: lines(
      'SELECT text FROM promises WHERE team_id = $1 AND done_at IS NOT NULL ORDER BY done_at, id',
      ({ text }) => brief(text),
    ),
  },
  {
    ...{ text: 'remaining', heading: '果たしていない約束' },
    read: lines(
      `SELECT text, due_on::text AS "dueOn", owner_kind AS owner FROM promises
       WHERE team_id = $1 AND done_at IS NULL ORDER BY due_on, id`,
      ({ text, dueOn = '', owner }) =>
        `${brief(text)}（担当：${owner === 'town' ? '団体' : '支援官'}、期限：${formatWareki(dueOn)}）`,
    ),
  },
];
