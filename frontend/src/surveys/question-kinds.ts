import type { SurveyQuestion } from '@musubi/backend/contract/surveys';

export const KIND_LABEL: Record<SurveyQuestion['kind'], string> = {
  scale: '5段階',
  choice: '一つ選択',
  multi: '複数選択',
  text: '自由記述',
};

/** What may be answered, in words. */
export function answersOf(question: SurveyQuestion): string[] {
  switch (question.kind) {
    case 'scale':
      return [
        ...question.words.map((word, i) => `${5 - i} ${word}`),
        ...(question.notApplicable ? [question.notApplicable] : []),
      ];
    case 'text':
      return [`${question.maxLength}文字まで`];
    default:
      return question.choices.map(({ label }) => label);
  }
}

/** The answers as they are edited: one in a line, choices behind their sign. */
export function answerLines(question: SurveyQuestion | undefined): string {
  switch (question?.kind) {
    case 'scale':
      return question.words.join('\n');
    case 'choice':
    case 'multi':
      return question.choices.map(({ id, label }) => `${id} ${label}`).join('\n');
    default:
      return '';
  }
}
