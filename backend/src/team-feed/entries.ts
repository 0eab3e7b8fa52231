/** What teams share, as `e`: only what its writer marked for it, and never who wrote it. */
export const ENTRIES = `(
  SELECT 'visit' AS kind, v.id, v.team_id, v.ends_on AS day, v.result AS text, v.updated_at AS at
  FROM visits v WHERE v.shared AND v.state = 'done'
  UNION ALL
  SELECT 'note', n.id, v.team_id, v.starts_on, n.text, n.updated_at
  FROM visit_notes n JOIN visits v ON v.id = n.visit_id WHERE n.shared AND v.state <> 'cancelled'
  UNION ALL
  SELECT 'decision', tm.id, tm.team_id, (tm.starts_at AT TIME ZONE 'Asia/Tokyo')::date, tm.decisions,
         greatest(tm.shared_at, x.saved_at)
  FROM team_meetings tm JOIN team_meeting_texts x ON x.meeting_id = tm.id AND x.field = 'decisions'
  WHERE tm.shared_at IS NOT NULL AND tm.state = 'held' AND btrim(tm.decisions) <> ''
  UNION ALL
  SELECT 'theme', th.id, th.team_id, (th.created_at AT TIME ZONE 'Asia/Tokyo')::date,
         concat_ws(E'\\n', th.theme, nullif(th.goal, '')), th.created_at
  FROM team_themes th WHERE th.shared AND NOT EXISTS (
    SELECT 1 FROM team_themes newer WHERE newer.team_id = th.team_id AND newer.version > th.version)
) e`;

/** The fields of a team `t`, as codes: of the problems in the 応募 of its town. */
export const FIELDS_OF_TEAM = `ARRAY(SELECT DISTINCT p ->> 'field' FROM applications a
  CROSS JOIN LATERAL jsonb_array_elements(CASE WHEN jsonb_typeof(a.sheet -> 'problems') = 'array'
    THEN a.sheet -> 'problems' ELSE '[]' END) p
  WHERE a.id = t.application_id AND p ->> 'field' IS NOT NULL)`;
