import { allows, type Case } from '../consultations/policy.js';
import type { AllowedAction, ConsultationState } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';

/** The step that leads on from a state. */
const ONWARD: Partial<Record<ConsultationState, AllowedAction>> = {
  draft: 'edit',
  reviewing: 'submit',
  submitted: 'take',
  checking: 'triage',
  returned: 'edit',
  correcting: 'submit',
  triaged: 'inquire',
  collected: 'draftReply',
  drafting: 'requestApproval',
  approving: 'approve',
  replied: 'proposeClose',
  followUp: 'proposeClose',
  closing: 'agreeClose',
};

/** The one step that leads on, if the actor may take it. */
export function nextAction(actor: Actor, consultation: Case & { reopenWishedAt: Date | null }): AllowedAction | null {
  const onward = consultation.reopenWishedAt ? 'reopen' : ONWARD[consultation.state];
  return onward && allows(actor, onward, consultation) ? onward : null;
}
