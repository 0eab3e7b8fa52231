import { expect, test } from '@jest/globals';
import { SheetAction, SheetState } from '../contract/case-sheets.js';
import { nextSheetState, SHEET_LIFECYCLE } from './lifecycle.js';

const pairs = SheetAction.options.flatMap((action) => SheetState.options.map((from) => ({ action, from })));

test.each(pairs)('$action from $from only along the table', ({ action, from }) => {
  const to = SHEET_LIFECYCLE[action].moves[from];
  if (to) expect(nextSheetState(from, action)).toBe(to);
  else expect(() => nextSheetState(from, action)).toThrow('事例票の状態が変わっています');
});

const leadingTo = (state: SheetState) =>
  SheetAction.options.filter((action) =>
    Object.entries(SHEET_LIFECYCLE[action].moves).some(([from, to]) => to === state && from !== to),
  );

test('the only way into the library leads through the consent of the town', () => {
  expect(leadingTo('published')).toEqual(['publish']);
  expect(Object.keys(SHEET_LIFECYCLE.publish.moves)).toEqual(['agreed']);
  expect(leadingTo('agreed')).toEqual(['agree']);
  expect(SHEET_LIFECYCLE.agree.by).toBe('approver');
});

test('nobody edits what the town agreed to', () => {
  for (const action of ['save', 'amend'] as const) {
    expect(SHEET_LIFECYCLE[action].moves).not.toHaveProperty('agreed');
    expect(SHEET_LIFECYCLE[action].moves).not.toHaveProperty('published');
  }
});
