import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../calendar/clock.js';
import type { Job } from '../../platform/jobs/job.js';
import { FileReader } from './file-reader.js';

const MOST_TRIES = 3;

interface Taken {
  id: string;
  name: string;
  content: Buffer;
  tries: number;
}

/**
 * Reads the text of 添付資料 for the search, one file after another. Rows decide what is left to read: an upload wakes
 * this job, and what a killed worker left is taken again.
 */
@Injectable()
export class ReadAttachments implements Job<unknown> {
  readonly name = 'read-attachments';
  readonly schedule = { every: 60_000 };

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly reader: FileReader,
  ) {}

  async run(): Promise<void> {
    for (let taken = await this.take(); taken; taken = await this.take()) await this.read(taken);
  }

  private async take(): Promise<Taken | undefined> {
    const [[taken]]: [Taken[]] = await this.db.query(
      `UPDATE attachment_texts t SET tries = tries + 1, taken_at = clock_timestamp()
       FROM attachments a WHERE a.id = t.attachment_id AND t.attachment_id = (
         SELECT w.attachment_id FROM attachment_texts w
         WHERE w.outcome = 'waiting' AND (w.taken_at IS NULL OR w.taken_at < clock_timestamp() - interval '5 minutes')
         ORDER BY w.taken_at NULLS FIRST, w.attachment_id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING a.id, a.name, a.content, t.tries`,
    );
    return taken;
  }

  private async read({ id, name, content, tries }: Taken): Promise<void> {
    const text = tries > MOST_TRIES ? null : await this.textOf(name, content);
    await this.db.query(
      `UPDATE attachment_texts SET text = coalesce($2, ''), read_at = $3,
         outcome = CASE WHEN $2::text IS NULL THEN 'unreadable' WHEN $2 = '' THEN 'empty' ELSE 'read' END
       WHERE attachment_id = $1`,
      [id, text, this.clock.now()],
    );
  }

  /** Null for what cannot be read: that is a fact about the file, and no failure of the job. */
  private textOf(name: string, content: Buffer): Promise<string | null> {
    return this.reader.read(name, content).catch(() => null);
  }
}
