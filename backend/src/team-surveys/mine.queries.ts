import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { MyTeamSurveys } from '../contract/team-surveys.js';
import type { Actor } from '../identity/actor.js';
import type { Config } from '../platform/config.js';
import { CONFIG } from '../platform/platform.module.js';
import { signLink } from '../platform/signing.js';
import { isLeadingTown } from '../teams/policy.js';
import { teamOf } from '../teams/stored-team.js';

type Row = Pick<MyTeamSurveys['items'][number], 'name' | 'occasion' | 'closesOn'> & { id: string; answered: boolean };

/** What waits for the person in a team: an officer's own surveys, or those of the town. */
@Injectable()
export class MyTeamSurveyQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async of(actor: Actor, teamId: string): Promise<MyTeamSurveys> {
    const team = await teamOf(this.db, actor, teamId);
    const rows: Row[] = await this.db.query(
      `SELECT i.id, d.name, s.occasion, s.closes_on::text AS "closesOn", i.answered_on IS NOT NULL AS answered
       FROM team_survey_invitations i JOIN team_surveys s ON s.id = i.team_survey_id
       JOIN survey_definitions d ON (d.survey, d.version) = (s.survey, s.version)
       LEFT JOIN team_members tm ON tm.id = i.member_id
       WHERE i.team_id = $1 AND CASE WHEN i.member_id IS NULL THEN $2 ELSE tm.person_id = $3 AND tm.left_on IS NULL END
       ORDER BY s.opens_on DESC, i.id`,
      [teamId, isLeadingTown(actor, team), actor.id],
    );
    const today = this.calendar.today();
    return {
      items: rows.map(({ id, answered, ...row }) => ({
        ...row,
        state: today > row.closesOn ? 'closed' : answered ? 'answered' : 'open',
        href: `/team-survey/${signLink(this.config.SECRET, 'teamSurvey', id)}`,
      })),
    };
  }
}
