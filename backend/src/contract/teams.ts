import { z } from 'zod';
import { Day } from './calendar.js';
import { CaseFilter } from './consultations.js';
import { RoundState } from './rounds.js';

/** What may be done with a team now; screens show exactly these. */
export const TeamAction = z.enum(['write', 'changeMembers', 'askSupport']);
export type TeamAction = z.infer<typeof TeamAction>;

export const TeamMember = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  ministry: z.string(),
  post: z.string(),
  /** In the officer's own words, for the town. */
  introduction: z.string(),
  /** Of the introduction. */
  version: z.number().int(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  /** Why, and what the next one has to know; null after another 任命. */
  leavingReason: z.string().nullable(),
  handOver: z.string().nullable(),
  me: z.boolean(),
});
export type TeamMember = z.infer<typeof TeamMember>;

const optionalWords = (name: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${name}は${max.toLocaleString('ja-JP')}文字以内で入力してください`)
    .default('');

export const Introduce = z.object({ version: z.number().int(), introduction: optionalWords('自己紹介', 1000) });
export type Introduce = z.infer<typeof Introduce>;

/** 支援テーマ、目標、取組計画: what a team wants to reach with its town. */
const ThemeText = z.object({
  /** 政策分野, by code. */
  fields: z
    .array(z.string().max(40))
    .max(30, '政策分野は30件以内で選んでください')
    .default([])
    .transform((codes) => [...new Set(codes)]),
  theme: z.string().trim().min(1, '支援テーマを入力してください').max(200, '支援テーマは200文字以内で入力してください'),
  goal: optionalWords('目標', 2000),
  plan: optionalWords('取組計画', 8000),
});
export const ThemePart = z.enum(['fields', 'theme', 'goal', 'plan']);
export type ThemePart = z.infer<typeof ThemePart>;
export const THEME_PART_LABEL: Record<ThemePart, string> = {
  fields: '政策分野',
  theme: '支援テーマ',
  goal: '目標',
  plan: '取組計画',
};

/** `version` is the one that was seen; 0 where there was none. */
export const WriteTheme = ThemeText.extend({
  version: z.number().int().min(0),
  /** Whether other teams read it. */
  shared: z.boolean().default(false),
});
export type WriteTheme = z.infer<typeof WriteTheme>;

export const TeamTheme = z.object({
  version: z.number().int(),
  fields: z.array(z.object({ code: z.string(), name: z.string() })),
  theme: z.string(),
  goal: z.string(),
  plan: z.string(),
  shared: z.boolean(),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
});
export type TeamTheme = z.infer<typeof TeamTheme>;

/** One saving of the theme, with what it changed. */
export const ThemeVersion = TeamTheme.extend({ changed: z.array(ThemePart) });
export type ThemeVersion = z.infer<typeof ThemeVersion>;
export const ThemeHistory = z
  .object({ items: z.array(ThemeVersion), total: z.number().int() })
  .meta({ id: 'ThemeHistory' });
export type ThemeHistory = z.infer<typeof ThemeHistory>;

export const TeamSummary = z.object({
  id: z.uuid(),
  municipality: z.string(),
  municipalityCode: z.string(),
  round: z.object({ id: z.uuid(), name: z.string(), state: RoundState }),
  /** Who is in it now. */
  members: z.array(z.object({ name: z.string(), ministry: z.string() })),
  endedAt: z.iso.datetime().nullable(),
});
export type TeamSummary = z.infer<typeof TeamSummary>;

export const Teams = z.object({ items: z.array(TeamSummary), total: z.number().int() }).meta({ id: 'Teams' });
export type Teams = z.infer<typeof Teams>;

export const Team = TeamSummary.extend({
  /** The other towns of a joint 応募. */
  joined: z.array(z.string()),
  /** Those who left too, last. */
  members: z.array(TeamMember),
  /** What the town wrote in its 応募: where the year begins. */
  problems: z.array(z.object({ field: z.string(), text: z.string() })),
  wish: z.string(),
  theme: TeamTheme.nullable(),
  /** Whether the reader sees what the team asks for 後方支援. */
  readsSupport: z.boolean(),
  allowedActions: z.array(TeamAction),
}).meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const TeamFilter = z.object({
  roundId: z.uuid().optional(),
  prefecture: CaseFilter.shape.prefecture,
  municipality: CaseFilter.shape.municipality,
  /** 年度 of the round, in western years. */
  year: CaseFilter.shape.year,
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type TeamFilter = z.infer<typeof TeamFilter>;
