import { type Case, may, readable } from '../consultations/policy.js';
import { atTheTable, insideDesk } from '../consultations/view-policy.js';
import type { NewConsultation } from '../contract/karte.js';
import { type Actor, hasRole, ministriesOf, municipalitiesOf } from '../identity/actor.js';
import { authorize, DomainError, invalid } from '../platform/errors.js';
import type { Bind } from '../platform/sql/bind.js';

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

/** The same as an SQL condition on `consultations c`. */
const written = (actor: Actor, bind: Bind): string =>
  `(c.municipality_code = ANY (${bind(townsOf(actor))})${mayEnterForTowns(actor) ? ' OR c.proxy_channel IS NOT NULL' : ''})`;

/** R8: who writes the カルテ sees the 添付資料 as they are, all others as they were handed in. On `attachments a` of `c`. */
export function readableAttachments(actor: Actor, bind: Bind): string {
  const sentBack = `coalesce((SELECT min(r.requested_at) FROM correction_requests r
    WHERE r.consultation_id = c.id AND r.settled_at IS NULL), 'infinity')`;
  return `CASE WHEN ${written(actor, bind)} THEN a.removed_at IS NULL
    ELSE a.added_at < ${sentBack} AND coalesce(a.removed_at, 'infinity') >= ${sentBack} END`;
}

/**
 * Whose words in the history a reader reads, on `events e` of `c`: not everybody who reads the case hears what an office
 * said to itself, what it was asked to correct, and why a 打合せ was called off.
 */
export function readableReason(actor: Actor, bind: Bind): string {
  const toTheTable = `(${readable(atTheTable(actor), bind)} OR EXISTS (SELECT 1 FROM meeting_ministries mm
    WHERE mm.meeting_id::text = e.subject_id AND mm.ministry_id = ANY (${bind(ministriesOf(actor))})))`;
  return `CASE e.type WHEN 'consultation.sendBackToAuthor' THEN ${written(actor, bind)}
    WHEN 'consultation.return' THEN ${insideDesk(actor)} OR ${written(actor, bind)}
    WHEN 'meeting.cancel' THEN ${toTheTable} ELSE true END`;
}

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
