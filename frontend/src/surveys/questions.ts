import { NOT_APPLICABLE, type SurveyQuestion } from '@musubi/backend/contract/surveys';

/** A question as the form draws it. */
export interface Field {
  kind: SurveyQuestion['kind'];
  name: string;
  text: string;
  required: boolean;
  choices: { value: string; label: string }[];
  limit: number;
}

/** Made on the server, so that the browser gets no schemas. */
export function toField(question: SurveyQuestion): Field {
  const { kind, id, text, required } = question;
  return { kind, name: `answers.${id}`, text, required, choices: choicesOf(question), limit: limitOf(question) };
}

const limitOf = (question: SurveyQuestion): number => (question.kind === 'text' ? question.maxLength : 0);

function choicesOf(question: SurveyQuestion): Field['choices'] {
  switch (question.kind) {
    case 'scale': {
      const points = question.words.map((words, index) => ({ value: String(5 - index), label: words }));
      return question.notApplicable ? [...points, { value: NOT_APPLICABLE, label: question.notApplicable }] : points;
    }
    case 'text':
      return [];
    default:
      return question.choices.map(({ id, label }) => ({ value: id, label }));
  }
}
