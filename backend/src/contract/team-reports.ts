import { z } from 'zod';
import { Day } from './calendar.js';
import { AchievementCounts, TeamKpi } from './team-kpis.js';

export const ReportKind = z.enum(['interim', 'final']);
export type ReportKind = z.infer<typeof ReportKind>;
export const REPORT_KIND_LABEL: Record<ReportKind, string> = { interim: '中間報告', final: '最終報告' };

/** Where a report stands between the team, its town and the 事務局. */
export const ReportState = z.enum(['drafting', 'proposed', 'agreed', 'closed']);
export type ReportState = z.infer<typeof ReportState>;
export const REPORT_STATE_LABEL: Record<ReportState, string> = {
  drafting: '作成中',
  proposed: '団体の確認待ち',
  agreed: '団体の同意済み',
  closed: '事務局が受理',
};

/** A step in the life of a report. Each is a row of the backend's `team-reports/lifecycle.ts`, a route and an event. */
export const ReportAction = z.enum([
  ...(['save', 'refill', 'propose', 'recall'] as const),
  ...(['agree', 'sendBack', 'close', 'reopen'] as const),
]);
export type ReportAction = z.infer<typeof ReportAction>;

/** 今後見込まれる成果: five kinds (domain.md §4, step 12). */
export const Outcome = z.enum(['setUp', 'partnership', 'nationalMeasures', 'direction', 'documents']);
export type Outcome = z.infer<typeof Outcome>;
export const OUTCOME_LABEL: Record<Outcome, string> = {
  setUp: '組織の立上げ、ブランド化',
  partnership: '企業との官民連携事業',
  nationalMeasures: '国の支援制度の活用',
  direction: '次年度以降の方向性、実証の見通し',
  documents: '単年度でできる政策文書の改定など',
};

/** 政策5本柱の実践: seven kinds. */
export const Practice = z.enum([
  ...(['connecting', 'spreading', 'youthAndWomen', 'privateSector'] as const),
  ...(['newCombination', 'relatedPeople', 'digital'] as const),
]);
export type Practice = z.infer<typeof Practice>;
export const PRACTICE_LABEL: Record<Practice, string> = {
  connecting: '産官学などの関係者の連携',
  spreading: '好事例の普及、課題の共有',
  youthAndWomen: '若者や女性が住みやすいまちづくり',
  privateSector: '企業など民間の力の活用',
  newCombination: '地域資源の新結合、イノベーション',
  relatedPeople: '関係人口の創出',
  digital: 'AI・デジタルなど新技術の活用',
};

/** 庁内の変化: eight kinds. */
export const OfficeChange = z.enum([
  ...(['nearerState', 'motivation', 'nationwideView', 'attitude'] as const),
  ...(['mediaAttention', 'sharedVision', 'acrossSections', 'withResidents'] as const),
]);
export type OfficeChange = z.infer<typeof OfficeChange>;
export const OFFICE_CHANGE_LABEL: Record<OfficeChange, string> = {
  nearerState: '国が身近になった',
  motivation: '課題に取り組む意欲が高まった',
  nationwideView: '全国の視点で課題を見るようになった',
  attitude: '仕事への姿勢が変わった職員がいる',
  mediaAttention: '報道などの注目を受けた',
  sharedVision: '国の目指す姿への理解が進んだ',
  acrossSections: '課を越えて取り組むようになった',
  withResidents: '住民や事業者と課題を共有するようになった',
};

/** The texts of a report; each may be filled from the entries of the team. */
export const ReportText = z.enum(['progress', 'outcomesText', 'practicesText', 'changesText', 'remaining', 'next']);
export type ReportText = z.infer<typeof ReportText>;
export const REPORT_TEXT_LABEL: Record<ReportText, string> = {
  progress: '取組状況',
  outcomesText: '見込まれる成果の内容',
  practicesText: '5本柱の実践の内容',
  changesText: '庁内の変化の内容',
  remaining: '残課題',
  next: '今後の取組・引継ぎ',
};

export const LONGEST_TEXT = 3000;
const prose = (text: ReportText) =>
  z
    .string()
    .trim()
    .max(LONGEST_TEXT, `${REPORT_TEXT_LABEL[text]}は${LONGEST_TEXT.toLocaleString('ja-JP')}文字以内で入力してください`);
const once = <Item extends z.ZodType<string>>(item: Item) =>
  z.array(item).refine((all) => new Set(all).size === all.length, '同じ項目が二つあります');

const content = {
  progress: prose('progress'),
  outcomes: once(Outcome),
  outcomesText: prose('outcomesText'),
  practices: once(Practice),
  practicesText: prose('practicesText'),
  changes: once(OfficeChange),
  changesText: prose('changesText'),
  remaining: prose('remaining'),
  next: prose('next'),
};
export const ReportContent = z.object(content);
export type ReportContent = z.infer<typeof ReportContent>;

const version = z.number('画面を読み込み直してください').int();
export const NewReport = z.object({ kind: ReportKind });
export type NewReport = z.infer<typeof NewReport>;
export const SaveReport = z.object({ version, ...content });
export type SaveReport = z.infer<typeof SaveReport>;
/** `append`: texts that somebody wrote, to which the new entries are added at the end. */
export const RefillReport = z.object({ version, append: z.array(ReportText).default([]) });
export type RefillReport = z.infer<typeof RefillReport>;
export const StepReport = z.object({ version });
export type StepReport = z.infer<typeof StepReport>;
export const ReasonReport = z.object({
  version,
  reason: z.string().trim().min(1, '理由を入力してください').max(500, '理由は500文字以内で入力してください'),
});
export type ReasonReport = z.infer<typeof ReasonReport>;
export const SavedReport = z.object({ version: z.number().int() }).meta({ id: 'SavedReport' });

/** A report as it is read and printed: what the town agreed to is kept whole. */
export const ReportDocument = z.object({
  kind: ReportKind,
  round: z.string(),
  municipality: z.string(),
  members: z.array(z.string()),
  content: ReportContent,
  kpis: z.array(TeamKpi),
  counts: AchievementCounts,
});
export type ReportDocument = z.infer<typeof ReportDocument>;

export const TeamReportSummary = z.object({
  kind: ReportKind,
  /** The day in the calendar of the round. */
  dueOn: Day.nullable(),
  report: z.object({ id: z.uuid(), state: ReportState, updatedAt: z.iso.datetime() }).nullable(),
});
export type TeamReportSummary = z.infer<typeof TeamReportSummary>;

export const TeamReports = z
  .object({ items: z.array(TeamReportSummary), mayBegin: z.boolean() })
  .meta({ id: 'TeamReports' });
export type TeamReports = z.infer<typeof TeamReports>;

export const TeamReport = ReportDocument.extend({
  id: z.uuid(),
  teamId: z.uuid(),
  state: ReportState,
  version: z.number().int(),
  dueOn: Day.nullable(),
  /** Raised when texts were filled from the entries. */
  filledAt: z.iso.datetime(),
  /** Entries that came since, per text; `edited`: somebody wrote there, so that nothing is replaced. */
  news: z.array(z.object({ text: ReportText, edited: z.boolean(), lines: z.array(z.string()) })),
  history: z.array(
    z.object({ at: z.iso.datetime(), by: z.string().nullable(), what: z.string(), reason: z.string().nullable() }),
  ),
  allowedActions: z.array(ReportAction),
}).meta({ id: 'TeamReport' });
export type TeamReport = z.infer<typeof TeamReport>;
