import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Reply } from '../contract/replies.js';
import { replyPdf } from './reply-pdf.js';

/** PDFs of replies. That of an issued one is rendered once and kept, so that it stays the same for ever. */
@Injectable()
export class ReplyDocuments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async of(reply: Reply): Promise<Buffer> {
    if (reply.state !== 'approved') return replyPdf(reply);
    return (await this.kept(reply.id)) ?? this.keep(reply);
  }

  /** Two may render at once: the first one stored is the document. */
  private async keep(reply: Reply): Promise<Buffer> {
    const content = await replyPdf(reply);
    await this.db.query(
      'INSERT INTO reply_documents (reply_id, content, rendered_at) VALUES ($1, $2, $3) ON CONFLICT (reply_id) DO NOTHING',
      [reply.id, content, this.clock.now()],
    );
    return (await this.kept(reply.id)) ?? content;
  }

  private async kept(replyId: string): Promise<Buffer | null> {
    const rows: { content: Buffer }[] = await this.db.query('SELECT content FROM reply_documents WHERE reply_id = $1', [
      replyId,
    ]);
    return rows[0]?.content ?? null;
  }
}
