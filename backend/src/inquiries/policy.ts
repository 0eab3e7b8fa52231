import { LIFECYCLE } from '../consultations/lifecycle.js';
import { inquiryOf } from '../consultations/policy.js';
import { InquiryAction, type InquiryState } from '../contract/inquiries.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import { type Actor, hasRole } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { INQUIRY_LIFE } from './lifecycle.js';

/** Whose an inquiry is, and about what kind of case: with a team it is 後方支援. */
interface Asked {
  ministryId: string;
  divisionId: string | null;
  teamId: string | null;
}

/** What decides which actions are open. */
export interface Situation extends Asked {
  state: InquiryState;
  caseState: ConsultationState;
  extensionPending: boolean;
  /** A declined row names a ministry that was not asked yet. */
  suggestionOpen: boolean;
}

/** Whether the actor follows every inquiry of such a case: the desk those of 相談, the secretariat those of 後方支援. */
export const follows = (actor: Actor, { teamId }: Pick<Asked, 'teamId'>): boolean =>
  actor.system === true || (teamId === null ? hasRole(actor, 'desk', 'manager') : hasRole(actor, 'secretariat'));

/** Of 後方支援, as it stands after `i.consultation_id`. */
export const OF_TEAMS = 'IN (SELECT c.id FROM consultations c WHERE c.team_id IS NOT NULL)';

/** Who follows them sees all, a ministry its own (one division: what was handed to it), nobody else any. */
export function readableInquiries(actor: Actor, bind: Bind): string {
  if (actor.system) return 'true';
  const conditions = [
    ...(follows(actor, { teamId: null }) ? [`i.consultation_id NOT ${OF_TEAMS}`] : []),
    ...(hasRole(actor, 'secretariat') ? [`i.consultation_id ${OF_TEAMS}`] : []),
  ];
  return `(${[...conditions, ownInquiries(actor, bind)].join(' OR ')})`;
}

/** The condition on `inquiries i` for those whose drafts the actor may read: only its own ministry's. */
export function ownInquiries(actor: Actor, bind: Bind): string {
  const own = actor.grants.filter(({ role }) => role === 'ministry').map((grant) => inquiryOf(grant, bind));
  return own.length > 0 ? `(${own.join(' OR ')})` : 'false';
}

/** Whether the actor answers for the ministry asked: all of it, or the division that has the inquiry. */
const answersFor = (actor: Actor, { ministryId, divisionId }: Asked): boolean =>
  actor.grants.some(
    (grant) =>
      grant.role === 'ministry' &&
      grant.ministryId === ministryId &&
      (!grant.divisionId || grant.divisionId === divisionId),
  );

/** Whether the actor may take this step, apart from whether the inquiry stands so that it can be taken. */
export function mayMove(actor: Actor, action: InquiryAction, asked: Asked): boolean {
  if (INQUIRY_LIFE[action].by === 'desk') return follows(actor, asked);
  return answersFor(actor, asked);
}

const POSSIBLE: Partial<Record<InquiryAction, (now: Situation) => boolean>> = {
  requestExtension: ({ extensionPending }) => !extensionPending,
  decideExtension: ({ extensionPending }) => extensionPending,
  handOver: ({ suggestionOpen }) => suggestionOpen,
};

/** All that the actor may do with this inquiry now; screens show exactly these. */
export function allowedInquiryActions(actor: Actor, now: Situation): InquiryAction[] {
  return InquiryAction.options.filter(
    (action) =>
      INQUIRY_LIFE[action].from.includes(now.state) &&
      (action === 'handOver' ? LIFECYCLE.inquire.moves[now.caseState] : now.caseState === 'inquiring') &&
      (POSSIBLE[action]?.(now) ?? true) &&
      mayMove(actor, action, now),
  );
}
