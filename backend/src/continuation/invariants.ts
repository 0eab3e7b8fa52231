/** What must never be true of 継続: each query returns the rows that are wrong. */
export const CONTINUATION_INVARIANTS: Record<string, string> = {
  'a team was carried over into an 応募 of another town, or of no later year': `SELECT c.team_id AS id FROM continuations c
     JOIN teams t ON t.id = c.team_id JOIN rounds r ON r.id = t.round_id JOIN applications a ON a.id = c.application_id
     JOIN rounds next ON next.id = a.round_id
     WHERE a.municipality_code <> t.municipality_code OR next.fiscal_year <= r.fiscal_year`,
};
