import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import type { Grant } from '../contract/identity.js';
import { prepared } from '../platform/sql/prepared.js';
import type { Actor } from './actor.js';

export const IDLE_MINUTES = 60;
export const ABSOLUTE_HOURS = 12;

/** Whoever was not seen after this instant is signed out. */
const idleSince = (now: Date) => new Date(now.getTime() - IDLE_MINUTES * 60_000);
const hash = (token: string) => createHash('sha256').update(token).digest();

/** What a person `p` may be. */
const GRANTS = `SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'municipalityCode', municipality_code,
    'ministryId', ministry_id, 'divisionId', division_id)), '[]') FROM grants WHERE person_id = p.id`;

/** Sessions: a random token in a cookie, its hash in the database. */
@Injectable()
export class Sessions {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async open(personId: string, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    await this.db.query(
      `INSERT INTO sessions (token_hash, person_id, created_at, last_seen_at, expires_at, device)
       VALUES ($1, $2, $3, $3, $4, $5)`,
      [hash(token), personId, now, new Date(now.getTime() + ABSOLUTE_HOURS * 3_600_000), device.slice(0, 200)],
    );
    return token;
  }

  /** A person as they would act if they signed in now, for work that is done for them; null for whom was disabled. */
  async inTheNameOf(personId: string): Promise<Actor | null> {
    const [row]: { id: string; name: string; grants: Grant[] }[] = await this.db.query(
      `SELECT p.id, p.name, (${GRANTS}) AS grants FROM people p
       WHERE p.id = $1 AND p.disabled_at IS NULL`,
      [personId],
    );
    return row ?? null;
  }

  /** The actor behind a token, or null when it ended, idled out, or the person was disabled. */
  async actor(token: string): Promise<Actor | null> {
    const now = this.clock.now();
    const [row] = await prepared<{ id: string; name: string; last_seen_at: Date; grants: Grant[] }>(
      this.db,
      `SELECT p.id, p.name, s.last_seen_at, (${GRANTS}) AS grants
       FROM sessions s JOIN people p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND p.disabled_at IS NULL`,
      [hash(token), now, idleSince(now)],
    );
    if (!row) return null;
    if (now.getTime() - row.last_seen_at.getTime() > 60_000) await this.touch(token, now);
    return { id: row.id, name: row.name, grants: row.grants };
  }

  async close(token: string): Promise<void> {
    await this.db.query('DELETE FROM sessions WHERE token_hash = $1', [hash(token)]);
  }

  async closeAll(personId: string): Promise<void> {
    await this.db.query('DELETE FROM sessions WHERE person_id = $1', [personId]);
  }

  async closeOthers(tx: EntityManager, personId: string, token: string): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE person_id = $1 AND token_hash <> $2', [personId, hash(token)]);
  }

  async list(personId: string, token: string) {
    const now = this.clock.now();
    const rows: {
      id: string;
      created_at: Date;
      last_seen_at: Date;
      device: string;
      current: boolean;
    }[] = await this.db.query(
      `SELECT encode(substring(token_hash FROM 1 FOR 8), 'hex') AS id, created_at, last_seen_at, device,
                token_hash = $2 AS current
         FROM sessions WHERE person_id = $1 AND expires_at > $3 AND last_seen_at > $4
         ORDER BY last_seen_at DESC, id`,
      [personId, hash(token), now, idleSince(now)],
    );
    return rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
      device: row.device,
      current: row.current,
    }));
  }

  private async touch(token: string, now: Date): Promise<void> {
    await this.db.query('UPDATE sessions SET last_seen_at = $2 WHERE token_hash = $1', [hash(token), now]);
  }
}
