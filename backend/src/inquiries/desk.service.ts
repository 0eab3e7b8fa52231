import { Injectable } from '@nestjs/common';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { DecideExtension } from '../contract/inquiries.js';
import { type Actor, personId } from '../identity/actor.js';
import { DomainError } from '../platform/errors.js';
import { mustBeDueDay } from './due-day.js';
import { Moves } from './moves.js';

/** What the desk does with an inquiry it has made. */
@Injectable()
export class DeskService {
  constructor(
    private readonly moves: Moves,
    private readonly calendar: Calendar,
    private readonly clock: Clock,
  ) {}

  async changeDue(actor: Actor, id: string, dueOn: string): Promise<void> {
    await this.moves.move(actor, id, 'changeDue', async (tx, inquiry) => {
      mustBeDueDay(this.calendar, dueOn, 'dueOn');
      const before = inquiry.dueOn;
      const at = this.clock.now().toISOString();
      await this.moves.turn(tx, inquiry, { type: 'set', at, dueOn, cause: 'changed', by: personId(actor) });
      return { data: { before, dueOn } };
    });
  }

  /** Takes back what is still open. What the ministry has answered stays its answer. */
  async cancel(actor: Actor, id: string, reason: string): Promise<void> {
    await this.moves.move(actor, id, 'cancel', async (tx, inquiry) => {
      Object.assign(inquiry, { cancelledAt: this.clock.now(), cancelReason: reason });
      await tx.query(`UPDATE inquiry_rows SET state = 'cancelled' WHERE inquiry_id = $1 AND state = 'open'`, [id]);
      return { reason };
    });
  }

  /** Answers the ministry's question; the due date moves by the business days its clock stood still. */
  async replyBack(actor: Actor, id: string, text: string): Promise<void> {
    await this.moves.move(actor, id, 'replyBack', async (tx, inquiry) => {
      const now = this.clock.now();
      await tx.query(
        'UPDATE inquiry_questions SET reply = $2, replied_by = $3, replied_at = $4 WHERE inquiry_id = $1 AND reply IS NULL',
        [id, text, personId(actor), now],
      );
      const before = inquiry.dueOn;
      await this.moves.turn(tx, inquiry, { type: 'resume', at: now.toISOString() });
      return { data: { before, dueOn: inquiry.dueOn } };
    });
  }

  async decideExtension(actor: Actor, id: string, { granted, dueOn, comment }: DecideExtension): Promise<void> {
    await this.moves.move(actor, id, 'decideExtension', async (tx, inquiry) => {
      const [request]: { id: string; dueOn: string; reason: string }[] = await tx.query(
        `SELECT id, requested_due_on::text AS "dueOn", reason FROM extension_requests WHERE inquiry_id = $1 AND decision IS NULL`,
        [id],
      );
      if (!request)
        throw new DomainError('conflict', 'inquiry.no_extension', '決定を待っている延長の申出はありません。');
      const day = dueOn ?? request.dueOn;
      if (granted) {
        mustBeDueDay(this.calendar, day, 'dueOn');
        const [at, by] = [this.clock.now().toISOString(), personId(actor)];
        await this.moves.turn(tx, inquiry, {
          type: 'set',
          at,
          dueOn: day,
          cause: 'extension',
          by,
          reason: request.reason,
        });
      }
      await tx.query(
        `UPDATE extension_requests
         SET decision = $2, granted_due_on = $3, decided_by = $4, decided_at = $5, comment = $6 WHERE id = $1`,
        [request.id, granted ? 'granted' : 'refused', granted ? day : null, personId(actor), this.clock.now(), comment],
      );
      return { reason: comment || undefined, data: { granted, dueOn: inquiry.dueOn } };
    });
  }
}
