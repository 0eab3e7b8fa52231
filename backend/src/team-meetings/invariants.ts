/** What must never be true of the year of a team: name → SQL that returns the wrong rows. Asked by the audit. */
export const TEAM_INVARIANTS: Record<string, string> = {
  'a person in two teams of one round at the same time': `SELECT min(tm.id::text) AS id FROM team_members tm
    JOIN teams t ON t.id = tm.team_id WHERE tm.left_on IS NULL AND t.ended_at IS NULL
    GROUP BY t.round_id, tm.person_id HAVING count(*) > 1`,
  'a 会議 of a team without a version for each of its texts': `SELECT m.id FROM team_meetings m
    WHERE (SELECT count(*) FROM team_meeting_texts x WHERE x.meeting_id = m.id) <> 4`,
  'a theme of a team with a gap in its history': `SELECT team_id AS id FROM team_themes
    GROUP BY team_id HAVING max(version) <> count(*)`,
  'a promise of a 会議 of another team': `SELECT pr.id FROM promises pr JOIN team_meetings m ON m.id = pr.meeting_id
    WHERE m.team_id <> pr.team_id`,
};
