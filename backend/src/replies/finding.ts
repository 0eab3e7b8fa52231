import type { Finding, Passage, ReplyContact } from '../contract/replies.js';

/** All that the gate looks at. */
export interface Draft {
  subject: string;
  greeting: string;
  passages: readonly Passage[];
  contacts: readonly ReplyContact[];
  closing: string;
  taken: readonly string[];
}

export const error = (code: string, where: string, message: string): Finding => ({
  level: 'error',
  code,
  where,
  message,
});
export const warning = (code: string, where: string, message: string): Finding => ({
  level: 'warning',
  code,
  where,
  message,
});

/** The heading of a section is written once, at its first passage. */
export const opensSection = ({ passages }: Draft, i: number): boolean =>
  passages[i - 1]?.heading !== passages[i]?.heading;
