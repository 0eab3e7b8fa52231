import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import { Advance } from '../consultations/advance.js';
import type { Passage } from '../contract/replies.js';
import { type Actor, personId } from '../identity/actor.js';
import { authorize, DomainError } from '../platform/errors.js';
import { inWork } from './in-work.js';
import { inWorkshop, mayEdit } from './policy.js';
import type { ReplyEntity } from './reply.entity.js';

/** A draft that the actor may write, locked; and the one way it is written. */
@Injectable()
export class OpenDrafts {
  constructor(
    private readonly clock: Clock,
    private readonly advance: Advance,
  ) {}

  async open(tx: EntityManager, actor: Actor, id: string): Promise<ReplyEntity> {
    const consultation = await this.advance.lock(tx, actor, id);
    authorize(inWorkshop(actor));
    const reply = await inWork(tx, id);
    if (!mayEdit(actor, consultation, reply)) {
      throw new DomainError('conflict', 'reply.closed', '回答案作成中ではないため、回答案を変更できません。');
    }
    return reply;
  }

  async write(tx: EntityManager, actor: Actor, reply: ReplyEntity): Promise<void> {
    const change = { version: reply.version + 1, updatedBy: personId(actor), updatedAt: this.clock.now() };
    await tx.save(Object.assign(reply, change));
  }
}

/** Each with the record it states, whatever the sender thinks: only the server ties a passage to the catalogue. */
export function withKeptRecords(passages: readonly Passage[], stored: readonly Passage[]): Passage[] {
  const records = new Map(stored.map(({ id, measure }) => [id, measure]));
  return passages.map(({ measure: _, ...passage }) => {
    const measure = records.get(passage.id);
    return measure ? { ...passage, measure } : passage;
  });
}
