import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { record } from '../events/record.js';
import { invalid } from '../platform/errors.js';
import { type Actor, personId } from './actor.js';
import { hashPassword, passwordMatches } from './passwords.js';
import { PersonEntity } from './person.entity.js';
import { Sessions } from './sessions.js';

@Injectable()
export class PasswordService {
  constructor(
    private readonly db: DataSource,
    private readonly sessions: Sessions,
  ) {}

  /** Changes the own password and ends all other sessions. */
  async change(actor: Actor, token: string, current: string, password: string): Promise<void> {
    const id = personId(actor);
    const person = await this.db.manager.findOneByOrFail(PersonEntity, { id });
    if (!(await passwordMatches(person.passwordHash, current))) {
      throw invalid({
        current: '今のパスワードが違います。もう一度入力してください',
      });
    }
    const passwordHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      await tx.update(PersonEntity, id, { passwordHash });
      await this.sessions.closeOthers(tx, id, token);
      await record(tx, {
        type: 'person.setPassword',
        subjectId: id,
        actor,
        data: { purpose: 'change' },
      });
    });
  }
}
