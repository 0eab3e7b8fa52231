import type { KpiContent } from '../src/contract/team-kpis.js';

/** A KPI as it is sent; `about` replaces fields. */
export const aKpi = (about: Partial<KpiContent> = {}): KpiContent => ({
  ...{ name: '観光入込客数', unit: '人', kind: 'higher', repeated: false, note: '試験' },
  ...{ baseline: '110000', baselineYear: 2020, target: '113600', targetYear: 2027 },
  actuals: [{ year: 2026, value: '113500', expectedIn: null }],
  ...about,
});
