import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { FeedEntry, FeedQuery, TeamFeed } from '../contract/team-feed.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { authorize } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';
import { readableTeams } from '../teams/policy.js';
import { ENTRIES, FIELDS_OF_TEAM } from './entries.js';

/** What others tried: for everybody with a team, and for who runs 伴走支援. */
@Injectable()
export class FeedQueries {
  constructor(private readonly db: DataSource) {}

  /** What was shared last stands first. */
  async get(actor: Actor, { field, kind, page, size }: FeedQuery): Promise<TeamFeed> {
    authorize(isInside(actor) || (await this.hasTeam(actor)));
    const { bind, values } = binder();
    const from = `FROM ${ENTRIES} JOIN teams t ON t.id = e.team_id AND t.ended_at IS NULL JOIN rounds r ON r.id = t.round_id
      JOIN municipalities m ON m.code = t.municipality_code CROSS JOIN LATERAL (SELECT ${FIELDS_OF_TEAM} AS codes) f
      WHERE ${kind ? `e.kind = ${bind(kind)}` : 'true'} AND ${field ? `${bind(field)} = ANY (f.codes)` : 'true'}`;
    const [{ total }]: [{ total: number }] = await this.db.query(`SELECT count(*)::int AS total ${from}`, values);
    const rows: (Omit<FeedEntry, 'sharedAt'> & { at: Date })[] = await this.db.query(
      `SELECT e.kind, e.id, ${MUNICIPALITY_LABEL} AS municipality, r.name AS round, e.day::text AS day, e.text, e.at,
              ARRAY(SELECT p.name FROM policy_fields p WHERE p.code = ANY (f.codes) ORDER BY p.code) AS fields
       ${from} ORDER BY e.at DESC, e.id LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return {
      items: rows.map(({ at, ...row }) => ({ ...row, sharedAt: at.toISOString() })),
      total,
      fields: await this.fields(),
    };
  }

  private async hasTeam(actor: Actor): Promise<boolean> {
    const { bind, values } = binder();
    const own: unknown[] = await this.db.query(
      `SELECT 1 FROM teams t JOIN rounds r ON r.id = t.round_id WHERE ${readableTeams(actor, bind)} LIMIT 1`,
      values,
    );
    return own.length > 0;
  }

  /** Those in which something is shared. */
  private fields(): Promise<TeamFeed['fields']> {
    return this.db.query(
      `SELECT DISTINCT p.code, p.name FROM ${ENTRIES} JOIN teams t ON t.id = e.team_id AND t.ended_at IS NULL
       JOIN policy_fields p ON p.code = ANY (${FIELDS_OF_TEAM}) ORDER BY p.code`,
    );
  }
}
