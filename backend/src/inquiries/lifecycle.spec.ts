import { expect, test } from '@jest/globals';
import { InquiryAction, InquiryState, type RowState } from '../contract/inquiries.js';
import { INQUIRY_LIFE, mustAllow } from './lifecycle.js';

const pairs = InquiryAction.options.flatMap((action) => InquiryState.options.map((from) => ({ action, from })));
test.each(pairs)('$action from $from only along the table', ({ action, from }) => {
  const step = () => mustAllow(from, action);
  if (INQUIRY_LIFE[action].from.includes(from)) expect(step).not.toThrow();
  else expect(step).toThrow('この照会の現在の状態では');
});

test('nothing leads out of an end but handing over what was declined', () => {
  const leaving = (state: InquiryState) =>
    InquiryAction.options.filter((action) => INQUIRY_LIFE[action].from.includes(state));
  expect(leaving('answered')).toEqual(['handOver']);
  expect(leaving('notApplicable')).toEqual(['handOver']);
  expect(leaving('cancelled')).toEqual([]);
});

test.each<[RowState[], InquiryState, InquiryState]>([
  [['open', 'answered'], 'asked', 'acknowledged'],
  [['open', 'notApplicable'], 'questioned', 'questioned'],
  [['answered', 'notApplicable'], 'acknowledged', 'answered'],
  [['answered', 'cancelled'], 'acknowledged', 'answered'],
  [['notApplicable', 'notApplicable'], 'acknowledged', 'notApplicable'],
  [['notApplicable', 'cancelled'], 'acknowledged', 'notApplicable'],
  [['cancelled', 'cancelled'], 'asked', 'cancelled'],
])('rows %j settle %s as %s', (rows, from, to) => {
  expect(INQUIRY_LIFE.answer.to(from, rows)).toBe(to);
});
