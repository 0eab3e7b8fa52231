import { type EntityManager, Not } from 'typeorm';
import type { ReplyInput, ReplyState } from '../contract/replies.js';
import { found } from '../platform/errors.js';
import { ReplyEntity } from './reply.entity.js';

/** The reply of a 相談 that was not issued yet, locked. Lock the 相談 first. @throws DomainError notFound */
export async function inWork(tx: EntityManager, consultationId: string): Promise<ReplyEntity> {
  return found(
    await tx.findOne(ReplyEntity, {
      where: { consultationId, state: Not<ReplyState>('approved') },
      lock: { mode: 'pessimistic_write' },
    }),
  );
}

/** What a person with a stale version is shown beside their own words. */
export async function savedContent(
  tx: EntityManager,
  reply: ReplyEntity,
): Promise<ReplyInput & { savedBy: string; savedAt: string }> {
  const [person]: { name: string }[] = await tx.query('SELECT name FROM people WHERE id = $1', [reply.updatedBy]);
  const { version, subject, greeting, passages, contacts, closing } = reply;
  return {
    ...{ version, subject, greeting, passages, contacts, closing },
    savedBy: person?.name ?? '',
    savedAt: reply.updatedAt.toISOString(),
  };
}
