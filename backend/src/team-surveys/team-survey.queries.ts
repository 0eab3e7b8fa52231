import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { plusDays } from '../calendar/workdays.js';
import type { CalendarEntry } from '../contract/rounds.js';
import { Occasion, TeamSurveyKind, type TeamSurveySlot, type TeamSurveys } from '../contract/team-surveys.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { SMALLEST_SHOWN } from '../surveys/breakdown.js';
import { meanHalfUp, percentHalfUp } from '../surveys/figures.js';
import { plansTeamSurveys, seesTeamSurveys } from './policy.js';
import { type StoredSurvey, stateOf } from './stored-survey.js';

/** The entry in the calendar of a round that says when each begins. */
const DAY_OF: Record<Occasion, string> = { half: 'midSurvey', end: 'endSurvey' };

interface Row extends Pick<StoredSurvey, 'id' | 'survey' | 'occasion' | 'opensOn' | 'closesOn' | 'openedAt'> {
  invited: number;
  answered: number;
  points: number;
}

/** The four surveys of a 年度. */
@Injectable()
export class TeamSurveyQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async list(actor: Actor, roundId: string): Promise<TeamSurveys> {
    authorize(seesTeamSurveys(actor));
    const rounds: { id: string; name: string; calendar: CalendarEntry[] }[] = await this.db.query(
      'SELECT id, name, calendar FROM rounds WHERE id = $1',
      [roundId],
    );
    const { id, name, calendar } = found(rounds[0]);
    const stored: Row[] = await this.db.query(
      `SELECT s.id, s.survey, s.occasion, s.opens_on::text AS "opensOn", s.closes_on::text AS "closesOn",
              s.opened_at AS "openedAt", r.answered, r.points,
              (SELECT count(*)::int FROM team_survey_invitations i WHERE i.team_survey_id = s.id) AS invited
       FROM team_surveys s CROSS JOIN LATERAL (
         SELECT count(*)::int AS answered, coalesce(sum((answers ->> 'overall')::int), 0)::int AS points
         FROM team_survey_responses WHERE team_survey_id = s.id AND handed_in) r WHERE s.round_id = $1`,
      [roundId],
    );
    const days: { survey: string; days: number }[] = await this.db.query(
      `SELECT DISTINCT ON (survey) survey, closes_after_days AS days FROM survey_definitions
       WHERE valid_from <= $1 ORDER BY survey, version DESC`,
      [this.calendar.today()],
    );
    const items = Occasion.options.flatMap((occasion) =>
      TeamSurveyKind.options.map((survey): TeamSurveySlot => {
        const row = stored.find((one) => one.survey === survey && one.occasion === occasion);
        if (row) return this.standing(row);
        const usual = calendar.find(({ key }) => key === DAY_OF[occasion])?.on;
        // A survey cannot begin in the past: that day is nothing to propose.
        const opensOn = usual && usual >= this.calendar.today() ? usual : null;
        const lasts = days.find((one) => one.survey === survey)?.days ?? 0;
        return {
          ...{ id: null, survey, occasion, state: null, invited: 0, answered: 0, responseRate: null, mean: null },
          ...{ opensOn, closesOn: opensOn && plusDays(opensOn, lasts) },
        };
      }),
    );
    return { round: { id, name }, items, allowedActions: plansTeamSurveys(actor) ? ['plan'] : [] };
  }

  private standing({ openedAt, points, ...row }: Row): TeamSurveySlot {
    const { invited, answered, closesOn } = row;
    const state = stateOf({ openedAt, closesOn }, this.calendar.today());
    const told = state === 'closed' && answered >= SMALLEST_SHOWN;
    return {
      ...row,
      state,
      responseRate: percentHalfUp(answered, invited),
      mean: told ? meanHalfUp(points, answered) : null,
    };
  }
}
