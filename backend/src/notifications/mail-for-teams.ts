import type { MailRule } from './mail-rule.js';

/**
 * The letters of the year of a team. The subject of such an event is the team, or one membership of it, never a row of
 * the team: that row is `data.itemId`, and stands for `:item` in the path.
 */
export const TEAM_MAILS: Record<string, readonly MailRule[]> = {};

/** Whether an event or the rule of a notice is of the year of a team. */
export const isOfTeam = (rule: string): boolean => (rule.split('/')[0] ?? '') in TEAM_MAILS;
