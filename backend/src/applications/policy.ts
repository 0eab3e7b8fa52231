import type {
  AllowedApplicationAction,
  ApplicationAction,
  ApplicationPermit,
  ApplicationState,
} from '../contract/applications.js';
import type { Grant } from '../contract/identity.js';
import type { Call, CallKind, RoundState } from '../contract/rounds.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';
import { APPLICATION_LIFECYCLE } from './lifecycle.js';

/** What the policy needs to know of an 応募. */
export interface Standing {
  kind: CallKind;
  state: ApplicationState;
  municipalityCode: string | null;
  createdBy: string;
  roundState: RoundState;
  call: Call['standing'];
}

/** The towns for which the person writes. */
export const townsOf = (actor: Actor): string[] => [...new Set(municipalitiesOf(actor, 'municipality', 'approver'))];

const isOfficer = (actor: Actor, { createdBy }: Pick<Standing, 'createdBy'>): boolean =>
  hasRole(actor, 'officer') && actor.id === createdBy;

export const isWriter = (actor: Actor, one: Pick<Standing, 'kind' | 'municipalityCode' | 'createdBy'>): boolean =>
  one.kind === 'town' ? townsOf(actor).includes(one.municipalityCode ?? '') : isOfficer(actor, one);

const isSubmitter = (actor: Actor, one: Standing): boolean =>
  one.kind === 'town'
    ? municipalitiesOf(actor, 'approver').includes(one.municipalityCode ?? '')
    : isOfficer(actor, one);

/** Whether the actor may take this step, apart from whether the states allow it. */
export const mayAct = (actor: Actor, action: ApplicationAction, one: Standing): boolean =>
  APPLICATION_LIFECYCLE[action].by.some((by) => {
    if (by === 'writer') return isWriter(actor, one);
    if (by === 'submitter') return isSubmitter(actor, one);
    // A draft is the writer's own: the secretariat does not know of it.
    return hasRole(actor, 'secretariat') && one.state !== 'draft';
  });

/** Only while its call is open is a draft written and handed in. */
const NEEDS_OPEN_CALL: readonly ApplicationAction[] = ['requestReview', 'submit'];

const PERMITS: Record<ApplicationPermit, (actor: Actor, one: Standing) => boolean> = {
  edit: (actor, one) => one.state === 'draft' && isOpen(one) && isWriter(actor, one),
  askConsent: (actor, one) =>
    one.kind === 'officer' && one.state === 'submitted' && one.roundState !== 'ended' && isWriter(actor, one),
};

const isOpen = ({ call, roundState }: Standing): boolean => call === 'open' && roundState === 'open';

export const may = (actor: Actor, permit: ApplicationPermit, one: Standing): boolean => PERMITS[permit](actor, one);

export function allowedApplicationActions(actor: Actor, one: Standing): AllowedApplicationAction[] {
  const steps = (Object.keys(APPLICATION_LIFECYCLE) as ApplicationAction[]).filter((action) => {
    const { from, during } = APPLICATION_LIFECYCLE[action];
    const now = from.includes(one.state) && during.includes(one.roundState);
    const forTowns = one.kind === 'town' || ['submit', 'withdraw'].includes(action);
    return now && forTowns && mayAct(actor, action, one) && (isOpen(one) || !NEEDS_OPEN_CALL.includes(action));
  });
  const permits = (Object.keys(PERMITS) as ApplicationPermit[]).filter((permit) => may(actor, permit, one));
  return [...steps, ...permits];
}

/** What an actor can see, as an SQL condition on `applications a`. Drafts are of their writers alone. */
export function readableApplications(actor: Actor, bind: Bind): string {
  if (actor.system) return 'true';
  if (isInside(actor)) return `(a.number IS NOT NULL OR ${ofGrants(actor, bind)})`;
  return ofGrants(actor, bind);
}

function ofGrants(actor: Actor, bind: Bind): string {
  const conditions = actor.grants.flatMap((grant) => ofGrant(actor, grant, bind) ?? []);
  return conditions.length > 0 ? `(${conditions.join(' OR ')})` : 'false';
}

function ofGrant(actor: Actor, { role, municipalityCode }: Grant, bind: Bind): string | undefined {
  if (role === 'officer') return `(a.kind = 'officer' AND a.created_by = ${bind(actor.id)})`;
  if (role !== 'municipality' && role !== 'approver') return undefined;
  const code = bind(municipalityCode);
  return `(a.municipality_code = ${code} OR a.number IS NOT NULL AND EXISTS (SELECT 1 FROM application_places ap
    WHERE ap.application_id = a.id AND ap.what = 'member' AND ap.code = ${code}))`;
}

const UNTOLD: readonly RoundState[] = ['open', 'closed', 'selecting'];

/** Until the selection is settled, nobody outside hears of a decision: all that was handed in looks the same. */
export const seenState = (
  actor: Actor,
  { state, roundState }: Pick<Standing, 'state' | 'roundState'>,
): ApplicationState =>
  isInside(actor) || !UNTOLD.includes(roundState) || ['draft', 'withdrawn'].includes(state) ? state : 'submitted';
