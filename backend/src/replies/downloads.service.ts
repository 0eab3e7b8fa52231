import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ReplyFilter } from '../contract/replies.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { ReplyQueries } from './reply.queries.js';
import { ReplyDocuments } from './reply-documents.js';

/** Hands out the PDF, and keeps in the trail who took an issued one. */
@Injectable()
export class DownloadsService {
  constructor(
    private readonly db: DataSource,
    private readonly queries: ReplyQueries,
    private readonly documents: ReplyDocuments,
  ) {}

  async pdf(actor: Actor, consultationId: string, filter: ReplyFilter): Promise<{ name: string; content: Buffer }> {
    const reply = await this.queries.letter(actor, consultationId, filter);
    const content = await this.documents.of(reply);
    const issued = reply.state === 'approved';
    if (issued) {
      const happening = { type: 'reply.download', consultationId, subjectId: reply.id, actor };
      await record(this.db.manager, happening);
    }
    return { name: `回答書${issued ? '' : '（案）'}_${reply.consultationNumber}_${reply.no}.pdf`, content };
  }
}
