/** What must never be true of surveys: each query returns the rows that are wrong. */
export const SURVEY_INVARIANTS: Record<string, string> = {
  'a survey was answered without an answer': `SELECT i.id FROM survey_invitations i WHERE i.answered_at IS NOT NULL
     AND NOT EXISTS (SELECT 1 FROM survey_responses r WHERE r.invitation_id = i.id)`,
  'an answer is there, but its survey stands open': `SELECT r.id FROM survey_responses r
     JOIN survey_invitations i ON i.id = r.invitation_id WHERE i.answered_at IS NULL`,
  'an answer came after the last day': `SELECT r.id FROM survey_responses r
     JOIN survey_invitations i ON i.id = r.invitation_id
     WHERE (r.answered_at AT TIME ZONE 'Asia/Tokyo')::date > i.closes_on`,
  'an answer uses another version than its survey': `SELECT r.id FROM survey_responses r
     JOIN survey_invitations i ON i.id = r.invitation_id WHERE r.version <> i.version`,
  'a low score is looked after by nobody': `SELECT r.id FROM survey_responses r
     WHERE r.score <= 2 AND r.invitation_id IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM follow_up_tasks t WHERE t.response_id = r.id)`,
  'a case closed over an hour ago without a survey': `SELECT e.id FROM events e
     WHERE e.type IN ('consultation.agreeClose', 'consultation.closeBySilence')
       AND e.dispatched_at < now() - interval '1 hour'
       AND NOT EXISTS (SELECT 1 FROM survey_invitations i WHERE i.event_id = e.id)`,
  'a survey was mailed about a case that never closed': `SELECT i.id FROM survey_invitations i
     JOIN events e ON e.id = i.event_id
     WHERE e.type NOT IN ('consultation.agreeClose', 'consultation.closeBySilence') OR e.consultation_id <> i.consultation_id`,
  'a silent case stays open over a week after its day': `SELECT c.id FROM consultations c
     WHERE c.state = 'closing' AND c.state_due_on < (now() AT TIME ZONE 'Asia/Tokyo')::date - 7`,
};
