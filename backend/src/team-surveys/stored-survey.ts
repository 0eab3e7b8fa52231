import type { EntityManager } from 'typeorm';
import type { RoundState } from '../contract/rounds.js';
import type { SurveyQuestion } from '../contract/surveys.js';
import type { Occasion, TeamSurveyKind, TeamSurveyState } from '../contract/team-surveys.js';
import { found } from '../platform/errors.js';

export interface StoredSurvey {
  id: string;
  roundId: string;
  round: string;
  roundState: RoundState;
  survey: TeamSurveyKind;
  occasion: Occasion;
  opensOn: string;
  closesOn: string;
  openedAt: Date | null;
  /** What was asked; of one not open yet nothing. */
  name: string | null;
  questions: SurveyQuestion[] | null;
}

export const stateOf = ({ openedAt, closesOn }: Pick<StoredSurvey, 'openedAt' | 'closesOn'>, today: string) => {
  const state: TeamSurveyState = openedAt === null ? 'planned' : today > closesOn ? 'closed' : 'open';
  return state;
};

/** @throws DomainError notFound */
export async function surveyOf(db: Pick<EntityManager, 'query'>, id: string): Promise<StoredSurvey> {
  const rows: StoredSurvey[] = await db.query(
    `SELECT s.id, s.round_id AS "roundId", r.name AS round, r.state AS "roundState", s.survey, s.occasion,
            s.opens_on::text AS "opensOn", s.closes_on::text AS "closesOn", s.opened_at AS "openedAt", d.name, d.questions
     FROM team_surveys s JOIN rounds r ON r.id = s.round_id
     LEFT JOIN survey_definitions d ON (d.survey, d.version) = (s.survey, s.version) WHERE s.id = $1`,
    [id],
  );
  return found(rows[0]);
}
