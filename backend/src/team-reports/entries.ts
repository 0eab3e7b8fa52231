import type { EntityManager } from 'typeorm';
import type { ReportText } from '../contract/team-reports.js';

/** One kind of entry of a team, and the text of a report it belongs to. */
interface Entry {
  text: ReportText;
  heading: string;
  /** A line for each, in the order of the year. */
  read: (db: Pick<EntityManager, 'query'>, teamId: string) => Promise<string[]>;
}

const lines =
  (sql: string, say: (row: Record<string, string>) => string): Entry['read'] =>
  async (db, teamId) => {
    const rows: Record<string, string>[] = await db.query(sql, [teamId]);
    return rows.map((row) => `・${say(row)}`);
  };

/** What a report is filled from. */
export const ENTRIES: readonly Entry[] = [
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
];
