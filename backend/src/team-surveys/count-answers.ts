import type { SurveyQuestion } from '../contract/surveys.js';
import type { Counts } from '../surveys/question-figures.js';
import type { Answered } from './answers.queries.js';

/**
 * How many gave each answer; of words only how many there are. Who marks nothing of several choices has answered as well:
 * shares are of all who handed in.
 */
export function countAnswers(
  questions: readonly SurveyQuestion[],
  answers: readonly Pick<Answered, 'answers'>[],
): Counts {
  const counts = new Map(questions.map(({ id }) => [id, new Map<string, number>()]));
  for (const { answers: given } of answers) {
    for (const { id, kind } of questions) {
      const answer = given[id] ?? (kind === 'multi' ? [] : undefined);
      const values = counts.get(id);
      if (answer === undefined || !values) continue;
      for (const value of ['', ...(kind === 'text' ? [] : [answer].flat().map(String))])
        values.set(value, (values.get(value) ?? 0) + 1);
    }
  }
  return counts;
}
