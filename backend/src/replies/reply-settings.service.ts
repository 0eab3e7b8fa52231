import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { CurrentReplySettings, ReplySettings } from '../contract/replies.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, sameVersion } from '../platform/errors.js';
import { settingsOf } from './reply-settings.js';

/** How replies are numbered, signed and approved; kept by the administrators, a row per version. */
@Injectable()
export class ReplySettingsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async get(actor: Actor): Promise<CurrentReplySettings> {
    authorize(hasRole(actor, 'admin', 'desk', 'manager'));
    const settings = await settingsOf(this.db);
    const [row]: { name: string | null; changed_at: Date }[] = await this.db.query(
      'SELECT p.name, s.changed_at FROM reply_settings s LEFT JOIN people p ON p.id = s.changed_by WHERE s.version = $1',
      [settings.version],
    );
    return {
      settings,
      changedBy: row?.name ?? null,
      changedAt: (row?.changed_at ?? this.clock.now()).toISOString(),
      allowedActions: hasRole(actor, 'admin') ? ['update'] : [],
    };
  }

  async update(actor: Actor, input: ReplySettings): Promise<void> {
    authorize(hasRole(actor, 'admin'));
    await this.db.transaction(async (tx) => {
      await tx.query('LOCK TABLE reply_settings IN SHARE ROW EXCLUSIVE MODE');
      const before = await settingsOf(tx);
      sameVersion(before.version, input.version, before);
      const after = { ...input, version: before.version + 1 };
      await tx.query(
        `INSERT INTO reply_settings (version, approval_steps, number_pattern, addressee, sender, seal_omitted, contact_name,
           contact_tel, contact_email, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        [
          after.version,
          after.approvalSteps,
          after.numberPattern,
          after.addressee,
          after.sender,
          after.sealOmitted,
          after.contactName,
          after.contactTel,
          after.contactEmail,
          personId(actor),
          this.clock.now(),
        ],
      );
      await record(tx, { type: 'replySettings.update', subjectId: 'reply_settings', actor, data: { before, after } });
    });
  }
}
