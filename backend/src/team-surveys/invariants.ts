/** What must never be true of the surveys of 伴走支援: each query returns the rows that are wrong. */
export const TEAM_SURVEY_INVARIANTS: Record<string, string> = {
  'a survey of 伴走支援 has not as many answers as invitations that were answered': `SELECT s.id FROM team_surveys s
     WHERE (SELECT count(*) FROM team_survey_responses r WHERE r.team_survey_id = s.id AND r.handed_in)
        <> (SELECT count(*) FROM team_survey_invitations i WHERE i.team_survey_id = s.id AND i.answered_on IS NOT NULL)`,
  'an answer of 伴走支援 came outside its days': `SELECT i.id FROM team_survey_invitations i
     JOIN team_surveys s ON s.id = i.team_survey_id WHERE i.answered_on NOT BETWEEN s.opens_on AND s.closes_on`,
  'somebody was asked by a survey of 伴走支援 that never opened': `SELECT i.id FROM team_survey_invitations i
     JOIN team_surveys s ON s.id = i.team_survey_id WHERE s.opened_at IS NULL`,
  'a town was asked as an officer, or an officer as a town': `SELECT i.id FROM team_survey_invitations i
     JOIN team_surveys s ON s.id = i.team_survey_id WHERE (s.survey = 'companion-town') <> (i.member_id IS NULL)`,
};
