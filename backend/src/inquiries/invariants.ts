/** What must never be true of inquiries: name → SQL that returns the wrong rows. Asked by the audit. */
export const INQUIRY_INVARIANTS: Record<string, string> = {
  'a question row without an owner, or with two stories of who it is': `SELECT q.id FROM question_rows q
    WHERE q.desk_holds = EXISTS (SELECT 1 FROM inquiry_rows r JOIN inquiries i ON i.id = r.inquiry_id
      WHERE r.question_row_id = q.id AND r.state IN ('open', 'answered') AND i.state <> 'cancelled')`,
  'inquiring, but no inquiry is live': `SELECT c.id FROM consultations c WHERE c.state = 'inquiring'
    AND NOT EXISTS (SELECT 1 FROM inquiries i WHERE i.consultation_id = c.id
      AND i.state IN ('asked', 'acknowledged', 'questioned'))`,
  'a live inquiry of a case that is not inquiring': `SELECT i.id FROM inquiries i
    JOIN consultations c ON c.id = i.consultation_id
    WHERE i.state IN ('asked', 'acknowledged', 'questioned') AND c.state NOT IN ('inquiring', 'withdrawn')`,
  'a live inquiry ten minutes after its case was withdrawn': `SELECT i.id FROM inquiries i
    JOIN consultations c ON c.id = i.consultation_id
    WHERE i.state IN ('asked', 'acknowledged', 'questioned') AND c.state = 'withdrawn'
      AND c.state_since < now() - interval '10 minutes'`,
  'an ended inquiry with an open row': `SELECT i.id FROM inquiries i JOIN inquiry_rows r ON r.inquiry_id = i.id
    WHERE r.state = 'open' AND i.state IN ('answered', 'notApplicable', 'cancelled')`,
  'a live inquiry without an open row': `SELECT i.id FROM inquiries i
    WHERE i.state IN ('asked', 'acknowledged', 'questioned')
      AND NOT EXISTS (SELECT 1 FROM inquiry_rows r WHERE r.inquiry_id = i.id AND r.state = 'open')`,
  'an inquiry whose state its rows do not bear out': `SELECT i.id FROM inquiries i WHERE
    (i.state = 'answered') <> (i.answered_at IS NOT NULL
      AND EXISTS (SELECT 1 FROM inquiry_rows r WHERE r.inquiry_id = i.id AND r.state = 'answered'))`,
  'an answered row without an answer': `SELECT r.inquiry_id AS id FROM inquiry_rows r WHERE r.state = 'answered'
    AND NOT EXISTS (SELECT 1 FROM answers a
      WHERE a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id)`,
  'a row asked of a case it is not a question of': `SELECT i.id FROM inquiries i
    JOIN inquiry_rows r ON r.inquiry_id = i.id JOIN question_rows q ON q.id = r.question_row_id
    WHERE q.consultation_id <> i.consultation_id`,
  'a paused inquiry without a question to the desk': `SELECT i.id FROM inquiries i WHERE i.state = 'questioned'
    AND NOT EXISTS (SELECT 1 FROM inquiry_questions n WHERE n.inquiry_id = i.id AND n.reply IS NULL)`,
  'an inquiry whose last event tells another state': `SELECT i.id FROM inquiries i CROSS JOIN LATERAL (
      SELECT coalesce(e.data ->> 'to', 'asked') AS state FROM events e
      WHERE e.subject_id = i.id::text AND e.type LIKE 'inquiry.%' ORDER BY e.id DESC LIMIT 1) last
    WHERE last.state <> i.state`,
};
