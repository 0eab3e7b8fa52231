import type { EntityManager } from 'typeorm';
import { DomainError } from '../platform/errors.js';
import { findingsOf } from './quality-gate.js';
import type { ReplyEntity } from './reply.entity.js';
import { questionsOf, sourcesOf } from './sources.js';

/** @throws DomainError invalid, with what the gate found in `current` */
export async function passGate(
  tx: EntityManager,
  reply: ReplyEntity,
  { confirmed, today }: { confirmed: boolean; today: string },
): Promise<void> {
  const questions = await questionsOf(tx, reply.consultationId);
  const sources = await sourcesOf(tx, reply.consultationId, reply.id);
  const findings = findingsOf(reply, { questions, sources, today });
  const errors = findings.filter(({ level }) => level === 'error');
  const details = {
    fields: Object.fromEntries((errors.length > 0 ? errors : findings).map(({ where, message }) => [where, message])),
    current: findings,
  };
  if (errors.length > 0) {
    throw new DomainError('invalid', 'reply.gate', '回答案に直すところがあります。一つずつ確認してください。', details);
  }
  if (findings.length > 0 && !confirmed) {
    const message = '注意が必要なところがあります。内容を確認し、このままでよければ、確認済みとして依頼してください。';
    throw new DomainError('invalid', 'reply.warnings', message, details);
  }
}
