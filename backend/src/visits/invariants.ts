/** What must never be true of visits: name → SQL that returns the wrong rows. Asked by the audit. */
export const VISIT_INVARIANTS: Record<string, string> = {
  'a photo that is gone but was kept, or kept without its consent': `SELECT id FROM visit_photos
    WHERE (removed_at IS NULL) <> (content IS NOT NULL) OR consent = ''`,
  'a visit whose last step tells another state': `SELECT v.id FROM visits v LEFT JOIN LATERAL (
      SELECT e.type FROM events e WHERE e.data ->> 'itemId' = v.id::text AND e.subject_id = v.team_id::text
        AND e.type IN ('visit.plan', 'visit.finish', 'visit.cancel') ORDER BY e.id DESC LIMIT 1) last ON true
    WHERE v.state <> CASE last.type WHEN 'visit.finish' THEN 'done' WHEN 'visit.cancel' THEN 'cancelled' ELSE 'planned' END`,
  'somebody goes who was never in the team': `SELECT v.id FROM visits v WHERE EXISTS (
      SELECT 1 FROM unnest(v.people) p (id) WHERE NOT EXISTS (
        SELECT 1 FROM team_members tm WHERE tm.team_id = v.team_id AND tm.person_id = p.id))`,
};
