/** What must never be true of replies: name → SQL that returns the ids of the wrong rows. */
export const REPLY_INVARIANTS: Record<string, string> = {
  'replied without an issued reply': `SELECT c.id FROM consultations c
    WHERE c.team_id IS NULL AND c.state IN ('replied', 'followUp', 'closing', 'closed') AND NOT EXISTS (
      SELECT 1 FROM replies r WHERE r.consultation_id = c.id AND r.branch = c.branch AND r.state = 'approved')`,
  'a reply in 決裁 whose case is not, or the other way round': `SELECT coalesce(r.consultation_id, c.id) AS id
    FROM (SELECT * FROM consultations WHERE state = 'approving') c
    FULL JOIN (SELECT r.* FROM replies r JOIN consultations k ON k.id = r.consultation_id
               WHERE r.state = 'approving' AND k.state <> 'withdrawn') r ON r.consultation_id = c.id
    WHERE c.id IS NULL OR r.id IS NULL`,
  'an issued reply without all its approvals': `SELECT r.id FROM replies r JOIN reply_settings s ON s.version = r.settings_version
    WHERE r.state = 'approved' AND (SELECT count(DISTINCT a.approver_id) FROM approvals a
      WHERE a.reply_id = r.id AND a.round = r.round AND a.decision = 'approved') <> s.approval_steps`,
  'a reply approved by its requester': `SELECT r.id FROM replies r JOIN approvals a ON a.reply_id = r.id AND a.round = r.round
    WHERE r.state = 'approved' AND a.decision = 'approved' AND r.requested_by IN (a.approver_id, a.stand_in_for)`,
  'a 文書番号 given twice in a fiscal year': `SELECT min(id::text) AS id FROM replies WHERE document_serial IS NOT NULL
    GROUP BY document_year, document_serial HAVING count(*) > 1`,
  'a gap in the 文書番号 of a fiscal year': `SELECT s.fiscal_year AS id FROM number_series s WHERE s.series = 'document'
    AND (SELECT count(*) FROM replies r WHERE r.document_year = s.fiscal_year AND r.document_serial IS NOT NULL) <> s.last`,
  'an issued reply with an empty passage': `SELECT r.id FROM replies r WHERE r.state = 'approved'
    AND jsonb_path_exists(r.passages, '$[*] ? (@.text == "" || @.heading == "")')`,
  'a passage that names a record which the catalogue never had': `SELECT r.id FROM replies r CROSS JOIN LATERAL
      jsonb_array_elements(r.passages) p CROSS JOIN LATERAL jsonb_to_record(p -> 'measure') AS stated (id text, version integer)
    WHERE p ? 'measure' AND NOT EXISTS (SELECT 1 FROM measures m WHERE m.id = stated.id AND m.version = stated.version)
      AND NOT EXISTS (SELECT 1 FROM measure_history h WHERE h.measure_id = stated.id AND h.version = stated.version)`,
  'a passage that names an answer of another case': `SELECT r.id FROM replies r CROSS JOIN LATERAL
      jsonb_array_elements(r.passages) p CROSS JOIN LATERAL jsonb_array_elements_text(p -> 'answerIds') named(answer_id)
    JOIN answers a ON a.id = named.answer_id::uuid JOIN inquiries i ON i.id = a.inquiry_id
    WHERE i.consultation_id <> r.consultation_id`,
};
