/** What must never be true of deadlines: each query returns the rows that are wrong. */
export const DEADLINE_INVARIANTS: Record<string, string> = {
  'two deadlines run for one thing': `SELECT (array_agg(d.id))[1] AS id FROM deadlines d WHERE d.ended_at IS NULL
    GROUP BY d.consultation_id, d.clock, d.inquiry_id HAVING count(*) > 1`,
  'a date that its deadline does not bear out': `SELECT d.id FROM deadlines d JOIN consultations c ON c.id = d.consultation_id
    LEFT JOIN inquiries i ON i.id = d.inquiry_id WHERE d.ended_at IS NULL
      AND d.due_on IS DISTINCT FROM CASE d.clock WHEN 'state' THEN c.state_due_on WHEN 'reply' THEN c.reply_due_on ELSE i.due_on END`,
  'a deadline that runs on after its inquiry ended': `SELECT d.id FROM deadlines d JOIN inquiries i ON i.id = d.inquiry_id
    WHERE d.ended_at IS NULL AND i.state IN ('answered', 'notApplicable', 'cancelled')`,
};
