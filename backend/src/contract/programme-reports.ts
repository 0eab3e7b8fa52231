import { z } from 'zod';
import { AchievementCounts } from './team-kpis.js';
import { OfficeChange, Outcome, Practice, REPORT_STATE_LABEL, ReportKind, ReportState } from './team-reports.js';

export const ProgrammeFilter = z.object({ kind: ReportKind.default('final') });
export type ProgrammeFilter = z.infer<typeof ProgrammeFilter>;

/** Where a team stands with its report; `missing`: not begun. */
export const ReportStanding = z.enum(['missing', ...ReportState.options]);
export type ReportStanding = z.infer<typeof ReportStanding>;
export const REPORT_STANDING_LABEL: Record<ReportStanding, string> = { missing: '未作成', ...REPORT_STATE_LABEL };

const count = z.number().int();
export const Counted = z.object({ label: z.string(), count });
export type Counted = z.infer<typeof Counted>;

/** A row behind the figures: what one team adds to them. */
export const ProgrammeTeam = z.object({
  id: z.uuid(),
  municipalityCode: z.string(),
  municipality: z.string(),
  members: z.array(z.string()),
  standing: ReportStanding,
  agreed: z.boolean(),
  meetings: count,
  visits: count,
  /** Requests for 後方支援. */
  supports: count,
  fields: z.array(z.string()),
  outcomes: z.array(Outcome),
  practices: z.array(Practice),
  changes: z.array(OfficeChange),
  kpis: AchievementCounts,
});
export type ProgrammeTeam = z.infer<typeof ProgrammeTeam>;

/** 全体報告: one 年度 of 伴走支援 in figures, each of which is the sum of the rows below. */
export const ProgrammeReport = z
  .object({
    kind: ReportKind,
    round: z.object({ id: z.uuid(), name: z.string() }),
    teams: count,
    officers: count,
    standings: z.record(ReportStanding, count),
    /** Teams whose report the town agreed to: the categories are theirs alone. */
    agreed: count,
    meetings: count,
    visits: count,
    supports: count,
    /** Teams that asked for 後方支援 at least once. */
    supported: count,
    /** A team may have several fields, so that the sum may be above the number of teams. */
    fields: z.array(Counted),
    outcomes: z.record(Outcome, count),
    practices: z.record(Practice, count),
    changes: z.record(OfficeChange, count),
    kpis: AchievementCounts,
    rows: z.array(ProgrammeTeam),
  })
  .meta({ id: 'ProgrammeReport' });
export type ProgrammeReport = z.infer<typeof ProgrammeReport>;
