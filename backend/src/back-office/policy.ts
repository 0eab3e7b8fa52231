import { allows, type Case } from '../consultations/policy.js';
import { SupportAction } from '../contract/back-office.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { isMember, mayTeam, type Standing } from '../teams/policy.js';

export const seesUsage = (actor: Actor): boolean => hasRole(actor, 'secretariat', 'manager');
export const maySetSupport = (actor: Actor): boolean => hasRole(actor, 'secretariat');

const PERMITS: Record<SupportAction, (actor: Actor, request: Case, team: Standing) => boolean> = {
  accept: (actor, request) => allows(actor, 'accept', request),
  inquire: (actor, request) => allows(actor, 'inquire', request),
  splitQuestions: (actor, request) => allows(actor, 'splitQuestions', request),
  answer: (actor, request) => allows(actor, 'answerTeam', request),
  withdraw: (actor, request, team) => allows(actor, 'withdraw', request) && mayTeam(actor, 'askSupport', team),
  rate: (actor, request, team) => request.state === 'closed' && isMember(actor, team),
};

export const allowedSupportActions = (actor: Actor, request: Case, team: Standing): SupportAction[] =>
  SupportAction.options.filter((action) => PERMITS[action](actor, request, team));
