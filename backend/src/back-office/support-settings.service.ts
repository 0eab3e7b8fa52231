import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SupportSettings } from '../contract/back-office.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize } from '../platform/errors.js';
import { maySetSupport } from './policy.js';

/** After how many days without any use a team is told of 後方支援. */
@Injectable()
export class SupportSettingsService {
  constructor(private readonly db: DataSource) {}

  async put(actor: Actor, { toldAfterDays }: SupportSettings): Promise<void> {
    authorize(maySetSupport(actor));
    await this.db.transaction(async (tx) => {
      await tx.query('UPDATE support_settings SET told_after_days = $1', [toldAfterDays]);
      await record(tx, { type: 'support.set', subjectId: 'settings', actor, data: { toldAfterDays } });
    });
  }
}
