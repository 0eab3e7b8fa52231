import { z } from 'zod';
import { Day } from './calendar.js';
import { Paging, pageOf } from './paging.js';

export const FINDING_LABEL = {
  noContact: '連絡なし',
  noVisit: '訪問なし',
  overduePromises: '約束の遅れ',
} as const;
export const FindingKind = z.enum(Object.keys(FINDING_LABEL) as [keyof typeof FINDING_LABEL]);
export type FindingKind = z.infer<typeof FindingKind>;

export const TeamFinding = z.object({
  kind: FindingKind,
  since: Day,
  /** When the team was reminded; null before the job saw it. */
  remindedOn: Day.nullable(),
  /** When the secretariat was told. */
  toldOn: Day.nullable(),
});
export type TeamFinding = z.infer<typeof TeamFinding>;

export const TeamHealthRow = z.object({
  teamId: z.uuid(),
  municipality: z.string(),
  municipalityCode: z.string(),
  round: z.string(),
  members: z.number().int(),
  /** The last held meeting or visit; null when there was none. */
  lastContactOn: Day.nullable(),
  /** Business days since then, or since the team began. */
  quietWorkdays: z.number().int(),
  lastVisitOn: Day.nullable(),
  meetings: z.number().int(),
  visits: z.number().int(),
  openPromises: z.number().int(),
  overduePromises: z.number().int(),
  supportRequests: z.number().int(),
  findings: z.array(TeamFinding),
});
export type TeamHealthRow = z.infer<typeof TeamHealthRow>;

const Limit = (label: string, max: number) =>
  z.coerce
    .number(`「${label}」は数字で入力してください`)
    .int()
    .min(1)
    .max(max, `「${label}」は${max}以下にしてください`);

export const HealthRule = z.object({
  validFrom: Day,
  contactWorkdays: Limit('連絡なしとする日数', 250),
  visitMonths: Limit('訪問なしとする月数', 12),
  escalateWorkdays: Limit('事務局に知らせるまでの日数', 250),
});
export type HealthRule = z.infer<typeof HealthRule>;

export const TeamHealth = pageOf(TeamHealthRow)
  .extend({ today: Day, rule: HealthRule, found: z.number().int(), mayEdit: z.boolean() })
  .meta({ id: 'TeamHealth' });
export type TeamHealth = z.infer<typeof TeamHealth>;

export const HEALTH_ORDER_LABEL = {
  worst: '気になる順',
  contact: '連絡の古い順',
  visit: '訪問の古い順',
  promises: '遅れた約束の多い順',
  support: '後方支援の少ない順',
  town: '団体コード順',
} as const;

export const HealthFilter = z.object({
  finding: FindingKind.or(z.literal('noSupport')).optional(),
  roundId: z.uuid().optional(),
  order: z.enum(Object.keys(HEALTH_ORDER_LABEL) as [keyof typeof HEALTH_ORDER_LABEL]).default('worst'),
});
export type HealthFilter = z.infer<typeof HealthFilter>;

export const HealthQuery = HealthFilter.extend(Paging.shape);
export type HealthQuery = z.infer<typeof HealthQuery>;
