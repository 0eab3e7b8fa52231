import type { SurveyQuestion } from '../contract/surveys.js';

/**
 * The questions of all versions, the newest first: what was asked once stays in the reports, with the words and in the
 * order of its newest version.
 */
export function allQuestions(versions: readonly SurveyQuestion[][]): SurveyQuestion[] {
  const all = new Map<string, SurveyQuestion>();
  for (const question of versions.flat()) {
    const newer = all.get(question.id);
    all.set(question.id, newer ? withOlder(newer, question) : question);
  }
  return [...all.values()];
}

/** What only the older version has: answers that may no longer be given, and what was printed. */
function withOlder(newer: SurveyQuestion, older: SurveyQuestion): SurveyQuestion {
  if (newer.kind === 'scale' && older.kind === 'scale') {
    const { notApplicable, published } = older;
    return { ...newer, notApplicable: newer.notApplicable ?? notApplicable, published: newer.published ?? published };
  }
  if (!('choices' in newer) || !('choices' in older)) return newer;
  const kept = newer.choices.map((choice) => ({ ...older.choices.find(({ id }) => id === choice.id), ...choice }));
  const gone = older.choices.filter(({ id }) => !newer.choices.some((choice) => choice.id === id));
  return { ...newer, choices: [...kept, ...gone] };
}
