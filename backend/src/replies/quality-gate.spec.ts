import { expect, it, test } from '@jest/globals';
import type { Passage } from '../contract/replies.js';
import type { Draft } from './finding.js';
import { findingsOf } from './quality-gate.js';
import type { QuestionState, Source } from './sources.js';

const passage: Passage = {
  id: 'p',
  heading: '質問',
  title: '補助（国土交通省）',
  text: '使えます。',
  answerIds: ['a'],
  questionRowIds: ['q'],
};
const contact = { organisation: '国土交通省　課', tel: '00-0000-0000', email: '' };
const draft: Draft = {
  subject: '回答',
  greeting: '令和8年11月2日付けで提出のあった相談に回答します。',
  passages: [passage],
  contacts: [contact],
  closing: '以上です。',
  taken: ['a'],
};
const question: QuestionState = { id: 'q', position: 1, text: '質問', open: 0, replied: false };
const source = {
  key: 'a',
  questionRowId: 'q',
  ministry: '国土交通省',
  answer: { id: 'a', measureName: '補助' },
} as Source;

const find = (change: Partial<Draft>, questions = [question], sources = [source]) =>
  findingsOf({ ...draft, ...change }, { questions, sources, records: [], today: '2026-11-20' }).map(
    ({ level, code, where }) => `${level} ${code} ${where}`,
  );
const text = (words: string) => ({ passages: [{ ...passage, text: words }] });

it('lets a complete draft pass', () => expect(find({})).toEqual([]));

test.each<[string, Partial<Draft>, string[]]>([
  ['no subject', { subject: '' }, ['error subject.empty subject']],
  [
    'no passage',
    { passages: [] },
    ['error passages.none passages', 'error question.untouched questions.q', 'warning source.dropped sources'],
  ],
  ['empty text', text(''), ['error question.untouched questions.q', 'error passage.emptyText passages.0.text']],
  ['empty heading', { passages: [{ ...passage, heading: '' }] }, ['error passage.emptyHeading passages.0.heading']],
  [
    'a heading of two passages is told of once',
    { passages: [passage, passage].map((p) => ({ ...p, heading: '〇〇' })) },
    ['error text.placeholder passages.0.heading'],
  ],
  ['placeholder', text('〇〇課に確認'), ['error text.placeholder passages.0.text']],
  ['placeholder in the greeting', { greeting: '【要確認】' }, ['error text.placeholder greeting']],
  ['a number that looks like one', text('定員は三〇〇人です。'), []],
  ['a letter the PDF cannot show', text('𠮷田課長に連絡'), ['warning text.letter passages.0.text']],
  ['no such day', text('11月31日まで'), ['error date.broken passages.0.text']],
  ['wrong weekday', text('令和8年11月20日（土）'), ['error date.weekday passages.0.text']],
  ['past term', text('公募時期：令和8年4月1日から'), ['warning date.past passages.0.text']],
  ['past fact', text('令和8年4月1日に施行されました。'), []],
  ['term of today', text('公募は令和8年11月20日まで'), []],
  ['no contact of a ministry', { contacts: [] }, ['error contact.missing contacts']],
  ['contact without a way', { contacts: [{ ...contact, tel: '' }] }, ['error contact.noWay contacts.0.tel']],
  ['broken address', { contacts: [{ ...contact, email: 'kotsu' }] }, ['error contact.badEmail contacts.0.email']],
  ['answers not taken in', { taken: [] }, ['error source.new sources']],
  ['an answer left out', { passages: [{ ...passage, answerIds: [] }] }, ['warning source.dropped sources']],
])('%s', (_, change, expected) => expect(find(change)).toEqual(expected));

it('waits for ministries that have not answered', () => {
  expect(find({}, [{ ...question, open: 2 }])).toEqual(['error question.unanswered questions.q']);
});

it('asks nothing of a question that an earlier reply answered', () => {
  const own = { ...passage, answerIds: [], questionRowIds: [] };
  expect(find({ passages: [own], taken: [] }, [{ ...question, replied: true }], [])).toEqual([]);
});
