import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Introduce, WriteTheme } from '../contract/teams.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid, sameVersion } from '../platform/errors.js';
import { mayTeam } from './policy.js';
import { teamOf } from './stored-team.js';
import { themeOf } from './theme.queries.js';

/** What a team says of itself: who its members are, and what they want to reach. */
@Injectable()
export class ThemesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Each member in the own words. */
  introduce(actor: Actor, teamId: string, { version, introduction }: Introduce): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const [member]: { id: string; introduction: string; version: number }[] = await tx.query(
        'SELECT id, introduction, version FROM team_members WHERE team_id = $1 AND person_id = $2 AND left_on IS NULL',
        [teamId, personId(actor)],
      );
      authorize(member !== undefined);
      const { id, ...stored } = found(member);
      sameVersion(stored.version, version, stored);
      await tx.query('UPDATE team_members SET introduction = $2, version = version + 1 WHERE id = $1', [
        id,
        introduction,
      ]);
      await record(tx, { type: 'team.introduce', subjectId: teamId, actor, data: { itemId: id } });
    });
  }

  /** A row for every saving. Whoever saw an older one is shown the newest first. */
  write(actor: Actor, teamId: string, { version, fields, theme, goal, plan, shared }: WriteTheme): Promise<void> {
    return this.db.transaction(async (tx) => {
      const team = await teamOf(tx, actor, teamId, 'FOR UPDATE OF t');
      authorize(mayTeam(actor, 'write', team));
      const stored = await themeOf(tx, teamId);
      sameVersion(stored?.version ?? 0, version, stored);
      await requireFields(tx, fields);
      await tx.query(
        `INSERT INTO team_themes (team_id, version, fields, theme, goal, plan, shared, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [teamId, version + 1, fields, theme, goal, plan, shared, this.clock.now(), personId(actor)],
      );
      await record(tx, { type: 'team.writeTheme', subjectId: teamId, actor, data: { version: version + 1, shared } });
    });
  }
}

async function requireFields(tx: EntityManager, fields: readonly string[]): Promise<void> {
  const [{ known }]: [{ known: number }] = await tx.query(
    'SELECT count(*)::int AS known FROM policy_fields WHERE code = ANY ($1)',
    [fields],
  );
  if (known !== fields.length) throw invalid({ fields: 'この政策分野はありません。一覧から選んでください' });
}
