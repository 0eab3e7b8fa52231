import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { AddActionItem } from '../contract/meetings.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { mayFinish, sideOf } from './policy.js';

/** 宿題: what somebody has to do after a 打合せ or in the follow-up. */
@Injectable()
export class ActionItemsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  add(actor: Actor, consultationId: string, input: AddActionItem): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(sideOf(actor, consultation.municipalityCode) === 'desk');
      if ((input.owner === 'ministry') !== (input.ministryId !== null)) {
        throw invalid({ ministryId: '担当が府省庁のときだけ、府省庁を選んでください' });
      }
      const [known] = await tx.query(
        `SELECT ($1::text IS NULL OR EXISTS (SELECT 1 FROM ministries WHERE id = $1)) AS ministry,
                ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM meetings WHERE id = $2 AND consultation_id = $3)) AS meeting`,
        [input.ministryId, input.meetingId, consultationId],
      );
      if (!known.ministry) throw invalid({ ministryId: 'この府省庁はありません。一覧から選んでください' });
      if (!known.meeting) throw invalid({ meetingId: 'この打合せはこの相談にありません。選び直してください' });
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO action_items (consultation_id, meeting_id, text, owner_kind, owner_id, ministry_id, due_on, created_by, created_at)
         VALUES ($1, $2, $3, $4, CASE WHEN $4 = 'desk' THEN $5::uuid END, $6, $7, $8, $9) RETURNING id`,
        [
          consultationId,
          input.meetingId,
          input.text,
          input.owner,
          consultation.ownerId,
          input.ministryId,
          input.dueOn,
          personId(actor),
          this.clock.now(),
        ],
      );
      await record(tx, { type: 'actionItem.add', consultationId, subjectId: id, actor, audience: 'town' });
      return id;
    });
  }

  finish(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [row]: { consultation_id: string }[] = await tx.query(
        'SELECT consultation_id FROM action_items WHERE id = $1',
        [id],
      );
      const consultationId = found(row).consultation_id;
      const consultation = await this.advance.lock(tx, actor, consultationId);
      const [item] = await tx.query(
        'SELECT owner_kind, ministry_id, done_at FROM action_items WHERE id = $1 FOR UPDATE',
        [id],
      );
      authorize(mayFinish(actor, item, consultation.municipalityCode));
      if (item.done_at) throw new DomainError('conflict', 'actionItem.done', 'この宿題はすでに終わっています。');
      await tx.query('UPDATE action_items SET done_at = $2, done_by = $3 WHERE id = $1', [
        id,
        this.clock.now(),
        personId(actor),
      ]);
      await record(tx, { type: 'actionItem.finish', consultationId, subjectId: id, actor, audience: 'town' });
    });
  }
}
