import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { ANSWER } from './draft.js';

/** With 局 and 部: 医政局 医事課. */
const DIVISION = `(WITH RECURSIVE up AS (
    SELECT id, parent_id, name, 0 AS height FROM divisions WHERE id = i.division_id
    UNION ALL SELECT d.id, d.parent_id, d.name, height + 1 FROM divisions d JOIN up ON d.id = up.parent_id)
  SELECT string_agg(name, ' ' ORDER BY height DESC) FROM up)`;

/** What a list and a page show alike, of `inquiries i`. */
export const HEAD = `i.id, i.state, i.due_on::text AS "dueOn", i.asked_at AS "askedAt",
  jsonb_build_object('id', c.id, 'number', c.number, 'title', c.title, 'state', c.state, 'teamId', c.team_id,
    'municipality', ${MUNICIPALITY_LABEL}) AS consultation,
  jsonb_build_object('id', mi.id, 'name', mi.name) AS ministry,
  CASE WHEN i.division_id IS NOT NULL THEN jsonb_build_object('id', i.division_id, 'name', ${DIVISION}) END AS division,
  EXISTS (SELECT 1 FROM extension_requests x WHERE x.inquiry_id = i.id AND x.decision IS NULL
    AND i.state IN ('asked', 'acknowledged', 'questioned')) AS "extensionPending"`;

export const FROM = `FROM inquiries i JOIN consultations c ON c.id = i.consultation_id
  JOIN municipalities m ON m.code = c.municipality_code JOIN ministries mi ON mi.id = i.ministry_id`;

/**
 * Everything about an inquiry. What a row says counts when it was sent; before, only its own ministry sees it.
 * @param own the SQL condition for that ministry
 */
export const whole = (own: string) => `${HEAD}, i.ministry_id AS "ministryId", i.division_id AS "divisionId",
  i.paused_on::text AS "pausedOn", i.message, i.version, i.acknowledged_at AS "acknowledgedAt",
  i.answered_at AS "answeredAt", i.cancelled_at AS "cancelledAt", i.cancel_reason AS "cancelReason",
  (SELECT name FROM people WHERE id = i.asked_by) AS "askedBy",
  (SELECT jsonb_build_object('id', o.id, 'ministry', om.name) FROM inquiries o JOIN ministries om ON om.id = o.ministry_id
   WHERE o.id = i.origin_inquiry_id) AS origin,
  CASE WHEN ${own} THEN (SELECT jsonb_build_object('division', coalesce(${DIVISION}, ''), 'tel', k.tel, 'email', k.email)
    FROM contacts k WHERE k.ministry_id = i.ministry_id AND k.valid_to IS NULL
      AND (k.division_id = i.division_id OR k.division_id IS NULL)
    ORDER BY k.division_id NULLS LAST, k.valid_from DESC, k.id LIMIT 1) END AS "usualContact",
  coalesce((SELECT jsonb_agg(${ROW(own)} ORDER BY q.position)
    FROM inquiry_rows r JOIN question_rows q ON q.id = r.question_row_id WHERE r.inquiry_id = i.id), '[]') AS rows,
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'text', n.text, 'askedAt', n.asked_at, 'reply', n.reply,
      'repliedAt', n.replied_at, 'askedBy', a.name, 'repliedBy', b.name) ORDER BY n.asked_at, n.replied_at, n.id)
    FROM inquiry_questions n JOIN people a ON a.id = n.asked_by LEFT JOIN people b ON b.id = n.replied_by
    WHERE n.inquiry_id = i.id), '[]') AS "questionsBack",
  coalesce((SELECT jsonb_agg(jsonb_build_object('id', x.id, 'requestedDueOn', x.requested_due_on, 'reason', x.reason,
      'requestedBy', a.name, 'requestedAt', x.requested_at, 'decision', x.decision, 'grantedDueOn', x.granted_due_on,
      'comment', x.comment, 'decidedBy', b.name, 'decidedAt', x.decided_at) ORDER BY x.requested_at, x.decided_at, x.id)
    FROM extension_requests x JOIN people a ON a.id = x.requested_by LEFT JOIN people b ON b.id = x.decided_by
    WHERE x.inquiry_id = i.id), '[]') AS extensions`;

const ROW = (own: string) => `jsonb_build_object('questionRowId', q.id, 'text', q.text, 'state', r.state,
  'position', (SELECT count(*) FROM question_rows p WHERE p.consultation_id = q.consultation_id AND p.position <= q.position),
  'notApplicable', CASE WHEN r.reason IS NOT NULL AND (r.state = 'notApplicable' OR ${own}) THEN
    jsonb_build_object('reason', r.reason,
      'suggestedMinistry', (SELECT jsonb_build_object('id', s.id, 'name', s.name) FROM ministries s
                            WHERE s.id = r.suggested_ministry_id),
      'handedOver', r.suggested_ministry_id IS NOT NULL AND EXISTS (SELECT 1 FROM inquiry_rows h
        WHERE h.question_row_id = r.question_row_id AND h.ministry_id = r.suggested_ministry_id
          AND h.state IN ('open', 'answered'))) END,
  'answers', coalesce((SELECT jsonb_agg(${ANSWER} ORDER BY a.position) FROM answers a
    WHERE a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id AND (r.state = 'answered' OR ${own})),
    '[]'))`;
