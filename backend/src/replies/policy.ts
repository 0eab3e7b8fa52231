import { LIFECYCLE } from '../consultations/lifecycle.js';
import { type Case, mayAct } from '../consultations/policy.js';
import type { ConsultationAction } from '../contract/lifecycle.js';
import type { ReplyAction, ReplyState } from '../contract/replies.js';
import { type Actor, hasRole } from '../identity/actor.js';

/** Who sees drafts, sources and 決裁; all others read what was issued. */
export const inWorkshop = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager');

/** What the rules of 決裁 need to know of a reply. */
export interface UnderApproval {
  state: ReplyState;
  requestedBy: string | null;
  /** Everybody who approved in this round, and for whom they stood in. */
  approvers: readonly string[];
}

const STEPS = [
  'draftReply',
  'requestApproval',
  'recallApproval',
  'sendBackReply',
  'approve',
] as const satisfies readonly (ConsultationAction & ReplyAction)[];

/** What the actor may do with the reply in work; screens show exactly these. */
export function replyActions(actor: Actor, consultation: Case, reply: UnderApproval | null): ReplyAction[] {
  const steps = STEPS.filter(
    (action) => LIFECYCLE[action].moves[consultation.state] && mayAct(actor, action, consultation),
  );
  return [
    ...steps.filter((action) => action !== 'approve' || (reply && whyNotApprove(actor, reply) === null)),
    ...(mayEdit(actor, consultation, reply) ? (['save', 'refresh', 'takeMeasures', 'updateMeasure'] as const) : []),
  ];
}

export const mayEdit = (actor: Actor, consultation: Case, reply: Pick<UnderApproval, 'state'> | null): boolean =>
  inWorkshop(actor) && consultation.state === 'drafting' && reply?.state === 'drafting';

/** Four eyes: who asked for 決裁 does not decide, and two steps are two people. Null when there is nothing against it. */
export function whyNotApprove(actor: Actor, reply: UnderApproval, standInFor: string | null = null): string | null {
  if (actor.id === reply.requestedBy) return '決裁を依頼した人は、自分で決裁できません。別の管理職が決裁してください。';
  if (actor.id && reply.approvers.includes(actor.id)) {
    return 'この依頼では、すでに決裁しています。次の段は別の管理職が決裁してください。';
  }
  if (standInFor === null) return null;
  if (standInFor === actor.id) return '自分の代決はできません。';
  if (standInFor === reply.requestedBy) return '決裁を依頼した人の代決はできません。';
  if (reply.approvers.includes(standInFor)) return 'すでに決裁した人の代決はできません。';
  return null;
}
