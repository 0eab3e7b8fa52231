import { REPORT_TEXT_LABEL, type ReportContent, type ReportKind } from '../contract/team-reports.js';
import { invalid } from '../platform/errors.js';

/** What a report must say before the town is asked. @throws DomainError invalid */
export function refuseGaps(kind: ReportKind, content: ReportContent): void {
  const needed = ['progress', 'remaining', ...(kind === 'final' ? (['next'] as const) : [])] as const;
  const fields = Object.fromEntries([
    ...needed
      .filter((text) => content[text] === '')
      .map((text) => [text, `${REPORT_TEXT_LABEL[text]}を入力してください（なければ「なし」と書いてください）`]),
    ...(content.outcomes.length === 0 ? [['outcomes', '見込まれる成果を一つ以上選んでください']] : []),
  ]);
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
