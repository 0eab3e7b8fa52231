import { actualWords, baselineWords, percentWords, targetWords } from '@musubi/backend/contract/kpi-words';
import {
  ACHIEVEMENT_LABEL,
  Achievement,
  type AchievementCounts,
  type TeamKpi,
} from '@musubi/backend/contract/team-kpis';
import type { Route } from 'next';
import { DescriptionList } from '@/ui/description-list';
import { Link } from '@/ui/link';
import { type Column, Table } from '@/ui/table';

/** @param base where the KPI have pages of their own */
const columns = (base: string | undefined): Column<TeamKpi>[] => [
  {
    header: '指標',
    rowHeader: true,
    width: '14rem',
    cell: ({ id, name, repeated }) => (
      <>
        {base ? <Link href={`${base}/${id}` as Route}>{name}</Link> : name}
        {repeated && '【再掲】'}
      </>
    ),
  },
  { header: '基準値', width: '9rem', cell: baselineWords },
  { header: '実績値', width: '9rem', cell: actualWords },
  { header: '目標値', width: '9rem', cell: targetWords },
  { header: '進捗率', numeric: true, nowrap: true, cell: percentWords },
  { header: '達成区分', cell: ({ progress }) => ACHIEVEMENT_LABEL[progress.achievement] },
  {
    header: '算式',
    width: '14rem',
    cell: ({ progress: { formula, reckoned } }) => (
      <>
        {formula}
        {reckoned && <span className="block text-solid-gray-700">{reckoned}</span>}
      </>
    ),
  },
];

/** 基準値, 実績値, 目標値, 進捗率, with the formula beside each figure. */
export function KpiTable({ items, base }: { items: readonly TeamKpi[]; base?: string }) {
  return <Table caption="KPIの進捗" columns={columns(base)} rows={items} rowKey={({ id }) => id} dense />;
}

/** 達成区分 as numbers. */
export function AchievementList({ counts }: { counts: AchievementCounts }) {
  return (
    <DescriptionList
      items={[
        { term: '指標の数', value: `${counts.total}（ほかに再掲${counts.repeated}）` },
        ...Achievement.options
          .filter((one) => counts.of[one] > 0)
          .map((one) => ({ term: ACHIEVEMENT_LABEL[one], value: String(counts.of[one]) })),
      ]}
    />
  );
}
