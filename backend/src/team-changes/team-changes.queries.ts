import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TeamChanges } from '../contract/team-changes.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { mayTeam } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';
import { candidatesOf } from './candidates.js';

@Injectable()
export class TeamChangesQueries {
  constructor(private readonly db: DataSource) {}

  async get(actor: Actor, teamId: string): Promise<TeamChanges> {
    const team = await teamOf(this.db, actor, teamId);
    authorize(mayTeam(actor, 'changeMembers', team));
    const items = await candidatesOf(this.db, team);
    const openPromises: TeamChanges['openPromises'] = await this.db.query(
      `SELECT owner_id AS "personId", count(*)::int AS count FROM promises
       WHERE team_id = $1 AND owner_id IS NOT NULL AND done_at IS NULL GROUP BY owner_id ORDER BY owner_id`,
      [teamId],
    );
    return { items, total: items.length, openPromises };
  }
}
