import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { found } from '../platform/errors.js';
import type { Job } from '../platform/jobs/job.js';
import { ReplyQueries } from './reply.queries.js';
import { ReplyDocuments } from './reply-documents.js';

/** Renders the PDF of a reply right after it was issued, so that nobody waits for it. */
@Injectable()
export class RenderReply implements Job<{ eventId: string }> {
  readonly name = 'render-reply';

  constructor(
    private readonly db: DataSource,
    private readonly queries: ReplyQueries,
    private readonly documents: ReplyDocuments,
  ) {}

  async run({ eventId }: { eventId: string }): Promise<void> {
    const [event]: { reply: string }[] = await this.db.query(
      `SELECT data ->> 'replyId' AS reply FROM events WHERE id = $1`,
      [eventId],
    );
    await this.documents.of(await this.queries.issued(found(event).reply));
  }
}
