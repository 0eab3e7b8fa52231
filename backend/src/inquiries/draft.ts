import type { EntityManager } from 'typeorm';
import type { RowDraft } from '../contract/answers.js';
import type { RowState } from '../contract/inquiries.js';

export type DraftRow = RowDraft & { state: RowState };

/** The columns of `answers a` as the contract names them, for jsonb. */
export const ANSWER = `jsonb_build_object('id', a.id, 'kind', a.kind, 'measureName', a.measure_name, 'points', a.points,
  'requirements', a.requirements, 'callPeriod', a.call_period, 'rateCeiling', a.rate_ceiling, 'division', a.division,
  'tel', a.tel, 'email', a.email, 'url', a.url, 'public', a.public, 'basedOn', a.based_on,
  'basedOnNumber', (SELECT c.number FROM answers source JOIN inquiries i ON i.id = source.inquiry_id
                    JOIN consultations c ON c.id = i.consultation_id WHERE source.id = a.based_on))`;

/** What stands for each row of an inquiry, drafts too: only for its own ministry. */
export async function draftOf(tx: EntityManager, inquiryId: string): Promise<DraftRow[]> {
  return tx.query(
    `SELECT r.question_row_id AS "questionRowId", r.state,
            CASE WHEN r.reason IS NOT NULL THEN
              jsonb_build_object('reason', r.reason, 'suggestedMinistryId', r.suggested_ministry_id) END AS "notApplicable",
            coalesce((SELECT jsonb_agg(${ANSWER} - 'id' - 'basedOnNumber' ORDER BY a.position) FROM answers a
              WHERE a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id), '[]') AS answers
     FROM inquiry_rows r JOIN question_rows q ON q.id = r.question_row_id
     WHERE r.inquiry_id = $1 ORDER BY q.position`,
    [inquiryId],
  );
}

/** Replaces the draft of one open row. */
export async function writeRow(tx: EntityManager, inquiryId: string, row: RowDraft): Promise<void> {
  const { questionRowId, notApplicable, answers } = row;
  await tx.query(
    'UPDATE inquiry_rows SET reason = $3, suggested_ministry_id = $4 WHERE inquiry_id = $1 AND question_row_id = $2',
    [inquiryId, questionRowId, notApplicable?.reason ?? null, notApplicable?.suggestedMinistryId ?? null],
  );
  await tx.query('DELETE FROM answers WHERE inquiry_id = $1 AND question_row_id = $2', [inquiryId, questionRowId]);
  await tx.query(
    `INSERT INTO answers (inquiry_id, question_row_id, position, kind, measure_name, points, requirements, call_period,
       rate_ceiling, division, tel, email, url, public, based_on)
     SELECT $1, $2, no, a ->> 'kind', a ->> 'measureName', a ->> 'points', a ->> 'requirements', a ->> 'callPeriod',
       a ->> 'rateCeiling', a ->> 'division', a ->> 'tel', a ->> 'email', a ->> 'url', (a ->> 'public')::boolean,
       (a ->> 'basedOn')::uuid
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS list (a, no)`,
    [inquiryId, questionRowId, JSON.stringify(answers)],
  );
}
