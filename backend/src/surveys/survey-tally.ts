import { fiscalYear } from '../contract/calendar.js';
import { Dimension } from '../contract/satisfaction.js';
import { NOT_APPLICABLE, type SurveyAnswers } from '../contract/surveys.js';
import type { Counted, Entry, Kept } from '../tallies/tallies.js';
import { DAY, foundBy, GROUP_KEYS, groupOrNone, OF_UNIT } from './satisfaction.scope.js';

/** By question and answer; under the empty answer, how many answered it at all. */
export const answersFigure = (survey: string) => `answers.${survey}`;
export const invitedFigure = (survey: string) => `invited.${survey}`;
/** By the groups that an answer belongs to, and its score. */
export const groupsFigure = (survey: string, by: Dimension) => `groups.${survey}.${by}`;
export const FOLLOW_UPS_FIGURE = 'followUps';

type Facts = Record<Dimension, string[]> & {
  unit: string;
  survey: string;
  day: string;
  invited: boolean;
  answers: SurveyAnswers | null;
  score: number;
  /** Questions answered in words: what was said is not counted. */
  texts: string[];
  followUp: 'open' | 'done' | null;
};

/** What an invitation and its answer, or an answer that came without one, add to the figures. */
export const SURVEYS_COUNTED: Counted = {
  kind: 'survey',
  async kept(tx, units) {
    const found: Facts[] = await tx.query(
      `SELECT u.unit, coalesce(i.survey, r.survey) AS survey, ${DAY}::text AS day, i.id IS NOT NULL AS invited,
              r.answers, r.score, ${Dimension.options.map((by) => `${GROUP_KEYS[by]} AS ${by}`).join(', ')},
              ARRAY(SELECT q ->> 'id' FROM survey_definitions d, jsonb_array_elements(d.questions) q
                    WHERE (d.survey, d.version) = (r.survey, r.version) AND q ->> 'kind' = 'text') AS texts,
              (SELECT CASE WHEN t.done_at IS NULL THEN 'open' ELSE 'done' END FROM follow_up_tasks t
               WHERE t.response_id = r.id) AS "followUp"
       FROM unnest($1::uuid[]) u (unit) ${OF_UNIT}
       WHERE i.id IS NOT NULL OR r.id IS NOT NULL`,
      [units],
    );
    return new Map(found.map((one) => [one.unit, keptOf(one)]));
  },
};

function keptOf({ survey, day, invited, answers, score, texts, followUp, ...groups }: Facts): Kept {
  const year = fiscalYear(day);
  const said = Object.entries(answers ?? {}).map(([question, answer]) => {
    return { question, values: texts.includes(question) ? [] : [answer].flat().map(String), answer };
  });
  const entries: Entry[] = [
    ...(invited ? [{ figure: invitedFigure(survey), year, key: '' }] : []),
    ...said.flatMap(({ question, values }) =>
      ['', ...values].map((also) => ({ figure: answersFigure(survey), year, key: question, also })),
    ),
    ...(answers
      ? Dimension.options.map((by) => {
          return { figure: groupsFigure(survey, by), year, key: groups[by].join(','), also: String(score) };
        })
      : []),
    ...(followUp ? [{ figure: FOLLOW_UPS_FIGURE, year, key: followUp }] : []),
  ];
  const words = [
    foundBy.survey(survey),
    foundBy.year(year),
    ...Dimension.options.flatMap((by) => groupOrNone(groups[by]).map((key) => foundBy.group(by, key))),
    ...said.flatMap(({ question, values, answer }) => [
      ...(answer === NOT_APPLICABLE ? [] : [foundBy.answered(question)]),
      ...values.map((value) => foundBy.says(question, value)),
    ]),
  ];
  return { entries, foundBy: words };
}
