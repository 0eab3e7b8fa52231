import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { MAX_PHOTOS } from '../contract/visits.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid } from '../platform/errors.js';
import { cleanPhoto } from './clean-photo.js';
import { mayVisit } from './policy.js';
import { visitOf } from './stored-visit.js';

interface Words {
  caption: string;
  consent: string;
}

/** Photos of a visit, kept in the database and only with the consent of those on them. */
@Injectable()
export class PhotosService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async add(actor: Actor, visitId: string, file: { name: string; content: Buffer }, words: Words): Promise<string> {
    const asked = await visitOf(this.db, actor, visitId);
    authorize(mayVisit(actor, 'addPhoto', asked.team, asked.visit));
    const { content, width, height } = await cleanPhoto(file.name, file.content);
    return this.db.transaction(async (tx) => {
      const { visit, team } = await visitOf(tx, actor, visitId, true);
      authorize(mayVisit(actor, 'addPhoto', team, visit));
      const [{ count }]: [{ count: number }] = await tx.query(
        'SELECT count(*)::int AS count FROM visit_photos WHERE visit_id = $1 AND removed_at IS NULL',
        [visitId],
      );
      if (count >= MAX_PHOTOS)
        throw invalid({ file: `写真は1回の訪問に${MAX_PHOTOS}枚までです。不要なものを削除してください。` });
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO visit_photos (visit_id, caption, consent, width, height, content, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [visitId, words.caption, words.consent, width, height, content, personId(actor), this.clock.now()],
      );
      const data = { itemId: visitId, photoId: id, bytes: content.length };
      await record(tx, { type: 'visitPhoto.add', subjectId: visit.teamId, actor, data });
      return id;
    });
  }

  /** For whoever reads the team. */
  async read(actor: Actor, id: string): Promise<Buffer> {
    const [row]: { visitId: string; content: Buffer }[] = await this.db.query(
      'SELECT visit_id AS "visitId", content FROM visit_photos WHERE id = $1 AND removed_at IS NULL',
      [id],
    );
    const { visitId, content } = found(row);
    await visitOf(this.db, actor, visitId);
    return content;
  }

  /** Somebody on it may take back the consent at any time: the picture itself goes, the trail says that there was one. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [row]: { visitId: string }[] = await tx.query(
        'SELECT visit_id AS "visitId" FROM visit_photos WHERE id = $1 AND removed_at IS NULL',
        [id],
      );
      const { visitId } = found(row);
      const { visit, team } = await visitOf(tx, actor, visitId, true);
      authorize(mayVisit(actor, 'removePhoto', team, visit));
      await tx.query('UPDATE visit_photos SET removed_at = $2, content = NULL WHERE id = $1 AND removed_at IS NULL', [
        id,
        this.clock.now(),
      ]);
      const data = { itemId: visitId, photoId: id };
      await record(tx, { type: 'visitPhoto.remove', subjectId: visit.teamId, actor, data });
    });
  }
}
