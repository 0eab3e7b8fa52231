import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { SavedNote, SaveNote } from '../contract/visits.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError, sameVersion } from '../platform/errors.js';
import { mayVisit } from './policy.js';
import { visitOf } from './stored-visit.js';
import { notesOf } from './visit.queries.js';

/** Notes made on the spot, often without a line: sent later, perhaps twice, perhaps after somebody else. */
@Injectable()
export class NotesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The device makes the id. The same words again are no change, whatever the version: a lost answer does no harm. */
  save(actor: Actor, visitId: string, id: string, { version, text, shared }: SaveNote): Promise<SavedNote> {
    return this.db.transaction(async (tx) => {
      const { visit, team } = await visitOf(tx, actor, visitId, true);
      authorize(mayVisit(actor, 'note', team, visit));
      const [stored] = await notesOf(tx, 'n.id', id);
      if (stored && stored.visitId !== visitId) throw elsewhere();
      if (stored && stored.text === text && stored.shared === shared)
        return { version: stored.version, savedAt: stored.updatedAt };
      sameVersion(stored?.version ?? 0, version, stored);
      const now = this.clock.now();
      const kept: unknown[] = await tx.query(
        `INSERT INTO visit_notes (id, visit_id, text, shared, created_by, created_at, updated_by, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $5, $6)
         ON CONFLICT (id) DO UPDATE SET text = $3, shared = $4, updated_by = $5, updated_at = $6,
           version = visit_notes.version + 1 WHERE visit_notes.visit_id = $2 RETURNING id`,
        [id, visitId, text, shared, personId(actor), now],
      );
      // Another team may have taken the id since we looked: only this one is locked.
      if (kept.length === 0) throw elsewhere();
      const data = { itemId: visitId, noteId: id, version: version + 1, shared };
      await record(tx, { type: stored ? 'visitNote.edit' : 'visitNote.write', subjectId: visit.teamId, actor, data });
      return { version: version + 1, savedAt: now.toISOString() };
    });
  }
}

const elsewhere = () =>
  new DomainError('conflict', 'note.elsewhere', 'このメモは、別の訪問のものとして保存されています。');
