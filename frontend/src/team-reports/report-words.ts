import {
  LONGEST_TEXT,
  OFFICE_CHANGE_LABEL,
  OUTCOME_LABEL,
  PRACTICE_LABEL,
  REPORT_TEXT_LABEL,
  type ReportKind,
} from '@musubi/backend/contract/team-reports';
import type { ReportWords } from './report-form';

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

export const textLabels = (kind: ReportKind): Record<string, string> => ({
  ...REPORT_TEXT_LABEL,
  next: kind === 'final' ? '引継ぎ' : '今後の取組',
});

export const reportWords = (kind: ReportKind): ReportWords => ({
  labels: textLabels(kind),
  outcomes: choices(OUTCOME_LABEL),
  practices: choices(PRACTICE_LABEL),
  changes: choices(OFFICE_CHANGE_LABEL),
  limit: LONGEST_TEXT,
});
