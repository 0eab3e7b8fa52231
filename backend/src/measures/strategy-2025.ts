import { MainMeasures } from './main-measures.js';
import { OtherMeasures } from './other-measures.js';
import { printedLines } from './printed-text.js';
import type { Reading } from './reading.js';

/** The table of contents bears the same words with a tab. */
export const START_2025 = /^第5節 アウトカムに貢献する主な施策/;
const OTHERS = /^第6節 アウトカムに貢献するその他/;

/** Section 5 (主な施策 with 主な事業 and the KPI of each block) and section 6 (その他の施策) of the 2025 strategy. */
export function readStrategy2025(text: string): Reading {
  const lines = printedLines(text);
  const start = lines.findIndex(({ raw }) => START_2025.test(raw));
  const turn = lines.findIndex(({ raw }) => OTHERS.test(raw));
  const lastLine = lines.at(-1)?.no ?? 1;

  const main = new MainMeasures();
  for (const line of lines.slice(start + 1, turn < 0 ? undefined : turn)) main.take(line);
  main.end();
  const others = new OtherMeasures();
  for (const line of turn < 0 ? [] : lines.slice(turn + 1)) others.take(line);

  const measures = [...main.measures, ...others.measures];
  const faults = [...main.faults, ...others.faults];
  if (turn < 0)
    faults.push({ line: lastLine, message: '第6節がありません。ファイルが途中で切れていないか確認してください' });
  for (const { line, says } of measures)
    if (!says.text) faults.push({ line, message: `施策「${says.title}」の本文がありません` });
  return {
    kind: 'strategy2025',
    measures,
    kpis: main.kpis,
    faults,
    counts: {
      施策: measures.length,
      主な事業: measures.reduce((sum, { says }) => sum + (says.programs?.length ?? 0), 0),
      KPI: main.kpis.length,
      'KPI のまとまり': new Set(main.kpis.map(({ block }) => block)).size,
    },
  };
}
