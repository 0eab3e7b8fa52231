import { type Acceptance, type AcceptanceRow, FEWEST_FOR_RATE } from '../contract/suggestions.js';
import { type Cell, csv } from '../platform/csv.js';

/** The figures, one group in a row, as they stand on the screen. */
export function acceptanceCsv({ year, kinds, ministries, months }: Acceptance): string {
  const groups: [string, AcceptanceRow[]][] = [
    ['候補の種類', kinds],
    ['府省庁', ministries],
    ['月', months],
  ];
  const rows = groups.flatMap(([group, all]) =>
    all.map(({ key, label, taken, rejected, percent }): Cell[] => [
      ...[year, group, key, label, taken.count, rejected.count, percent],
      percent === null ? `採否が${FEWEST_FOR_RATE}件未満のため率を出さない` : '',
    ]),
  );
  return csv(
    ['年度（西暦）', '区分', '区分コード', '区分名', '採用（件）', '不採用（件）', '採用率（％）', '備考'],
    rows,
  );
}
