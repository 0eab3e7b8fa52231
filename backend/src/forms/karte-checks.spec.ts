import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { aKarte } from '../../test/builders.js';
import type { FormChoices, FormDefinition, Karte } from '../contract/forms.js';
import { FormDefinition as Definition } from '../contract/forms.js';
import { readSeed } from '../platform/seed.js';
import { checkDraft } from './draft-check.js';
import { checkSubmission, warnings } from './submission-check.js';

let form: FormDefinition;
const lists = (...values: string[]) => values.map((value) => ({ value, label: value }));
const CHOICES: FormChoices = {
  policyFields: lists('transport', 'environment'),
  policyPillars: lists('1', '2'),
  ministries: lists('mlit', 'maff'),
};

beforeAll(async () => {
  form = Definition.parse({ form: 'karte', ...(await readSeed('forms/karte-1.json')) });
});

test('the form has the 24 items in order, each with a label, required ones marked', () => {
  expect(form.items.map(({ no }) => no)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
  const required = form.items.filter(({ inputs }) => inputs.some((input) => input.required)).map(({ no }) => no);
  expect(required).toEqual([2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 15, 17, 23, 24]);
  expect(form.name).toContain('（案）');
});

describe('a draft', () => {
  it('may be empty or incomplete', () => {
    expect(checkDraft(form, {})).toEqual({});
    expect(checkDraft(form, { title: '', partners: [{ name: '' }], elements: [{ kind: 'people' }] })).toEqual({});
    expect(checkDraft(form, aKarte())).toEqual({});
  });

  test.each<[string, Karte, string, RegExp]>([
    ['an unknown input', { colour: '赤' }, 'colour', /様式にありません/],
    ['what is not written on the sheet', { number: '新結合-R8-0001' }, 'number', /様式にありません/],
    ['an unknown column', { partners: [{ name: 'A' }, { age: '3' }] }, 'partners.1.age', /様式にありません/],
    ['too long a title', { title: '字'.repeat(51) }, 'title', /「件名」は50文字以内.*現在51文字/],
    ['too long a cell', { questions: [{ text: '' }, { text: '字'.repeat(151) }] }, 'questions.1.text', /150文字以内/],
    ['too many rows', { partners: Array.from({ length: 7 }, () => ({ name: 'A' })) }, 'partners', /6行以内/],
    ['a list where a text belongs', { title: ['a'] }, 'title', /様式にありません/],
    ['a text where rows belong', { questions: 'x' }, 'questions', /様式にありません/],
    ['texts where rows belong', { questions: ['x'] }, 'questions', /様式にありません/],
    ['a word where a consent belongs', { shareTeam: 'on' }, 'shareTeam', /様式にありません/],
    ['a day that does not exist', { deadline: '2026-02-30' }, 'deadline', /ある日付/],
    ['a NUL', { title: 'a\u0000' }, 'title', /制御文字/],
    ['half a character', { title: '\ud83d' }, 'title', /制御文字/],
    ['a line break in a single line', { title: 'a\nb' }, 'title', /制御文字/],
  ])('may not hold %s', (_, karte, key, message) => {
    expect(checkDraft(form, karte)).toEqual({ [key]: expect.stringMatching(message) });
  });

  it('counts characters as people do', () => {
    expect(checkDraft(form, { title: '𠮷'.repeat(50), situation: '1\n2' })).toEqual({});
  });
});

describe('a submission', () => {
  const faults = (karte: Karte) => checkSubmission(form, karte, CHOICES);

  it('passes when complete', () => {
    expect(faults(aKarte())).toEqual({});
  });

  it('names every required input that is missing, none that is not', () => {
    const missing = Object.keys(faults({}));
    expect(missing).toEqual([
      ...['department', 'position', 'contactName', 'contactKana', 'tel', 'email', 'consulter', 'title', 'situation'],
      ...['vision', 'elements', 'stage', 'policyFields', 'pillar', 'topics', 'questions', 'replyBy'],
      ...['shareMinistries', 'publication', 'confidentiality'],
    ]);
  });

  test.each<[string, Karte, string, RegExp]>([
    ['R2: partners, when they are spoken of', aKarte({ consulter: 'withPartners' }), 'partners', /1行以上/],
    [
      'R2: blank partners do not count',
      aKarte({ consulter: 'withPartners', partners: [{ name: ' ', role: '' }] }),
      'partners',
      /1行以上/,
    ],
    [
      'a row that was begun, complete',
      aKarte({ questions: [{ text: '' }, { text: 'はい' }], history: [{}, { when: '令和8年' }] }),
      'history.1.to',
      /2行目の「相談先」を入力/,
    ],
    ['an e-mail address', aKarte({ email: 'hanako@' }), 'email', /name@example\.jp の形/],
    ['a telephone number', aKarte({ tel: '内線123' }), 'tel', /の形で/],
    ['blanks filled', aKarte({ title: '　 ' }), 'title', /「件名」を入力/],
    ['a consent given', aKarte({ shareMinistries: false }), 'shareMinistries', /同意するとき/],
    ['a choice that the form has', aKarte({ stage: 'dream' }), 'stage', /選び直して/],
    ['fields of the day', aKarte({ policyFields: ['transport', 'gone'] }), 'policyFields', /選び直して/],
    ['ministries of the day', aKarte({ ministries: ['gone'] }), 'ministries', /選び直して/],
    [
      'fields of the day in rows',
      aKarte({ elements: [{ kind: 'people', field: 'gone', content: 'x' }] }),
      'elements.0.field',
      /1行目の「分野」に、今は選べない/,
    ],
    ['texts within their limit', aKarte({ situation: '字'.repeat(701) }), 'situation', /700文字以内/],
  ])('needs %s', (_, karte, key, message) => {
    expect(faults(karte)).toEqual({ [key]: expect.stringMatching(message) });
  });

  test.each([
    '0156-42-0000',
    '０１５６４２００００',
    '(0156)42-0000 内線12',
    '0156‐42‐0000（内線:1234）',
    '+81-156-42-0000',
  ])('takes %s as a telephone number', (tel) => {
    expect(faults(aKarte({ tel }))).toEqual({});
  });

  it('asks for no partner when the town comes alone', () => {
    expect(faults(aKarte({ consulter: 'alone', partners: [{ name: '' }] }))).toEqual({});
  });
});

describe('R3: a second look', () => {
  const element = (kind: string, field: string) => ({ kind, field, content: 'x' });
  test.each<[string, Karte, number]>([
    ['no element', {}, 1],
    ['one element', { elements: [element('people', 'transport')] }, 1],
    ['two of one kind and field', { elements: [element('people', 'transport'), element('people', 'transport')] }, 1],
    ['two of one field', { elements: [element('people', 'transport'), element('technology', 'transport')] }, 0],
    ['two of one kind', { elements: [element('people', 'transport'), element('people', 'town')] }, 0],
    ['one and a blank', { elements: [element('people', 'transport'), { kind: '', field: '' }] }, 1],
  ])('with %s gives %i', (_, karte, count) => {
    expect(warnings(form, karte)).toHaveLength(count);
  });
});
