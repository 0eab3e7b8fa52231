import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type TeamTheme, type ThemeHistory, ThemePart } from '../contract/teams.js';
import type { Actor } from '../identity/actor.js';
import { teamOf } from './stored-team.js';

type Row = Omit<TeamTheme, 'savedAt'> & { savedAt: Date };

const THEMES = `SELECT th.version, th.theme, th.goal, th.plan, th.shared, p.name AS "savedBy", th.created_at AS "savedAt", coalesce((
    SELECT json_agg(json_build_object('code', f.code, 'name', f.name) ORDER BY f.name, f.code)
    FROM policy_fields f WHERE f.code = ANY (th.fields)), '[]') AS fields
  FROM team_themes th JOIN people p ON p.id = th.created_by WHERE th.team_id = $1 ORDER BY th.version DESC`;

const shown = (row: Row): TeamTheme => ({ ...row, savedAt: row.savedAt.toISOString() });

/** What the team wants to reach now. */
export async function themeOf(db: Pick<EntityManager, 'query'>, teamId: string): Promise<TeamTheme | null> {
  const [row]: Row[] = await db.query(`${THEMES} LIMIT 1`, [teamId]);
  return row ? shown(row) : null;
}

@Injectable()
export class ThemeQueries {
  constructor(private readonly db: DataSource) {}

  /** Every saving, the newest first. */
  async history(actor: Actor, teamId: string): Promise<ThemeHistory> {
    await teamOf(this.db, actor, teamId);
    const rows: Row[] = await this.db.query(THEMES, [teamId]);
    const items = rows.map((row, index) => ({ ...shown(row), changed: changedSince(rows[index + 1], row) }));
    return { items, total: items.length };
  }
}

const text = (row: Row | undefined, part: ThemePart) =>
  part === 'fields' ? (row?.fields ?? []).map(({ code }) => code).join() : (row?.[part] ?? '');

const changedSince = (before: Row | undefined, after: Row): ThemePart[] =>
  ThemePart.options.filter((part) => text(before, part) !== text(after, part));
