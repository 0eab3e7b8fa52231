import { Injectable } from '@nestjs/common';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { type Actor, personId } from '../identity/actor.js';
import { DomainError, invalid } from '../platform/errors.js';
import { mustBeDueDay } from './due-day.js';
import { Moves } from './moves.js';

/** What a ministry does with an inquiry, apart from answering it. */
@Injectable()
export class MinistryService {
  constructor(
    private readonly moves: Moves,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  async acknowledge(actor: Actor, id: string): Promise<void> {
    await this.moves.move(actor, id, 'acknowledge', () => undefined);
  }

  /** To a 課室 of the same ministry, or with null back to its 取りまとめ窓口. */
  async handOn(actor: Actor, id: string, divisionId: string | null): Promise<void> {
    await this.moves.move(actor, id, 'handOn', async (tx, inquiry) => {
      const from = inquiry.divisionId;
      if (from === divisionId)
        throw invalid({ divisionId: 'すでにこの課室が担当しています。別の課室を選んでください' });
      const [place]: { known: boolean; asked: boolean }[] = await tx.query(
        `SELECT $2::text IS NULL OR EXISTS (SELECT 1 FROM divisions
                  WHERE id = $2 AND ministry_id = $3 AND (valid_to IS NULL OR valid_to >= $4)) AS known,
                EXISTS (SELECT 1 FROM inquiry_rows mine JOIN inquiry_rows r ON r.question_row_id = mine.question_row_id
                  WHERE mine.inquiry_id = $1 AND r.inquiry_id <> $1 AND r.ministry_id = $3
                    AND r.division_key = coalesce($2, '') AND r.state IN ('open', 'answered')
                    AND mine.state IN ('open', 'answered')) AS asked`,
        [id, divisionId, inquiry.ministryId, this.calendar.today()],
      );
      if (!place?.known) throw invalid({ divisionId: 'この課室は名簿にありません。一覧から選び直してください' });
      if (place.asked) throw invalid({ divisionId: 'この課室には、同じ質問が別の照会で届いています' });
      inquiry.divisionId = divisionId;
      return { data: { from, divisionId } };
    });
  }

  async requestExtension(actor: Actor, id: string, dueOn: string, reason: string): Promise<void> {
    await this.moves.move(actor, id, 'requestExtension', async (tx, inquiry) => {
      mustBeDueDay(this.calendar, dueOn, 'dueOn');
      if (dueOn <= inquiry.dueOn) throw invalid({ dueOn: '今の期限より後の日を入力してください' });
      const [made] = await tx.query(
        `INSERT INTO extension_requests (inquiry_id, requested_due_on, reason, requested_by, requested_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING id`,
        [id, dueOn, reason, personId(actor), this.clock.now()],
      );
      if (!made) {
        throw new DomainError(
          'conflict',
          'inquiry.extension_pending',
          '延長の申出は、窓口の決定を待っているところです。',
        );
      }
      return { reason, data: { dueOn } };
    });
  }

  /** A question to the desk. The clock stands still until it is answered. */
  async askBack(actor: Actor, id: string, text: string): Promise<void> {
    await this.moves.move(actor, id, 'askBack', async (tx, inquiry) => {
      const now = this.clock.now();
      await tx.query('INSERT INTO inquiry_questions (inquiry_id, text, asked_by, asked_at) VALUES ($1, $2, $3, $4)', [
        id,
        text,
        personId(actor),
        now,
      ]);
      await this.moves.turn(tx, inquiry, { type: 'pause', at: now.toISOString() });
      return undefined;
    });
  }
}
