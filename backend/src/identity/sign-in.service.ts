import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { record } from '../events/record.js';
import { DomainError } from '../platform/errors.js';
import { SYSTEM } from './actor.js';
import { passwordMatches } from './passwords.js';
import { Sessions } from './sessions.js';

const FREE_TRIES = 5;
const LONGEST_LOCK_MINUTES = 60;

/** Minutes an account stays locked after so many failures in a row: 1, 2, 4 … 60. */
export function lockMinutes(failures: number): number {
  return failures < FREE_TRIES ? 0 : Math.min(2 ** (failures - FREE_TRIES), LONGEST_LOCK_MINUTES);
}

interface Account {
  id: string;
  name: string;
  password_hash: string | null;
  failed_sign_ins: number;
  locked_until: Date | null;
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
      `SELECT id, name, password_hash, failed_sign_ins, locked_until FROM people WHERE email = $1 AND disabled_at IS NULL`,
      [email],
    );
    const now = this.clock.now();
    refuseWhileLocked(account, now);
    if (!(await passwordMatches(account?.password_hash, password)) || !account) {
      if (account) await this.countFailure(account);
      throw new DomainError(
        'unauthenticated',
        'wrong_credentials',
        'メールアドレスまたはパスワードが違います。もう一度入力するか、パスワードを再設定してください。',
      );
    }
    await this.db.transaction(async (tx) => {
      // Many tries sent at once are all checked before the first is counted: the lock that follows holds for them too.
      const [row]: Pick<Account, 'locked_until'>[] = await tx.query(
        'SELECT locked_until FROM people WHERE id = $1 FOR UPDATE',
        [account.id],
      );
      refuseWhileLocked(row, now);
      await tx.query('UPDATE people SET failed_sign_ins = 0, locked_until = NULL WHERE id = $1', [account.id]);
      await record(tx, {
        type: 'person.signIn',
        subjectId: account.id,
        actor: account,
      });
    });
    return this.sessions.open(account.id, device);
  }

  /** Counted in one statement, so that many tries at once cannot outrun the lock. */
  private async countFailure(account: Account): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [[row]]: [{ failed_sign_ins: number }[]] = await tx.query(
        'UPDATE people SET failed_sign_ins = failed_sign_ins + 1 WHERE id = $1 RETURNING failed_sign_ins',
        [account.id],
      );
      const minutes = lockMinutes(row?.failed_sign_ins ?? 0);
      if (minutes > 0) {
        await tx.query('UPDATE people SET locked_until = $2 WHERE id = $1', [
          account.id,
          new Date(this.clock.now().getTime() + minutes * 60_000),
        ]);
      }
      await record(tx, {
        type: 'person.failSignIn',
        subjectId: account.id,
        actor: SYSTEM,
      });
    });
  }
}

function refuseWhileLocked(account: Pick<Account, 'locked_until'> | undefined, now: Date): void {
  const until = account?.locked_until;
  if (!until || until <= now) return;
  const minutes = Math.ceil((until.getTime() - now.getTime()) / 60_000);
  throw new DomainError(
    'tooMany',
    'locked',
    `続けて失敗したため、このアカウントを一時的に止めています。${minutes}分後にもう一度お試しください。`,
  );
}
