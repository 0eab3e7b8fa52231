import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { DomainError } from '../platform/errors.js';
import { SYSTEM } from './actor.js';
import { passwordMatches } from './passwords.js';
import { Sessions } from './sessions.js';

const FREE_TRIES = 5;
const LONGEST_LOCK_MINUTES = 60;
const DAY_MS = 24 * 60 * 60_000;

/** Minutes an address stays locked after so many failures in a row: 1, 2, 4 … 60. */
export function lockMinutes(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_LOCK_MINUTES);
}

interface Account {
  id: string;
  name: string;
  password_hash: string | null;
}

@Injectable()
export class SignInService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly sessions: Sessions,
  ) {}

  /** @returns the session token. @throws DomainError unauthenticated, tooMany while locked */
  async signIn(email: string, password: string, device: string): Promise<string> {
    const [account]: Account[] = await this.db.query(
      'SELECT id, name, password_hash FROM people WHERE email = $1 AND disabled_at IS NULL',
      [email],
    );
    const now = this.clock.now();
    await refuseWhileLocked(this.db.manager, email, now);
    if (!(await passwordMatches(account?.password_hash, password)) || !account) {
      await this.countFailure(email, account);
      throw new DomainError(
        'unauthenticated',
        'wrong_credentials',
        'メールアドレスまたはパスワードが違います。もう一度入力するか、パスワードを再設定してください。',
      );
    }
    await this.db.transaction(async (tx) => {
      // Many tries sent at once are all checked before the first is counted: the lock that follows holds for them too.
      await refuseWhileLocked(tx, email, now);
      await tx.query('DELETE FROM failed_sign_ins WHERE email = $1', [email]);
      await record(tx, {
        type: 'person.signIn',
        subjectId: account.id,
        actor: account,
      });
    });
    return this.sessions.open(account.id, device);
  }

  /** Counted in one statement, so that many tries at once cannot outrun the lock. What is a day old is forgotten. */
  private async countFailure(email: string, account: Account | undefined): Promise<void> {
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query('DELETE FROM failed_sign_ins WHERE last_at < $1', [new Date(now.getTime() - DAY_MS)]);
      const [row]: { failures: number }[] = await tx.query(
        `INSERT INTO failed_sign_ins AS f (email, last_at) VALUES ($1, $2)
         ON CONFLICT (email) DO UPDATE SET failures = f.failures + 1, last_at = excluded.last_at RETURNING failures`,
        [email, now],
      );
      const minutes = lockMinutes(row?.failures ?? 0);
      if (minutes > 0) {
        const until = new Date(now.getTime() + minutes * 60_000);
        await tx.query('UPDATE failed_sign_ins SET locked_until = $2 WHERE email = $1', [email, until]);
      }
      if (account) await record(tx, { type: 'person.failSignIn', subjectId: account.id, actor: SYSTEM });
    });
  }
}

/** Waits for a failure that is just being counted. */
async function refuseWhileLocked(db: EntityManager, email: string, now: Date): Promise<void> {
  const [row]: { locked_until: Date | null }[] = await db.query(
    'SELECT locked_until FROM failed_sign_ins WHERE email = $1 FOR UPDATE',
    [email],
  );
  const until = row?.locked_until;
  if (!until || until <= now) return;
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  throw new DomainError(
    'tooMany',
    'locked',
    `続けて失敗したため、このメールアドレスでのサインインを一時的に止めています。${minutes}分後にもう一度お試しください。`,
  );
}
