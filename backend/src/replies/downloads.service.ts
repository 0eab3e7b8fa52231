import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReplyFilter } from '../contract/replies.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { ReplyQueries } from './reply.queries.js';
import { ReplyDocuments } from './reply-documents.js';
import { replyDocx } from './reply-docx.js';
import { replySheet } from './reply-sheet.js';

/** A kind of file a reply is had as. */
export type ReplyFile = 'pdf' | 'docx' | 'xlsx';

/** Hands out the reply as a file, and keeps in the trail who took an issued one. */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: ReplyQueries,
    private readonly documents: ReplyDocuments,
  ) {}

  async file(
    actor: Actor,
    consultationId: string,
    filter: ReplyFilter,
    kind: ReplyFile,
  ): Promise<{ name: string; content: Buffer }> {
    const reply = await this.queries.letter(actor, consultationId, filter);
    const make = { pdf: () => this.documents.of(reply), docx: () => replyDocx(reply), xlsx: () => replySheet(reply) };
    const content = await make[kind]();
    const issued = reply.state === 'approved';
    if (issued) {
      const happening = { type: 'reply.download', consultationId, subjectId: reply.id, actor, data: { kind } };
      await record(this.db.manager, happening);
    }
    return { name: `回答書${issued ? '' : '（案）'}_${reply.consultationNumber}_${reply.no}.${kind}`, content };
  }
}
