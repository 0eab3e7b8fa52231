/** What must never be true of reports and KPI: name → SQL that returns the wrong rows. Asked by the audit. */
export const REPORT_INVARIANTS: Record<string, string> = {
  'a report of a team whose last event tells another state': `SELECT p.id FROM team_reports p CROSS JOIN LATERAL (
      SELECT e.data ->> 'to' AS state FROM events e WHERE e.subject_id = p.team_id::text
        AND e.type LIKE 'teamReport.%' AND e.data ->> 'itemId' = p.id::text ORDER BY e.id DESC LIMIT 1) last
    WHERE last.state <> p.state`,
  'a report of a team that is not its newest version': `SELECT p.id FROM team_reports p CROSS JOIN LATERAL (
      SELECT v.content FROM team_report_versions v WHERE v.report_id = p.id ORDER BY v.version DESC LIMIT 1) last
    WHERE last.content <> p.content`,
  'a KPI that is not its newest version': `SELECT k.id FROM team_kpis k CROSS JOIN LATERAL (
      SELECT v.version, v.content FROM team_kpi_versions v WHERE v.kpi_id = k.id ORDER BY v.version DESC LIMIT 1) last
    WHERE last.version <> k.version OR (last.content IS NULL) <> (k.removed_at IS NOT NULL)
      OR last.content <> k.content`,
};
