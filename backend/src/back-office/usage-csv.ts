import type { SupportUsage } from '../contract/back-office.js';
import { csv } from '../platform/csv.js';

const COLUMNS = [
  ...['団体コード', '団体名', '対応中（件）', '期限超過（件）', '回答済（件）', '取下げ（件）'],
  ...[
    '回答までの日数の中央値（開庁日）',
    '役立ち度の平均（5段階）',
    '役立ち度の回答（件）',
    '依頼前に解決（件）',
    '案内した日',
  ],
] as const;

/** A line for each team, those without any use too. */
export const usageCsv = ({ teams }: SupportUsage): string =>
  csv(
    COLUMNS,
    teams.map((team) => [
      ...[team.municipalityCode, team.municipality, team.open, team.overdue, team.closed, team.withdrawn],
      ...[team.medianDays, team.usefulness, team.rated, team.finds, team.toldOn],
    ]),
  );
