import { expect, test } from '@jest/globals';
import { RuleInput } from './deadlines.js';
import { typedAmount, typedNumber } from './typed-number.js';

test.each([
  ['3', 3],
  ['１０', 10],
  ['－３', -3],
  ['−3', -3],
  [' 0 ', 0],
  ['', null],
  [undefined, null],
  ['三', '三'],
  ['3日', '3日'],
])('%j is %j', (typed, number) => {
  expect(typedNumber(typed)).toBe(number);
});

test('what is no number is refused by name, never taken for an empty field', () => {
  const refused = RuleInput.safeParse({ escalation: typedNumber('三'), workdays: typedNumber('十日') });
  expect(refused.error?.issues).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: ['escalation'], message: '管理職への連絡は営業日数で入力してください' }),
      expect.objectContaining({ path: ['workdays'], message: '営業日数を整数で入力してください' }),
    ]),
  );
});

test.each([
  ['113,500', '113500'],
  ['１１３，５００', '113500'],
  ['53.0', '53.0'],
  ['－1,234.5', '-1234.5'],
  ['', null],
  ['11,3500', '11,3500'],
  ['約3千', '約3千'],
])('as an amount, %j is %j', (typed, amount) => {
  expect(typedAmount(typed)).toBe(amount);
});
