import { describe, expect, it, test } from '@jest/globals';
import { type KpiContent, type KpiKind, NewKpi, shownAmount, shownMonth } from '../contract/team-kpis.js';
import { amountOf, percentOf, units } from './amount.js';
import { countsOf, progressOf } from './progress.js';

const kpi = (about: Partial<KpiContent>): KpiContent => ({
  ...{ name: '指標', unit: '人', kind: 'higher', repeated: false, note: '' },
  ...{ baseline: null, baselineYear: null, target: null, targetYear: null, actuals: [] },
  ...about,
});
const measured = (kind: KpiKind, baseline: string | null, target: string | null, ...values: string[]): KpiContent =>
  kpi({
    ...({ kind, baseline, baselineYear: baseline && 2020, target, targetYear: 2027 } as Partial<KpiContent>),
    actuals: values.map((value, at) => ({ year: 2024 + at, value, expectedIn: null })),
  });
const pending = kpi({
  target: '7468',
  targetYear: 2025,
  actuals: [{ year: 2024, value: null, expectedIn: '2026-03' }],
});

test.each([
  ['113500', '113600', '99.9', 'near'],
  ['53.0', '63.9', '82.9', 'near'],
  ['28672', '14500', '197.7', 'achieved'],
  ['20', '22', '90.9', 'near'],
  ['799', '1000', '79.9', 'behind'],
  ['0', '22', '0.0', 'behind'],
  ['9996', '10000', '100.0', 'near'],
  ['1', '3', '33.3', 'behind'],
  ['0.25', '100', '0.3', 'behind'],
])('%s of %s is %s %%: %s', (actual, target, percent, achievement) => {
  expect(progressOf(measured('higher', null, target, actual))).toMatchObject({ percent, achievement });
});

test.each([
  ['lower', '100', '60', '70', '75.0', 'behind'],
  ['lower', '100', '60', '110', '－25.0', 'behind'],
  ['lower', '12.5', '-3.5', '-3.5', '100.0', 'achieved'],
  ['zero', '8', null, '1', '87.5', 'near'],
  ['zero', '8', null, '0', '100.0', 'achieved'],
] as const)('%s from %s to %s, now %s: %s %%', (kind, baseline, target, actual, percent, achievement) => {
  expect(progressOf(measured(kind, baseline, target, actual))).toMatchObject({ percent, achievement });
});

describe('without a rate', () => {
  it('a figure that is still being counted has none, whatever was known before', () => {
    const later = { ...pending, actuals: [{ year: 2023, value: '7000', expectedIn: null }, ...pending.actuals] };
    for (const one of [pending, later]) {
      expect(progressOf(one)).toMatchObject({ percent: null, achievement: 'pending', expectedIn: '2026-03' });
    }
  });

  test.each([
    ['increase', '10', '11', 'achieved'],
    ['increase', '10', '10', 'missed'],
    ['decrease', '10', '9.9', 'achieved'],
    ['decrease', '10', '10.1', 'missed'],
    ['undecided', null, '5', 'undecided'],
  ] as const)('%s from %s, now %s: %s', (kind, baseline, actual, achievement) => {
    expect(progressOf(measured(kind, baseline, null, actual))).toMatchObject({ percent: null, achievement });
  });

  it('no figure at all is said, not taken for nothing', () => {
    expect(progressOf(measured('higher', null, '10')).achievement).toBe('unmeasured');
  });
});

it('a 累計 adds its years up, and waits while one of them is being counted', () => {
  const sum = measured('cumulative', null, '500', '120.5', '130');
  expect(progressOf(sum)).toMatchObject({ actual: '250.5', percent: '50.1', reckoned: '250.5÷500×100＝50.1％' });
  const open = { ...sum, actuals: [...sum.actuals, { year: 2026, value: null, expectedIn: '2027-06' }] };
  expect(progressOf(open)).toMatchObject({ percent: null, achievement: 'pending' });
});

it('says how the figure came about', () => {
  expect(progressOf(measured('higher', null, '113600', '113500'))).toMatchObject({
    formula: '実績値÷目標値×100',
    reckoned: '113,500÷113,600×100＝99.9％',
  });
});

it('counts by 達成区分 without 再掲: seven are one achieved, three near, three being counted', () => {
  const near = [measured('higher', null, '113600', '113500'), measured('higher', null, '63.9', '53.0')];
  const all = [
    ...[...near, measured('higher', null, '22', '20'), measured('higher', null, '14500', '28672')],
    ...[pending, pending, pending],
    ...[
      { ...pending, repeated: true },
      { ...measured('higher', null, '22', '20'), repeated: true },
    ],
  ];
  const { total, repeated, of } = countsOf(all.map((one) => ({ ...one, progress: progressOf(one) })));
  expect({ total, repeated, achieved: of.achieved, near: of.near, pending: of.pending }).toEqual({
    ...{ total: 7, repeated: 2, achieved: 1, near: 3, pending: 3 },
  });
  expect(Object.values(of).reduce((sum, many) => sum + many, 0)).toBe(7);
});

test.each([
  [{ kind: 'higher' }, 'target'],
  [{ kind: 'higher', target: '0', targetYear: 2027 }, 'target'],
  [{ kind: 'lower', target: '5', targetYear: 2027, baseline: '5', baselineYear: 2020 }, 'target'],
  [{ kind: 'lower', target: '5', targetYear: 2027 }, 'baseline'],
  [{ kind: 'zero', baseline: '0', baselineYear: 2020, targetYear: 2027 }, 'baseline'],
  [{ kind: 'increase', baseline: '1', baselineYear: 2020, target: '2', targetYear: 2027 }, 'target'],
  [{ kind: 'undecided', baseline: '1' }, 'baselineYear'],
  [{ kind: 'undecided', actuals: [{ year: 2024, value: null, expectedIn: null }] }, 'actuals.0.value'],
  [{ kind: 'undecided', actuals: [{ year: 2024, value: '3', expectedIn: '2027-01' }] }, 'actuals.0.value'],
  [
    {
      kind: 'undecided',
      actuals: [1, 2].map((value) => ({ year: 2024, value: String(value), expectedIn: null })),
    },
    'actuals.1.year',
  ],
] as const)('%j is refused at %s', (about, path) => {
  const refused = NewKpi.safeParse(kpi(about as unknown as Partial<KpiContent>));
  expect(refused.error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
});

test.each(['0', '-0.5', '12.3456', '999999999999', '100'])('%s comes through the reckoning whole', (amount) => {
  expect(amountOf(units(amount))).toBe(amount);
});

it('writes amounts and months as people do', () => {
  expect([shownMonth('2027-09'), shownMonth('2026-11')]).toEqual(['令和9年9月', '令和8年11月']);
  expect(['1234567.50', '-3.5', '0'].map(shownAmount)).toEqual(['1,234,567.50', '－3.5', '0']);
  expect([percentOf(1n, 8n), percentOf(-1n, 800n), percentOf(-1n, 100_000n)]).toEqual(['12.5', '－0.1', '0.0']);
});
