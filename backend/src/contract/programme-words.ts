import type { ProgrammeReport, ProgrammeTeam } from './programme-reports.js';
import { REPORT_STANDING_LABEL, ReportStanding } from './programme-reports.js';
import { ACHIEVEMENT_LABEL, Achievement } from './team-kpis.js';
import { OFFICE_CHANGE_LABEL, OfficeChange, OUTCOME_LABEL, Outcome, PRACTICE_LABEL, Practice } from './team-reports.js';

/** A figure with the teams it is counted from. */
export type Figure = readonly [label: string, count: number, behind: (team: ProgrammeTeam) => boolean];

export interface Figures {
  heading: string;
  /** What the figures are of, and what they leave out. */
  note: string;
  rows: readonly Figure[];
}

/** All figures of a 全体報告 in the order in which they are told, for paper, Excel and the screen. */
export function figuresOf(report: ProgrammeReport): Figures[] {
  const { supports, supported } = report;
  const { teams, officers, meetings, visits, standings, agreed, fields, outcomes, practices, changes, kpis } = report;
  const ofAgreed = `団体が同意した報告${agreed}件の集計（${teams}チームのうち。複数回答）`;
  return [
    {
      ...{ heading: '規模', note: '支援を終えたチームを除く。会議と現地訪問は、実施したもの。' },
      rows: [
        ['チーム', teams, () => true],
        ['支援官', officers, (team) => team.members.length > 0],
        ['会議', meetings, (team) => team.meetings > 0],
        ['現地訪問', visits, (team) => team.visits > 0],
        ['後方支援の依頼', supports, (team) => team.supports > 0],
        ['後方支援を頼んだチーム', supported, (team) => team.supports > 0],
      ],
    },
    {
      ...{ heading: '報告の状況', note: 'チームの数。' },
      rows: ReportStanding.options.map((one) => [
        REPORT_STANDING_LABEL[one],
        standings[one] ?? 0,
        (team) => team.standing === one,
      ]),
    },
    {
      ...{ heading: '支援する政策分野', note: '1チームに複数の分野があるため、合計はチームの数を超えることがある。' },
      rows: fields.map(({ label, count }) => [label, count, (team) => team.fields.includes(label)]),
    },
    {
      ...{ heading: '今後見込まれる成果', note: ofAgreed },
      rows: Outcome.options.map((one) => [
        OUTCOME_LABEL[one],
        outcomes[one] ?? 0,
        (team) => team.outcomes.includes(one),
      ]),
    },
    {
      ...{ heading: '政策5本柱の実践', note: ofAgreed },
      rows: Practice.options.map((one) => [
        PRACTICE_LABEL[one],
        practices[one] ?? 0,
        (team) => team.practices.includes(one),
      ]),
    },
    {
      ...{ heading: '庁内の変化', note: ofAgreed },
      rows: OfficeChange.options.map((one) => [
        OFFICE_CHANGE_LABEL[one],
        changes[one] ?? 0,
        (team) => team.changes.includes(one),
      ]),
    },
    {
      heading: 'KPIの達成区分',
      note: `全チームの指標${kpis.total}（ほかに再掲${kpis.repeated}。数に入れない）。同意済みの報告では、同意の時点の値。`,
      rows: Achievement.options.map((one) => [
        ACHIEVEMENT_LABEL[one],
        kpis.of[one] ?? 0,
        (team) => (team.kpis.of[one] ?? 0) > 0,
      ]),
    },
  ];
}
