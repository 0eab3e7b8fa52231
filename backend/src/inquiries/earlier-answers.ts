import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EarlierAnswer } from '../contract/answers.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { ANSWER } from './draft.js';
import { mayMove, ownInquiries, readableInquiries } from './policy.js';

/** How far back it looks, in inquiries, and how many answers it offers. */
const INQUIRIES = 60;
const OFFERED = 30;

/** What the actor's ministry answered before (one division: what that division answered), newest first. */
@Injectable()
export class EarlierAnswers {
  constructor(private readonly db: DataSource) {}

  async of(actor: Actor, inquiryId: string): Promise<{ items: EarlierAnswer[]; total: number }> {
    const inquiry = await this.asked(actor, inquiryId);
    authorize(mayMove(actor, 'answer', inquiry));
    const { bind, values } = binder();
    const rows: { answer: Omit<EarlierAnswer, 'number' | 'answeredAt'>; number: string; answeredAt: Date }[] =
      await this.db.query(
        `SELECT ${ANSWER} AS answer, c.number, recent.answered_at AS "answeredAt"
         FROM (SELECT i.id, i.consultation_id, i.answered_at FROM inquiries i
               WHERE i.ministry_id = ${bind(inquiry.ministryId)} AND ${ownInquiries(actor, bind)}
                 AND i.state IN ('answered', 'notApplicable') ORDER BY i.answered_at DESC, i.id LIMIT ${INQUIRIES}) recent
         JOIN consultations c ON c.id = recent.consultation_id
         JOIN inquiry_rows r ON r.inquiry_id = recent.id AND r.state = 'answered'
         JOIN answers a ON a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id
         ORDER BY recent.answered_at DESC, a.question_row_id, a.position`,
        values,
      );
    const items = unlike(
      rows.map((row) => ({ ...row.answer, number: row.number, answeredAt: row.answeredAt.toISOString() })),
    );
    return { items, total: items.length };
  }

  private async asked(actor: Actor, id: string): Promise<{ ministryId: string; divisionId: string | null }> {
    const { bind, values } = binder();
    const rows: { ministryId: string; divisionId: string | null }[] = await this.db.query(
      `SELECT i.ministry_id AS "ministryId", i.division_id AS "divisionId" FROM inquiries i
       WHERE i.id = ${bind(id)} AND ${readableInquiries(actor, bind)}`,
      values,
    );
    return found(rows[0]);
  }
}

/** The same words are offered once. */
function unlike(answers: EarlierAnswer[]): EarlierAnswer[] {
  const byWords = new Map(answers.reverse().map((answer) => [`${answer.measureName}\n${answer.points}`, answer]));
  return [...byWords.values()].reverse().slice(0, OFFERED);
}
