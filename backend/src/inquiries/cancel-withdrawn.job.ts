import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SYSTEM } from '../identity/actor.js';
import type { Job } from '../platform/jobs/job.js';
import { DeskService } from './desk.service.js';

/** When a town withdraws its 相談, the ministries need not answer any more. */
@Injectable()
export class CancelInquiriesOfWithdrawn implements Job<{ eventId: string }> {
  readonly name = 'cancel-inquiries';

  constructor(
    private readonly db: DataSource,
    private readonly desk: DeskService,
  ) {}

  async run({ eventId }: { eventId: string }): Promise<void> {
    const live: { id: string }[] = await this.db.query(
      `SELECT i.id FROM events e JOIN consultations c ON c.id = e.consultation_id
       JOIN inquiries i ON i.consultation_id = c.id AND i.state IN ('asked', 'acknowledged', 'questioned')
       WHERE e.id = $1 AND c.state = 'withdrawn' ORDER BY i.id`,
      [eventId],
    );
    for (const { id } of live) await this.desk.cancel(SYSTEM, id, '相談が取り下げられたため');
  }
}
