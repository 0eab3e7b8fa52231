import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Paging } from '../contract/paging.js';
import type { PostToTeam, TeamPosts } from '../contract/team-posts.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found } from '../platform/errors.js';
import { mayTeam } from './policy.js';
import { assertSameEntry } from './same-entry.js';
import { teamOf } from './stored-team.js';

/** 会話: what a team and its town say to each other between the meetings. */
@Injectable()
export class PostsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(actor: Actor, teamId: string, { page, size }: Paging): Promise<TeamPosts> {
    const mayPost = mayTeam(actor, 'write', await teamOf(this.db, actor, teamId));
    const rows: { id: string; body: string | null; by: string; at: Date; own: boolean; total: number }[] =
      await this.db.query(
        `SELECT tp.id, tp.body, p.name AS by, tp.created_at AS at, tp.created_by = $2 AS own
         FROM team_posts tp JOIN people p ON p.id = tp.created_by
         WHERE tp.team_id = $1 ORDER BY tp.created_at DESC, tp.id LIMIT $3 OFFSET $4`,
        [teamId, personId(actor), size, (page - 1) * size],
      );
    const [{ total }]: [{ total: number }] = await this.db.query(
      'SELECT count(*)::int AS total FROM team_posts WHERE team_id = $1',
      [teamId],
    );
    const items = rows.map(({ own, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      mayWithdraw: mayPost && own && row.body !== null,
    }));
    return { items, total, mayPost };
  }

  post(actor: Actor, teamId: string, { id, body }: PostToTeam): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const posted: unknown[] = await tx.query(
        `INSERT INTO team_posts (id, team_id, body, created_by, created_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (id) DO NOTHING RETURNING id`,
        [id, teamId, body, personId(actor), this.clock.now()],
      );
      if (posted.length === 0) return assertPosted(tx, actor, teamId, { id, body });
      await record(tx, { type: 'team.post', subjectId: teamId, actor, data: { itemId: id } });
    });
  }

  /** Only the own; the words go, that something was said stays. */
  withdraw(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [post]: { teamId: string; by: string; withdrawn: boolean }[] = await tx.query(
        'SELECT team_id AS "teamId", created_by AS by, withdrawn_at IS NOT NULL AS withdrawn FROM team_posts WHERE id = $1',
        [id],
      );
      const { teamId, by, withdrawn } = found(post);
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team) && by === actor.id);
      if (withdrawn) throw new DomainError('conflict', 'team.withdrawn', 'すでに取り下げています。');
      await tx.query('UPDATE team_posts SET body = NULL, withdrawn_at = $2 WHERE id = $1', [id, this.clock.now()]);
      await record(tx, { type: 'team.withdrawPost', subjectId: teamId, actor, data: { itemId: id } });
    });
  }
}

/** Of what was withdrawn since, nobody knows the words any more. */
async function assertPosted(tx: EntityManager, actor: Actor, teamId: string, { id, body }: PostToTeam): Promise<void> {
  const [known]: { same: boolean }[] = await tx.query(
    `SELECT team_id = $2 AND created_by = $3 AND coalesce(body, $4) = $4 AS same FROM team_posts WHERE id = $1`,
    [id, teamId, personId(actor), body],
  );
  assertSameEntry(known?.same);
}
