import { expect, test } from '@jest/globals';
import { datesIn } from './dates-in-text.js';

test.each([
  ['公募は令和9年4月1日から', '2027-04-01', null],
  ['公募は令和９年４月１日（木）から', '2027-04-01', null],
  ['公募は令和9年4月1日（金）から', '2027-04-01', 'wrongWeekday'],
  ['令和元年5月1日施行', '2019-05-01', null],
  ['R9.4.31まで', null, 'noSuchDay'],
  ['2027/02/29まで', null, 'noSuchDay'],
  ['2028-02-29まで', '2028-02-29', null],
  ['11月31日まで', null, 'noSuchDay'],
  ['毎年2月29日', null, null],
  ['13月1日', null, 'noSuchDay'],
])('%s', (text, day, fault) => {
  expect(datesIn(text)).toEqual([expect.objectContaining({ day, fault })]);
});

test.each([
  '電話 0154-62-21',
  'https://www.example.go.jp/2027/04/31/index.html',
  'a-2027.04.31@test.example',
  '第2027号',
])('%s has no date in it', (text) => {
  expect(datesIn(text)).toEqual([]);
});
