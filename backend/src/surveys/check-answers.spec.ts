import { describe, expect, test } from '@jest/globals';
import type { SurveyAnswers, SurveyQuestion } from '../contract/surveys.js';
import { DomainError } from '../platform/errors.js';
import { checkAnswers } from './check-answers.js';

const asked = { text: '', required: false };
const words = ['良い', 'やや良い', 'どちらともいえない', 'やや悪い', '悪い'];
const choices = [
  { id: 'apply', label: '申請' },
  { id: 'consider', label: '検討' },
];
const QUESTIONS: SurveyQuestion[] = [
  { kind: 'scale', id: 'overall', label: '総合満足度', text: '', required: true, words },
  { kind: 'scale', id: 'meeting', label: '打合せ', ...asked, words, notApplicable: '打合せをしていない' },
  { kind: 'choice', id: 'next', label: '次の行動', ...asked, choices },
  { kind: 'multi', id: 'reasons', label: '理由', ...asked, choices },
  { kind: 'text', id: 'comment', label: '自由記述', ...asked, maxLength: 5 },
];

const refused = (given: SurveyAnswers): Record<string, string> => {
  try {
    checkAnswers(QUESTIONS, given);
  } catch (error) {
    if (error instanceof DomainError) return error.details.fields ?? {};
  }
  throw new Error('was accepted');
};

describe('answers are kept', () => {
  test.each<[SurveyAnswers, SurveyAnswers]>([
    [{ overall: '4' }, { overall: 4 }],
    [
      { overall: 1, meeting: 'notApplicable', next: 'apply' },
      { overall: 1, meeting: 'notApplicable', next: 'apply' },
    ],
    [
      { overall: 5, reasons: ['consider', 'apply', 'apply'] },
      { overall: 5, reasons: ['apply', 'consider'] },
    ],
    [
      { overall: 5, reasons: 'apply' },
      { overall: 5, reasons: ['apply'] },
    ],
    [{ overall: '3', meeting: '', next: '', reasons: [], comment: '  \r\n ' }, { overall: 3 }],
    [
      { overall: 3, comment: 'はい\r\n\u0000𠮷' },
      { overall: 3, comment: 'はい\n𠮷' },
    ],
    [
      { overall: 3, comment: '\ud800か' },
      { overall: 3, comment: 'か' },
    ],
  ])('%j as %j', (given, kept) => expect(checkAnswers(QUESTIONS, given)).toEqual(kept));
});

describe('answers are refused by question', () => {
  test.each<[SurveyAnswers, string]>([
    [{}, 'answers.overall'],
    [{ overall: 0 }, 'answers.overall'],
    [{ overall: 6 }, 'answers.overall'],
    [{ overall: '4.5' }, 'answers.overall'],
    [{ overall: ['5'] }, 'answers.overall'],
    [{ overall: 'notApplicable' }, 'answers.overall'],
    [{ overall: 5, next: 'other' }, 'answers.next'],
    [{ overall: 5, next: ['apply', 'consider'] }, 'answers.next'],
    [{ overall: 5, reasons: ['apply', 'other'] }, 'answers.reasons'],
    [{ overall: 5, comment: '長い記述です' }, 'answers.comment'],
    [{ overall: 5, toString: 'x' }, 'answers.toString'],
  ])('%j at %s', (given, field) => expect(Object.keys(refused(given))).toEqual([field]));
});
