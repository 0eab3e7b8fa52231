/** What must never be true of 事例票: each query returns the rows that are wrong. */
export const CASE_SHEET_INVARIANTS: Record<string, string> = {
  'a 事例票 stands among the good practices, but is not published': `SELECT s.id FROM case_sheets s
     JOIN good_practices g ON g.case_sheet_id = s.id WHERE s.state <> 'published'`,
  'a published 事例票 is not among the good practices': `SELECT s.id FROM case_sheets s
     WHERE s.state = 'published' AND NOT EXISTS (SELECT 1 FROM good_practices g WHERE g.case_sheet_id = s.id)`,
  'a 事例票 was published without the consent of its town': `SELECT s.id FROM case_sheets s
     WHERE s.state = 'published' AND 'caseSheet.agree' IS DISTINCT FROM (
       SELECT e.type FROM events e WHERE e.subject_id = s.id::text AND e.type NOT IN ('caseSheet.publish', 'caseSheet.recommend')
       ORDER BY e.id DESC LIMIT 1)`,
  'a 事例票 names its town against its will': `SELECT s.id FROM case_sheets s JOIN good_practices g ON g.case_sheet_id = s.id
     JOIN good_practice_places l ON l.good_practice_id = g.id JOIN municipalities m ON m.code = l.municipality_code
     JOIN consultations c ON c.id = s.consultation_id
     WHERE NOT s.named AND m.kind <> 'prefecture'
       AND c.municipality_code NOT IN (SELECT code FROM municipalities WHERE kind = 'prefecture')`,
};
