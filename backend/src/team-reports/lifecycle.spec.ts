import { expect, test } from '@jest/globals';
import { ReportAction, ReportState } from '../contract/team-reports.js';
import { nextReportState, REPORT_LIFECYCLE } from './lifecycle.js';

const pairs = ReportState.options.flatMap((from) => ReportAction.options.map((action) => ({ from, action })));

test.each(pairs)('$action from $from moves only along the table', ({ from, action }) => {
  const to = REPORT_LIFECYCLE[action].moves[from];
  if (to) expect(nextReportState(from, action)).toBe(to);
  else expect(() => nextReportState(from, action)).toThrow('報告の状態が変わっています');
});

test('every state is reached, and none is a dead end for those who must correct it', () => {
  const reached = new Set(ReportAction.options.flatMap((action) => Object.values(REPORT_LIFECYCLE[action].moves)));
  expect([...reached].sort()).toEqual([...ReportState.options].sort());
  for (const from of ReportState.options) {
    const onward = ReportAction.options.flatMap((action) => REPORT_LIFECYCLE[action].moves[from] ?? []);
    expect(onward).toContain('drafting');
  }
});
