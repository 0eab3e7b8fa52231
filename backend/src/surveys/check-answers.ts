import { NOT_APPLICABLE, type SurveyAnswers, type SurveyQuestion } from '../contract/surveys.js';
import { invalid } from '../platform/errors.js';

type Answer = SurveyAnswers[string];

/**
 * The answers as they are kept: points as numbers, several choices once each in the order asked, what was left open left
 * out. @throws DomainError invalid, by `answers.<question>`
 */
export function checkAnswers(questions: readonly SurveyQuestion[], given: SurveyAnswers): SurveyAnswers {
  const kept: SurveyAnswers = {};
  const fields: Record<string, string> = {};
  for (const id of Object.keys(given)) {
    if (!questions.some((question) => question.id === id)) fields[`answers.${id}`] = 'この質問はありません';
  }
  for (const question of questions) {
    const answer = Object.hasOwn(given, question.id) ? given[question.id] : undefined;
    if (answer === undefined || isEmpty(answer)) {
      if (question.required) fields[`answers.${question.id}`] = `「${question.label}」を選んでください`;
      continue;
    }
    const value = read(question, answer);
    if (value === null) fields[`answers.${question.id}`] = remedy(question);
    else kept[question.id] = value;
  }
  if (Object.keys(fields).length > 0) throw invalid(fields);
  return kept;
}

const isEmpty = (answer: Answer): boolean =>
  Array.isArray(answer) ? answer.every((each) => each === '') : String(answer).trim() === '';

/** The answer in the form it is kept; null when the question has no such answer. */
function read(question: SurveyQuestion, answer: Answer): Answer | null {
  switch (question.kind) {
    case 'scale':
      if (answer === NOT_APPLICABLE) return question.notApplicable ? NOT_APPLICABLE : null;
      return !Array.isArray(answer) && /^[1-5]$/.test(String(answer)) ? Number(answer) : null;
    case 'choice':
      return question.choices.find(({ id }) => id === answer)?.id ?? null;
    case 'multi': {
      const chosen = [answer].flat().filter((each) => each !== '');
      const known = question.choices.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
      return known.length === new Set(chosen).size ? known : null;
    }
    case 'text': {
      if (typeof answer !== 'string') return null;
      // A browser sends line ends as CR LF; half characters and control characters have no place in jsonb.
      const text = answer
        .replaceAll(/(?!\n)[\p{Cs}\p{Cc}]/gu, '')
        .trim()
        .normalize('NFC');
      return [...text].length <= question.maxLength ? text : null;
    }
  }
}

const remedy = (question: SurveyQuestion): string =>
  question.kind === 'text'
    ? `「${question.label}」は${question.maxLength}文字以内で入力してください`
    : `「${question.label}」は選択肢から選んでください`;
