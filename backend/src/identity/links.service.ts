import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import type { Config } from '../platform/config.js';
import { DomainError } from '../platform/errors.js';
import { CONFIG } from '../platform/platform.module.js';
import { openLink, signLink } from '../platform/signing.js';
import { hashPassword } from './passwords.js';

type Purpose = 'invitation' | 'password';
const HOUR = 3_600_000;
const HOURS: Record<Purpose, number> = { invitation: 14 * 24, password: 2 };
/** Nobody can fill another's mailbox, nor end the link just mailed, by asking again and again. */
const PAUSE = 5 * 60_000;

/** Links in mails that let a person in once: an invitation, a new password. */
@Injectable()
export class LinksService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Makes a link and the event that mails it. Older links of the same purpose end. */
  async issue(tx: EntityManager, personId: string, purpose: Purpose, actor: { id: string | null }): Promise<void> {
    const now = this.clock.now();
    await tx.query('UPDATE one_time_links SET used_at = $3 WHERE person_id = $1 AND purpose = $2 AND used_at IS NULL', [
      personId,
      purpose,
      now,
    ]);
    const [{ id }]: [{ id: string }] = await tx.query(
      'INSERT INTO one_time_links (person_id, purpose, expires_at) VALUES ($1, $2, $3) RETURNING id',
      [personId, purpose, new Date(now.getTime() + HOURS[purpose] * HOUR)],
    );
    const type = purpose === 'invitation' ? 'person.invite' : 'person.forgotPassword';
    await record(tx, { type, subjectId: personId, actor, data: { linkId: id } });
  }

  /** The address to mail. */
  address(purpose: Purpose, linkId: string): string {
    const path = purpose === 'invitation' ? 'invitations' : 'password/reset';
    return `${this.config.BASE_URL}/${path}/${signLink(this.config.SECRET, purpose, linkId)}`;
  }

  /** Always looks the same from outside, whether the address is known or not. */
  async forgotten(email: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [person]: { id: string }[] = await tx.query(
        'SELECT id FROM people WHERE email = $1 AND disabled_at IS NULL AND password_hash IS NOT NULL FOR UPDATE',
        [email],
      );
      if (person && !(await this.justMailed(tx, person.id))) {
        await this.issue(tx, person.id, 'password', { id: null });
      }
    });
  }

  private async justMailed(tx: EntityManager, personId: string): Promise<boolean> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM one_time_links WHERE person_id = $1 AND purpose = 'password' AND expires_at > $2`,
      [personId, new Date(this.clock.now().getTime() - PAUSE + HOURS.password * HOUR)],
    );
    return rows.length > 0;
  }

  /** Whom an open link belongs to. @throws DomainError notFound */
  async personOf(tx: EntityManager, purpose: Purpose, token: string): Promise<string> {
    const linkId = openLink(this.config.SECRET, purpose, token);
    const [link]: { person_id: string }[] = linkId
      ? await tx.query(
          `SELECT l.person_id FROM one_time_links l JOIN people p ON p.id = l.person_id
           WHERE l.id::text = $1 AND l.purpose = $2 AND l.used_at IS NULL AND l.expires_at > $3
             AND p.disabled_at IS NULL`,
          [linkId, purpose, this.clock.now()],
        )
      : [];
    if (!link) {
      throw new DomainError(
        'notFound',
        'link_ended',
        'このリンクは使用済みか、期限が切れています。もう一度送信を依頼してください。',
      );
    }
    return link.person_id;
  }

  /** Uses the link up and sets the password; every session of the person ends. */
  async setPassword(purpose: Purpose, token: string, password: string, name?: string): Promise<void> {
    await this.personOf(this.db.manager, purpose, token); // hashing costs: not for links that nobody was sent
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const personId = await this.personOf(tx, purpose, token);
      // The row lock makes a second use at the same time find the link used.
      const [used] = await tx.query(
        'UPDATE one_time_links SET used_at = $2 WHERE id::text = $1 AND used_at IS NULL RETURNING id',
        [openLink(this.config.SECRET, purpose, token), this.clock.now()],
      );
      if (used.length === 0) throw new DomainError('conflict', 'link_ended', 'このリンクは使用済みです。');
      await tx.query(
        `WITH found AS (UPDATE people SET password_hash = $2, name = coalesce($3, name) WHERE id = $1 RETURNING email)
         DELETE FROM failed_sign_ins WHERE email IN (SELECT email FROM found)`,
        [personId, passwordHash, name ?? null],
      );
      await tx.query('DELETE FROM sessions WHERE person_id = $1', [personId]);
      await record(tx, { type: 'person.setPassword', subjectId: personId, actor: { id: personId }, data: { purpose } });
    });
  }
}
