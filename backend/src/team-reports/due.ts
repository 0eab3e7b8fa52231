import type { CalendarEntry } from '../contract/rounds.js';
import type { ReportKind } from '../contract/team-reports.js';

/** The entry in the calendar of a round that says when a report is due. */
export const DUE_KEY: Record<ReportKind, string> = { interim: 'interimOne', final: 'finalReport' };

/** Null where the 事務局 took the entry out of the calendar: then the report has no due day. */
export const dueOf = (calendar: readonly CalendarEntry[], kind: ReportKind): string | null =>
  calendar.find(({ key }) => key === DUE_KEY[kind])?.on ?? null;
