import type { DataSource } from 'typeorm';
import { SUPPORT_INVARIANTS } from '../back-office/invariants.js';
import { CASE_SHEET_INVARIANTS } from '../case-sheets/invariants.js';
import { CONTINUATION_INVARIANTS } from '../continuation/invariants.js';
import { FIGURE_INVARIANTS } from '../dashboards/invariants.js';
import { DEADLINE_INVARIANTS } from '../deadlines/invariants.js';
import { HAND_OVER_INVARIANTS } from '../hand-overs/invariants.js';
import { INQUIRY_INVARIANTS } from '../inquiries/invariants.js';
import { MEASURE_INVARIANTS } from '../measures/invariants.js';
import { REPLY_INVARIANTS } from '../replies/invariants.js';
import { SURVEY_INVARIANTS } from '../surveys/invariants.js';
import { TEAM_INVARIANTS } from '../team-meetings/invariants.js';
import { REPORT_INVARIANTS } from '../team-reports/invariants.js';
import { TEAM_SURVEY_INVARIANTS } from '../team-surveys/invariants.js';
import { VISIT_INVARIANTS } from '../visits/invariants.js';

/** What must never be true of the house itself: name → SQL that returns the wrong rows. Features bring their own. */
const HOUSE: Record<string, string> = {
  'a case without a number after submission': `SELECT id FROM consultations
    WHERE number IS NULL AND state NOT IN ('draft', 'reviewing', 'withdrawn')`,
  'a gap or a double in the numbers of a fiscal year': `SELECT s.fiscal_year AS id FROM number_series s
    WHERE s.series = 'consultation' AND (SELECT count(*) FROM consultations c
      WHERE c.fiscal_year = s.fiscal_year AND c.team_id IS NULL) <> s.last`,
  'a number above the last of its series': `SELECT c.id FROM consultations c LEFT JOIN number_series s
    ON s.series = CASE WHEN c.team_id IS NULL THEN 'consultation' ELSE 'support' END AND s.fiscal_year = c.fiscal_year WHERE c.serial > coalesce(s.last, 0)`,
  'a case beyond triage without an owner': `SELECT id FROM consultations WHERE owner_id IS NULL
    AND state IN ('triaged', 'inquiring', 'collected', 'drafting', 'approving', 'replied', 'followUp', 'closing', 'closed')`,
  'a state that its last event did not make': `SELECT c.id FROM consultations c CROSS JOIN LATERAL (
      SELECT e.data ->> 'to' AS state FROM events e WHERE e.consultation_id = c.id AND e.data ? 'to'
        AND e.type LIKE CASE WHEN c.team_id IS NULL THEN 'consultation.%' ELSE 'support.%' END ORDER BY e.id DESC LIMIT 1) last
    WHERE last.state <> c.state`,
  'a merged case without the case it went into': `SELECT c.id FROM consultations c
    LEFT JOIN consultations target ON target.id = c.merged_into
    WHERE c.state = 'merged' AND (target.id IS NULL OR target.state = 'merged')`,
  'an event that waited over ten minutes for its jobs': `SELECT id FROM events
    WHERE dispatched_at IS NULL AND occurred_at < now() - interval '10 minutes'`,
  'a notice whose mail is unknown or has long been waiting to be made': `SELECT id FROM notices
    WHERE mail_from < now() - interval '10 minutes' AND mail_id IS NULL AND dropped_at IS NULL`,
};

export interface Violation {
  invariant: string;
  rows: string[];
}

const INVARIANTS = {
  ...HOUSE,
  ...DEADLINE_INVARIANTS,
  ...INQUIRY_INVARIANTS,
  ...REPLY_INVARIANTS,
  ...SURVEY_INVARIANTS,
  ...VISIT_INVARIANTS,
  ...TEAM_SURVEY_INVARIANTS,
  ...CONTINUATION_INVARIANTS,
  ...CASE_SHEET_INVARIANTS,
  ...FIGURE_INVARIANTS,
  ...HAND_OVER_INVARIANTS,
  ...MEASURE_INVARIANTS,
  ...TEAM_INVARIANTS,
  ...REPORT_INVARIANTS,
  ...SUPPORT_INVARIANTS,
};

/** Asks all invariants; an empty list is what it should be. */
export async function violations(db: DataSource): Promise<Violation[]> {
  const found: Violation[] = [];
  for (const [invariant, sql] of Object.entries(INVARIANTS)) {
    const rows: { id: string }[] = await db.query(`SELECT id FROM (${sql}) wrong LIMIT 20`);
    if (rows.length > 0) found.push({ invariant, rows: rows.map(({ id }) => String(id)) });
  }
  return found;
}
