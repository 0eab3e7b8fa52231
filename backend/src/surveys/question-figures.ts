import type { QuestionFigures } from '../contract/satisfaction.js';
import { NOT_APPLICABLE, type SurveyQuestion } from '../contract/surveys.js';
import { meanHalfUp, percentHalfUp } from './figures.js';

/** How many gave an answer, by question and value; under the empty value, how many answered at all. */
export type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Where the rows behind a number are; null for who may not read them. */
type HrefOf = (question: string, value?: string) => string | null;

/** The figures of one question, all made of whole numbers. */
export function questionFigures(question: SurveyQuestion, counts: Counts, href: HrefOf): QuestionFigures {
  const { id, kind, label } = question;
  const countOf = (value: string) => counts.get(id)?.get(value) ?? 0;
  const share = (value: string, words: string, n: number | null) => ({
    value,
    label: words,
    count: countOf(value),
    percent: n === null ? null : percentHalfUp(countOf(value), n),
    href: href(id, value),
  });
  const answered = countOf('');

  switch (question.kind) {
    case 'scale': {
      const n = answered - countOf(NOT_APPLICABLE);
      const points = question.words.map((words, index) => share(String(5 - index), words, n));
      const sum = points.reduce((total, { value, count }) => total + Number(value) * count, 0);
      const outside = question.notApplicable ? [share(NOT_APPLICABLE, question.notApplicable, null)] : [];
      const { published } = question;
      return {
        id,
        kind,
        label,
        n,
        href: href(id),
        mean: meanHalfUp(sum, n),
        published,
        shares: [...points, ...outside],
      };
    }
    case 'choice':
    case 'multi': {
      const shares = question.choices.map((choice) => ({
        ...share(choice.id, choice.label, answered),
        published: choice.published,
      }));
      return { id, kind, label, n: answered, href: href(id), mean: null, shares };
    }
    case 'text':
      return { id, kind, label, n: answered, href: href(id), mean: null, shares: [] };
  }
}
