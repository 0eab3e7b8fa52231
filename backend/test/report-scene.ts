import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { KpiContent } from '../src/contract/team-kpis.js';
import { type ReportContent, type ReportKind, type ReportState, ReportText } from '../src/contract/team-reports.js';
import { documentOf } from '../src/team-reports/report-document.js';

/** A KPI as it is sent; `about` replaces fields. */
export const aKpi = (about: Partial<KpiContent> = {}): KpiContent => ({
  ...{ name: '観光入込客数', unit: '人', kind: 'higher', repeated: false, note: '試験' },
  ...{ baseline: '110000', baselineYear: 2020, target: '113600', targetYear: 2027 },
  actuals: [{ year: 2026, value: '113500', expectedIn: null }],
  ...about,
});

/** What a report says at the least. */
export const aReportContent = (about: Partial<ReportContent> = {}): ReportContent => ({
  ...{ progress: '会議を月に一度開いた。', remaining: '運行の財源', next: '次年度も続ける。' },
  ...{ outcomes: ['direction'], outcomesText: '実証の見通しが立った。' },
  ...{ practices: ['connecting', 'digital'], practicesText: '' },
  ...{ changes: ['acrossSections'], changesText: '' },
  ...about,
});

/** A report straight into the table, in any state, with what its state demands. */
export async function aReport(
  db: DataSource,
  teamId: string,
  by: string,
  about: { kind?: ReportKind; state?: ReportState; content?: Partial<ReportContent> } = {},
): Promise<{ id: string }> {
  const { kind = 'interim', state = 'drafting' } = about;
  const content = aReportContent(about.content);
  const filled = Object.fromEntries(ReportText.options.map((text) => [text, '']));
  const agreed = state === 'agreed' || state === 'closed';
  const document = agreed ? await documentOf(db, { teamId, kind, content }) : null;
  const now = new Clock().now();
  const [{ id }]: [{ id: string }] = await db.query(
    `INSERT INTO team_reports (team_id, kind, state, version, content, filled, filled_at, agreed_by, agreed_at, document,
       created_by, created_at, updated_by, updated_at)
     VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $6, $10, $6) RETURNING id`,
    [
      ...[teamId, kind, state, JSON.stringify(content), JSON.stringify(filled), now],
      ...[agreed ? by : null, agreed ? now : null, document && JSON.stringify(document), by],
    ],
  );
  await db.query(
    'INSERT INTO team_report_versions (report_id, version, content, saved_by, saved_at) VALUES ($1, 1, $2, $3, $4)',
    [id, JSON.stringify(content), by, now],
  );
  return { id };
}
