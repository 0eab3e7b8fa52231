import { MAIN_QUESTION, type NewSurveyVersion, type SurveyQuestion } from '../contract/surveys.js';

/**
 * What is wrong with a new version beyond its shape. Path → message. Reports add up the answers to one id over all
 * versions, so a question keeps its kind, and one with another meaning gets an id of its own.
 */
export function definitionFaults(
  { questions, closesAfterDays, remindAfterDays }: NewSurveyVersion | Omit<NewSurveyVersion, 'basedOn'>,
  earlier: readonly SurveyQuestion[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  if (remindAfterDays > closesAfterDays)
    faults.remindAfterDays = '督促までの日数は、締切までの日数以下にしてください。';
  const [main] = questions;
  if (main?.id !== MAIN_QUESTION || main.kind !== 'scale' || !main.required)
    faults['questions.0.id'] = '最初の設問は、必須の総合満足度（overall）にしてください。';
  for (const [i, question] of questions.entries()) {
    const path = `questions.${i}`;
    if (questions.findIndex(({ id }) => id === question.id) < i)
      faults[`${path}.id`] = `設問の記号「${question.id}」が重複しています。別の記号にしてください。`;
    const before = earlier.find(({ id }) => id === question.id);
    if (before && before.kind !== question.kind)
      faults[`${path}.kind`] = '前の版と種類が違います。内容を変える設問には、新しい記号を付けてください。';
    if ('choices' in question) {
      const ids = question.choices.map(({ id }) => id);
      if (ids.length < 2) faults[`${path}.choices`] = '選択肢は2つ以上にしてください。';
      if (new Set(ids).size < ids.length) faults[`${path}.choices`] = '選択肢の記号が重複しています。';
    }
  }
  return faults;
}
