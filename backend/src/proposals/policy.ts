import type { ProposalAction, ProposalState } from '../contract/proposals.js';
import type { RoundState } from '../contract/rounds.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { isInside } from '../rounds/policy.js';

interface Standing {
  state: ProposalState;
  roundState: RoundState;
  appointed: boolean;
  repair: object | null;
}

/** Reading is for those who run 伴走支援: scores are nobody else's. */
export const readableProposals = (actor: Actor): string => (actor.system || isInside(actor) ? 'true' : 'false');

const isSecretariat = (actor: Actor) => hasRole(actor, 'secretariat');
const mayLook = ({ roundState }: Pick<Standing, 'roundState'>) =>
  ['matching', 'appointed', 'running'].includes(roundState);

/** After the 任命 only what follows a drop-out is still looked for. */
export const mayAsk = (actor: Actor, round: { state: RoundState }): boolean =>
  isSecretariat(actor) && round.state === 'matching';

const PERMITS: Record<ProposalAction, (actor: Actor, one: Standing) => boolean> = {
  change: (actor, one) => isSecretariat(actor) && isOpen(one),
  stop: (actor, one) => isSecretariat(actor) && ['waiting', 'solving'].includes(one.state) && mayLook(one),
  askAgain: (actor, one) => isSecretariat(actor) && one.roundState === 'matching' && one.state !== 'failed',
  repair: (actor, one) => isSecretariat(actor) && one.state === 'done' && mayLook(one),
  approve: (actor, one) => hasRole(actor, 'manager') && isOpen(one),
};

/** What was appointed is frozen; after the 任命 only a repair may still take its place. */
const isOpen = (one: Standing) =>
  one.state === 'done' && !one.appointed && mayLook(one) && (one.roundState === 'matching' || one.repair !== null);

export const mayProposal = (actor: Actor, action: ProposalAction, one: Standing): boolean =>
  PERMITS[action](actor, one);

export const allowedProposalActions = (actor: Actor, one: Standing): ProposalAction[] =>
  (Object.keys(PERMITS) as ProposalAction[]).filter((action) => mayProposal(actor, action, one));
