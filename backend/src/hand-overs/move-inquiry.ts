import type { EntityManager } from 'typeorm';
import type { InquiryState } from '../contract/inquiries.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { DomainError } from '../platform/errors.js';

interface Why {
  id: string;
  actor: Actor;
  reason: string;
}

/** A live inquiry to another 課室 of its ministry, or with null to its 取りまとめ窓口. @throws DomainError conflict */
export async function moveInquiry(tx: EntityManager, id: string, divisionId: string | null, by: Why): Promise<void> {
  const [inquiry]: { state: InquiryState; consultationId: string; ministryId: string; from: string | null }[] =
    await tx.query(
      `SELECT state, consultation_id AS "consultationId", ministry_id AS "ministryId", division_id AS "from"
       FROM inquiries WHERE id = $1 FOR UPDATE`,
      [id],
    );
  if (!inquiry || inquiry.from === divisionId) return;
  const [asked] = await tx.query(ASKED_THERE, [id, divisionId]);
  if (asked) throw new DomainError('conflict', 'hand_over.asked_there', alreadyThere(asked.number));
  await tx.query('UPDATE inquiries SET division_id = $2 WHERE id = $1', [id, divisionId]);
  const { state, consultationId, ministryId, from } = inquiry;
  await record(tx, {
    type: 'inquiry.transfer',
    subjectId: id,
    actor: by.actor,
    consultationId,
    ministryId,
    audience: 'ministry',
    reason: by.reason,
    data: { handOverId: by.id, from, to: state, divisionId },
  });
}

const ASKED_THERE = `SELECT c.number FROM inquiries i JOIN consultations c ON c.id = i.consultation_id
  WHERE i.id = $1 AND EXISTS (SELECT 1 FROM inquiry_rows mine JOIN inquiry_rows r ON r.question_row_id = mine.question_row_id
    WHERE mine.inquiry_id = i.id AND mine.state IN ('open', 'answered') AND r.inquiry_id <> i.id
      AND r.ministry_id = i.ministry_id AND r.division_key = coalesce($2, '') AND r.state IN ('open', 'answered'))`;

const alreadyThere = (number: string) =>
  `${number}の同じ質問が、引継ぎ先にも別の照会で届いています。窓口に連絡し、どちらかの照会を取り消してから引き継いでください。`;
