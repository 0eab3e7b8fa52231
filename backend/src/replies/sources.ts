import type { DataSource, EntityManager } from 'typeorm';
import type { ReplySource } from '../contract/replies.js';
import { ANSWER } from '../inquiries/draft.js';

export type Source = Omit<ReplySource, 'taken'>;

/**
 * What ministries submitted to the questions of a 相談, in the order of the questions: answers and 該当なし. Drafts and
 * cancelled inquiries are not in it, nor what another, issued reply already said.
 */
export function sourcesOf(
  db: DataSource | EntityManager,
  consultationId: string,
  replyId: string | null = null,
): Promise<Source[]> {
  return db.query(
    `SELECT coalesce(a.id::text, r.inquiry_id || '/' || r.question_row_id) AS key, q.id AS "questionRowId",
            q.text AS question, mi.name AS ministry, coalesce(d.name, '') AS division,
            CASE WHEN a.id IS NOT NULL THEN ${ANSWER} END AS answer,
            CASE WHEN r.state = 'notApplicable' THEN jsonb_build_object('reason', r.reason,
              'suggestedMinistry', suggested.name) END AS "notApplicable"
     FROM question_rows q JOIN inquiry_rows r ON r.question_row_id = q.id JOIN inquiries i ON i.id = r.inquiry_id
     JOIN ministries mi ON mi.id = i.ministry_id LEFT JOIN divisions d ON d.id = i.division_id
     LEFT JOIN ministries suggested ON suggested.id = r.suggested_ministry_id
     LEFT JOIN answers a ON a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id AND r.state = 'answered'
     WHERE q.consultation_id = $1 AND i.state <> 'cancelled' AND (r.state = 'notApplicable' OR a.id IS NOT NULL)
       AND NOT EXISTS (SELECT 1 FROM replies p WHERE p.consultation_id = $1 AND p.state = 'approved'
             AND p.id IS DISTINCT FROM $2::uuid AND coalesce(a.id::text, r.inquiry_id || '/' || r.question_row_id) = ANY (p.taken))
     ORDER BY q.position, q.id, r.state = 'notApplicable', mi.sort, i.asked_at, i.id, a.position, a.id`,
    [consultationId, replyId],
  );
}

export interface QuestionState {
  id: string;
  position: number;
  text: string;
  /** Inquiries that have not answered it yet. */
  open: number;
  /** An earlier reply answered it. */
  replied: boolean;
}

export function questionsOf(db: DataSource | EntityManager, consultationId: string): Promise<QuestionState[]> {
  return db.query(
    `SELECT q.id, q.position, q.text,
            (SELECT count(*)::int FROM inquiry_rows r WHERE r.question_row_id = q.id AND r.state = 'open') AS open,
            EXISTS (SELECT 1 FROM replies p WHERE p.consultation_id = $1 AND p.state = 'approved'
              AND jsonb_path_exists(p.passages, '$[*].questionRowIds[*] ? (@ == $id)', jsonb_build_object('id', q.id))) AS replied
     FROM question_rows q WHERE q.consultation_id = $1 ORDER BY q.position, q.id`,
    [consultationId],
  );
}
