/** What must never be true of 後方支援: name → SQL that returns the wrong rows. */
export const SUPPORT_INVARIANTS: Record<string, string> = {
  'a case of a team without its request, or the other way round': `SELECT coalesce(c.id, s.id) AS id
    FROM (SELECT id, team_id FROM consultations WHERE team_id IS NOT NULL) c
    FULL JOIN support_requests s USING (id) WHERE c.team_id IS DISTINCT FROM s.team_id`,
  'a request that is answered without an answer, or the other way round': `SELECT c.id FROM consultations c
    JOIN support_requests s ON s.id = c.id WHERE (c.state = 'closed') <> (s.answer IS NOT NULL)`,
  'a request in a state that 後方支援 does not have': `SELECT id FROM consultations WHERE team_id IS NOT NULL
    AND state NOT IN ('submitted', 'triaged', 'inquiring', 'collected', 'closed', 'withdrawn')`,
  'a gap in the numbers of 後方支援': `SELECT s.fiscal_year AS id FROM number_series s WHERE s.series = 'support'
    AND (SELECT count(*) FROM consultations c WHERE c.fiscal_year = s.fiscal_year AND c.team_id IS NOT NULL) <> s.last`,
  'a request among the kept figures of 相談': `SELECT u.unit AS id FROM tally_units u
    JOIN consultations c ON c.id = u.unit WHERE c.team_id IS NOT NULL AND cardinality(u.entries) > 0`,
};
