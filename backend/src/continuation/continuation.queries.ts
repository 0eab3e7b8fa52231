import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readableApplications } from '../applications/policy.js';
import { Clock } from '../calendar/clock.js';
import type { ApplicationOrigin, Continuation, Continuations } from '../contract/continuation.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { continuationsOf, membersOf, THEME } from './facts.queries.js';
import { decidesContinuation, mayDecide, mayWish, seesContinuation } from './policy.js';
import { targetsOf } from './targets.js';

/** Who wishes to go on, and what became of it. */
@Injectable()
export class ContinuationQueries {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async ofTeam(actor: Actor, id: string): Promise<Continuation> {
    const team = await teamOf(this.db, actor, id);
    authorize(seesContinuation(actor, team));
    const [item] = await continuationsOf(this.db, 'id', id);
    const [row]: { members: Continuation['members'] }[] = await this.db.query(
      `SELECT ${membersOf('true')} AS members FROM teams t WHERE t.id = $1`,
      [id],
    );
    const { wish, decision } = found(item);
    return {
      teamId: id,
      wish,
      decision: isInside(actor) ? decision : decision?.outcome === 'carried' ? { ...decision, reason: null } : null,
      members: row?.members ?? [],
      allowedActions: [
        ...(mayWish(actor, team) ? (['wish'] as const) : []),
        ...(mayDecide(actor, team) ? (['decide'] as const) : []),
      ],
    };
  }

  async ofRound(actor: Actor, roundId: string): Promise<Continuations> {
    authorize(isInside(actor));
    const rounds: Continuations['round'][] = await this.db.query('SELECT id, name, state FROM rounds WHERE id = $1', [
      roundId,
    ]);
    const round = found(rounds[0]);
    const items = await continuationsOf(this.db, 'round_id', roundId);
    const count = (test: (years: number | null) => boolean) =>
      items.filter(({ wish }) => test(wish?.years ?? null)).length;
    return {
      round,
      targets: await targetsOf(this.db, roundId, this.clock.now()),
      counts: {
        wished: count((years) => years !== null && years > 0),
        declined: count((years) => years === 0),
        silent: count((years) => years === null),
      },
      items,
      allowedActions: decidesContinuation(actor) && ['running', 'ended'].includes(round.state) ? ['decide'] : [],
    };
  }

  async originOf(actor: Actor, applicationId: string): Promise<ApplicationOrigin> {
    const { bind, values } = binder();
    const readable: unknown[] = await this.db.query(
      `SELECT 1 FROM applications a WHERE a.id = ${bind(applicationId)} AND ${readableApplications(actor, bind)}`,
      values,
    );
    found(readable[0]);
    const [origin]: NonNullable<ApplicationOrigin['origin']>[] = await this.db.query(
      `SELECT t.id AS "teamId", r.name AS round, m.prefecture_name || m.name AS municipality, ${THEME} AS theme, coalesce((
         SELECT json_agg(json_build_object('name', p.name, 'ministry', mi.name,
                  'wishedAgain', tm.id = ANY (coalesce(w.again, '{}'))) ORDER BY mi.sort, p.id)
         FROM team_members tm JOIN people p ON p.id = tm.person_id JOIN applications o ON o.id = tm.application_id
         JOIN ministries mi ON mi.id = o.ministry_id WHERE tm.team_id = t.id AND tm.left_on IS NULL), '[]') AS members
       FROM continuations c JOIN teams t ON t.id = c.team_id JOIN rounds r ON r.id = t.round_id
       JOIN municipalities m ON m.code = t.municipality_code JOIN applications a ON a.id = t.application_id
       LEFT JOIN continuation_wishes w ON w.team_id = t.id WHERE c.application_id = $1`,
      [applicationId],
    );
    return { origin: origin ?? null };
  }
}
