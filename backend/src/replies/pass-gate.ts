import type { EntityManager } from 'typeorm';
import { DomainError } from '../platform/errors.js';
import { findingsOf } from './quality-gate.js';
import { CALL_ENDED } from './record-findings.js';
import { recordsOf } from './records.js';
import type { ReplyEntity } from './reply.entity.js';
import { questionsOf, sourcesOf } from './sources.js';

/** Warnings are confirmed, a call that has ended with a reason. @throws DomainError invalid, with what the gate found in `current` */
export async function passGate(
  tx: EntityManager,
  reply: ReplyEntity,
  { confirmed, reason, today }: { confirmed: boolean; reason: string; today: string },
): Promise<void> {
  const questions = await questionsOf(tx, reply.consultationId);
  const sources = await sourcesOf(tx, reply.consultationId, reply.id);
  const findings = findingsOf(reply, {
    questions,
    sources,
    records: await recordsOf(tx, reply.passages, today),
    today,
  });
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
  if (reason === '' && findings.some(({ code }) => code === CALL_ENDED)) {
    const message = '公募が終了した施策を案内する理由を入力してください';
    throw new DomainError('invalid', 'reply.reason', `${message}。`, {
      fields: { reason: message },
      current: findings,
    });
  }
}
