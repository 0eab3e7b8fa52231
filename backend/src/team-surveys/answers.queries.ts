import type { EntityManager } from 'typeorm';
import type { SurveyAnswers } from '../contract/surveys.js';
import { sealed } from '../platform/signing.js';

export interface Answered {
  key: string;
  answers: SurveyAnswers;
  quotedAs: string | null;
}

/** What was handed in, in the order of keys that mean nothing. */
export const answersOf = (db: Pick<EntityManager, 'query'>, id: string): Promise<Answered[]> =>
  db.query(
    `SELECT key, answers, quoted_as AS "quotedAs" FROM team_survey_responses
     WHERE team_survey_id = $1 AND handed_in ORDER BY key COLLATE "C"`,
    [id],
  );

export interface Groups {
  field: string[];
  prefecture: string[];
}

/** The groups of each answer, by its key. Only the house with its secret can tell; it tells nobody but `breakDown`. */
export async function groupsByKey(
  db: Pick<EntityManager, 'query'>,
  id: string,
  secret: string,
): Promise<Map<string, Groups>> {
  const rows: (Groups & { id: string })[] = await db.query(
    `SELECT i.id, array_remove(ARRAY[m.prefecture_code], NULL) AS prefecture, ARRAY(
       SELECT DISTINCT f.code FROM jsonb_array_elements(a.sheet -> 'problems') pr JOIN policy_fields f ON f.code = pr ->> 'field'
       ORDER BY 1) AS field
     FROM team_survey_invitations i JOIN teams t ON t.id = i.team_id JOIN applications a ON a.id = t.application_id
     JOIN municipalities m ON m.code = t.municipality_code WHERE i.team_survey_id = $1`,
    [id],
  );
  return new Map(rows.map(({ id: invitation, ...groups }) => [sealed(secret, invitation), groups]));
}
