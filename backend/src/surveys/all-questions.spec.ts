import { expect, it } from '@jest/globals';
import type { SurveyQuestion } from '../contract/surveys.js';
import { allQuestions } from './all-questions.js';

const asked = (id: string) => ({ id, label: id, text: id, required: false });
const scale = (id: string, more = {}): SurveyQuestion => {
  return { kind: 'scale', ...asked(id), words: ['5', '4', '3', '2', '1'], ...more };
};
const choice = (id: string, choices: { id: string; label: string; published?: string }[]): SurveyQuestion => {
  return { kind: 'choice', ...asked(id), choices };
};

it('keeps questions and answers that are no longer offered, and what was printed, in the words of the newest version', () => {
  const newest = [scale('overall', { label: '新' }), choice('next', [{ id: 'b', label: 'B2' }])];
  const oldest = [
    scale('overall', { published: { mean: '4.6', n: 57 } }),
    scale('speed'),
    choice('next', [
      { id: 'a', label: 'A' },
      { id: 'b', label: 'B', published: '28.8' },
    ]),
  ];
  expect(allQuestions([newest, oldest])).toEqual([
    scale('overall', { label: '新', published: { mean: '4.6', n: 57 } }),
    choice('next', [
      { id: 'b', label: 'B2', published: '28.8' },
      { id: 'a', label: 'A' },
    ]),
    scale('speed'),
  ]);
});
