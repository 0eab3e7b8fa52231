import type { NewConsultation } from '../contract/karte.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import { authorize, DomainError, invalid } from '../platform/errors.js';
import { type Case, may } from './policy.js';

/** The towns for which the person writes. */
export const townsOf = (actor: Actor): string[] => [...new Set(municipalitiesOf(actor, 'municipality', 'approver'))];

/** Whether the person enters what towns send by mail, telephone, visit or post (domain.md §3: 代理入力, not the managers). */
export const mayEnterForTowns = (actor: Actor): boolean => hasRole(actor, 'desk');

/** For whom a new カルテ is written: the person's own town, or any town when the desk enters it. @throws DomainError */
export function townFor(actor: Actor, { municipalityCode, proxyChannel }: NewConsultation): string {
  const own = townsOf(actor);
  if (proxyChannel) {
    authorize(mayEnterForTowns(actor));
    if (!municipalityCode) throw invalid({ municipalityCode: '相談する団体を選んでください。' });
    return municipalityCode;
  }
  if (own.length === 0 && mayEnterForTowns(actor)) {
    throw invalid({ proxyChannel: '窓口が代理で入力するときは、受付方法を選んでください。' });
  }
  authorize(own.length > 0);
  const code = municipalityCode ?? (own.length === 1 ? own[0] : undefined);
  if (!code) throw invalid({ municipalityCode: '相談する団体を選んでください。' });
  authorize(own.includes(code));
  return code;
}

/** Whether it is this actor who writes the カルテ, whatever its state. */
export const isWriter = (actor: Actor, consultation: Case): boolean =>
  may(actor, 'edit', { ...consultation, state: 'draft' });

/** R5: after submitting, a カルテ changes by 差戻し or 追記 only. @throws DomainError */
export function assertEditable(actor: Actor, consultation: Case): void {
  authorize(isWriter(actor, consultation));
  if (!may(actor, 'edit', consultation)) {
    throw new DomainError(
      'conflict',
      'karte.submitted',
      '提出した相談カルテは編集できません。補足は「追記」から送ってください。',
    );
  }
}

/** Who reads what was asked to correct and what was changed: the town that writes, and the desk. */
export const readsCorrections = (actor: Actor, consultation: Case): boolean =>
  isWriter(actor, consultation) || hasRole(actor, 'desk', 'manager', 'secretariat');
