import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may, readable } from '../consultations/policy.js';
import { insideDesk, readableNotes } from '../consultations/view-policy.js';
import type { Note } from '../contract/consultations.js';
import { record } from '../events/record.js';
import { type Actor, ministriesOf, personId } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { instant, listOf } from '../platform/sql/json.js';
import { prepared } from '../platform/sql/prepared.js';

/** 内部メモ: the desk's own, and each ministry's own. No town ever reads one, no ministry another's, no desk a ministry's. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  async list(actor: Actor, id: string): Promise<{ items: Note[]; total: number }> {
    const { bind, values } = binder();
    const [row]: { items: Note[] }[] = await this.db.query(
      `SELECT ${listOf(
        `'id', n.id, 'text', n.text, 'author', p.name, 'writtenAt', ${instant('n.written_at')}`,
        `notes n JOIN people p ON p.id = n.author_id WHERE n.consultation_id = c.id AND ${readableNotes(actor, bind)}`,
        'n.written_at DESC, n.id',
      )} AS items
       FROM consultations c WHERE c.id = ${bind(id)} AND ${readable(actor, bind)}`,
      values,
    );
    const { items } = found(row);
    return { items, total: items.length };
  }

  write(actor: Actor, id: string, text: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, id);
      authorize(may(actor, 'note', consultation));
      return this.insert(tx, actor, id, text, await this.ministryOf(tx, actor, id));
    });
  }

  /** Writes into a case that is locked already. `ministryId` null: the desk's note. */
  async insert(tx: EntityManager, actor: Actor, id: string, text: string, ministryId: string | null): Promise<string> {
    const [note] = await prepared<{ id: string }>(
      tx,
      'INSERT INTO notes (consultation_id, ministry_id, author_id, text, written_at) VALUES ($1, $2, $3, $4, $5) RETURNING id',
      [id, ministryId, personId(actor), text, this.clock.now()],
    );
    const noteId = found(note).id;
    const happening = { type: 'consultation.note', consultationId: id, subjectId: id, actor, data: { noteId } };
    await record(
      tx,
      ministryId ? { ...happening, audience: 'ministry', ministryId } : { ...happening, audience: 'inward' },
    );
    return noteId;
  }

  /** For which of the actor's ministries the note is: the one that was asked about this case. */
  private async ministryOf(tx: EntityManager, actor: Actor, id: string): Promise<string | null> {
    if (insideDesk(actor)) return null;
    const [asked]: { ministryId: string }[] = await tx.query(
      `SELECT ministry_id AS "ministryId" FROM ministry_cases WHERE consultation_id = $1 AND ministry_id = ANY ($2)
       ORDER BY ministry_id LIMIT 1`,
      [id, ministriesOf(actor)],
    );
    return found(asked).ministryId;
  }
}
