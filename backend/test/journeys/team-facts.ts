import type { KnownTeam } from './team-oracle.js';

/** What a text of 伴走支援 is, and with it who may read it (domain.md §1, §3, §4; see `team-oracle.ts`). */
export type YearKind =
  /** Written in the year of a team: theme, 会議, 訪問, 約束, 会話, KPI, 報告, hand-overs. */
  | 'team'
  /** The same, marked for other teams. */
  | 'shared'
  /** What a team asks for 後方支援. */
  | 'support'
  /** The same once it was answered, marked for other teams. */
  | 'sharedSupport'
  | 'draftApplication'
  | 'townApplication'
  | 'officerApplication'
  /** What a superior said who did not agree. */
  | 'consentReason'
  | 'outcomeLetter'
  /** A sheet of 審査 before all of an 応募 are handed in. */
  | 'openReview'
  /** Sheets, reasons of decisions, 編成案 and the letters of a 任命. */
  | 'inside'
  /** What a town says of 継続. */
  | 'wish'
  /** Words of an answer to a survey, before the survey is over or where too few answered. */
  | 'unreadAnswer';

export interface YearTold {
  kind: YearKind;
  /** The town of an 応募 with its members, or the town that wishes. */
  towns?: readonly string[];
  /** The officer of an 応募, or who writes a sheet of 審査. */
  person?: string;
  team?: KnownTeam;
}

/** Gives the words of a text, and notes for whom they are. */
export type SayOfYear = (told: YearTold) => string;
