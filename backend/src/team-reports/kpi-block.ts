import { actualWords, baselineWords, formulaWords, percentWords, targetWords } from '../contract/kpi-words.js';
import { ACHIEVEMENT_LABEL, type TeamKpi } from '../contract/team-kpis.js';
import type { Block } from './paper.js';

/** The KPI of a report as a table, with the formula beside each rate. */
export const kpiBlock = (kpis: readonly TeamKpi[]): Block =>
  kpis.length === 0
    ? { kind: 'text', text: '指標は登録されていません。' }
    : {
        kind: 'table',
        head: ['指標', '基準値', '実績値', '目標値', '進捗率', '達成区分', '算式'],
        widths: [5, 4, 4, 4, 3, 3, 6],
        rows: kpis.map((kpi) => [
          kpi.name + (kpi.repeated ? '【再掲】' : ''),
          ...[baselineWords(kpi), actualWords(kpi), targetWords(kpi), percentWords(kpi)],
          ...[ACHIEVEMENT_LABEL[kpi.progress.achievement], formulaWords(kpi)],
        ]),
      };
