import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import { may, readable } from '../consultations/policy.js';
import { MAX_ATTACHMENTS } from '../contract/karte.js';
import { record } from '../events/record.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, found, invalid } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { judgeFile } from './attachment-kinds.js';
import { assertEditable, readableAttachments } from './karte-policy.js';

interface StoredFile {
  name: string;
  type: string;
  content: Buffer;
}

/** 添付資料, kept in the database: one backup, one scope. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  attach(actor: Actor, consultationId: string, fileName: string, content: Buffer): Promise<string> {
    const name = tidyName(fileName);
    const verdict = judgeFile(name, content);
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(may(actor, 'attach', consultation));
      if ('fault' in verdict) throw invalid({ file: verdict.fault });
      const [{ count }]: [{ count: number }] = await tx.query(
        'SELECT count(*)::int AS count FROM attachments WHERE consultation_id = $1 AND removed_at IS NULL',
        [consultationId],
      );
      if (count >= MAX_ATTACHMENTS) {
        throw invalid({
          file: `添付資料は${MAX_ATTACHMENTS}件までです。不要なものを削除するか、一つにまとめてください。`,
        });
      }
      const [{ id }]: [{ id: string }] = await tx.query(
        `INSERT INTO attachments (consultation_id, name, type, bytes, content, added_by, added_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
        [consultationId, name, verdict.type, content.length, content, personId(actor), this.clock.now()],
      );
      const happening = { type: 'consultation.attach', consultationId, subjectId: id, actor };
      await record(tx, { ...happening, audience: 'town', data: { bytes: content.length } });
      return id;
    });
  }

  /** For whoever reads the case. Each reading stands in the trail. */
  read(actor: Actor, id: string): Promise<StoredFile> {
    return this.db.transaction(async (tx) => {
      const { bind, values } = binder();
      const rows: (StoredFile & { consultationId: string })[] = await tx.query(
        `SELECT a.name, a.type, a.content, a.consultation_id AS "consultationId"
         FROM attachments a JOIN consultations c ON c.id = a.consultation_id
         WHERE a.id = ${bind(id)} AND ${readableAttachments(actor, bind)} AND ${readable(actor, bind)}`,
        values,
      );
      const { consultationId, ...file } = found(rows[0]);
      await record(tx, { type: 'attachment.read', consultationId, subjectId: id, actor });
      return file;
    });
  }

  /** Only while the カルテ may be edited: what was submitted stays. */
  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const [row]: { consultationId: string }[] = await tx.query(
        'SELECT consultation_id AS "consultationId" FROM attachments WHERE id = $1 AND removed_at IS NULL',
        [id],
      );
      const { consultationId } = found(row);
      const consultation = await this.advance.lock(tx, actor, consultationId);
      assertEditable(actor, consultation);
      await tx.query('UPDATE attachments SET removed_at = $2 WHERE id = $1 AND removed_at IS NULL', [
        id,
        this.clock.now(),
      ]);
      await record(tx, { type: 'consultation.detach', consultationId, subjectId: id, actor, audience: 'town' });
    });
  }
}

/** The bare name: no folder, no control characters, one spelling of が (macOS sends two characters), not too long. */
function tidyName(name: string): string {
  const bare = (name.normalize('NFC').split(/[\\/]/).pop() ?? '').replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  const end = bare.includes('.') ? bare.slice(bare.lastIndexOf('.')).slice(0, 10) : '';
  return [...bare.slice(0, bare.length - end.length)].slice(0, 150).join('') + end;
}
