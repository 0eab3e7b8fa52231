import type { Grant, Role } from '../contract/identity.js';
import type { ConsultationAction, ConsultationPermit, ConsultationState } from '../contract/lifecycle.js';
import { type Actor, hasRole, ministriesOf, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { LIFECYCLE } from './lifecycle.js';

/** What the policy needs to know of a 相談. */
export interface Case {
  state: ConsultationState;
  municipalityCode: string;
  proxyChannel: string | null;
  /** The 支援チーム that asked for 後方支援; null of a 相談. */
  teamId: string | null;
}

const onDesk = (actor: Actor) => hasRole(actor, 'desk', 'manager');
const ofTown = (actor: Actor, consultation: Case, ...roles: Role[]) =>
  municipalitiesOf(actor, ...roles).includes(consultation.municipalityCode);

/** Whether the actor may take this step, apart from whether the state allows it. */
export function mayAct(actor: Actor, action: ConsultationAction, consultation: Case): boolean {
  return LIFECYCLE[action].by.some((by) => {
    if (by === 'system') return actor.system === true;
    if (by === 'secretariat' || by === 'officer') return consultation.teamId !== null && hasRole(actor, by);
    if (consultation.teamId !== null) return false;
    if (by === 'municipality' || by === 'approver') return ofTown(actor, consultation, by);
    // The desk writes and submits a カルテ only where it entered it for the town (mail, telephone, visit).
    return hasRole(actor, by) && (action !== 'submit' || consultation.proxyChannel !== null);
  });
}

const WRITABLE: readonly ConsultationState[] = ['draft', 'returned', 'reviewing', 'correcting'];
const AFTER_SUBMIT: readonly ConsultationState[] = [
  ...(['submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving'] as const),
  ...(['replied', 'followUp', 'closing'] as const),
];

const PERMITS: Record<ConsultationPermit, (actor: Actor, c: Case) => boolean> = {
  edit: (actor, c) =>
    WRITABLE.includes(c.state) &&
    (ofTown(actor, c, 'municipality', 'approver') || (hasRole(actor, 'desk') && c.proxyChannel !== null)),
  attach: (actor, c) => PERMITS.edit(actor, c) || PERMITS.add(actor, c),
  add: (actor, c) => AFTER_SUBMIT.includes(c.state) && ofTown(actor, c, 'municipality', 'approver'),
  note: (actor, c) => (onDesk(actor) || hasRole(actor, 'ministry', 'secretariat')) && c.state !== 'draft',
  assign: (actor, c) => onDesk(actor) && AFTER_SUBMIT.includes(c.state),
  splitQuestions: (actor, c) =>
    onDesk(actor) && ['checking', 'triaged', 'inquiring', 'collected', 'drafting', 'followUp'].includes(c.state),
  clone: (actor, c) => ofTown(actor, c, 'municipality', 'approver'),
  wishMeeting: (actor, c) =>
    AFTER_SUBMIT.includes(c.state) && (ofTown(actor, c, 'municipality', 'approver') || onDesk(actor)),
};

export const may = (actor: Actor, permit: ConsultationPermit, consultation: Case): boolean =>
  consultation.teamId === null ? PERMITS[permit](actor, consultation) : maySupport(actor, permit, consultation);

/** The questions of a request for 後方支援 are worded by the secretariat until they are answered. */
const maySupport = (actor: Actor, permit: ConsultationPermit, { state }: Case): boolean =>
  permit === 'splitQuestions' && hasRole(actor, 'secretariat') && ['triaged', 'inquiring', 'collected'].includes(state);

/** Whether the actor may do this with this 相談 now: the state allows it, and so does the policy. */
export function allows(actor: Actor, action: ConsultationAction | ConsultationPermit, consultation: Case): boolean {
  if (action in PERMITS) return may(actor, action as ConsultationPermit, consultation);
  const step = action as ConsultationAction;
  return consultation.state in LIFECYCLE[step].moves && mayAct(actor, step, consultation);
}

/** All that the actor may do with this 相談 now; screens show exactly these. */
export function allowedActions(actor: Actor, consultation: Case): (ConsultationAction | ConsultationPermit)[] {
  const all = [...Object.keys(LIFECYCLE), ...Object.keys(PERMITS)] as (ConsultationAction | ConsultationPermit)[];
  return all.filter((action) => allows(actor, action, consultation));
}

/**
 * What an actor can see, as an SQL condition on `consultations c`. Decided here and nowhere else (domain.md §3):
 * a town its own, the desk all that was submitted, a ministry what is shared with it, a prefecture and a team what the
 * town agreed to share. Administrators keep the house, they do not read cases. Requests for 後方支援 are none of these:
 * whatever lists or counts 相談 by this condition leaves them out.
 */
export function readable(actor: Actor, bind: Bind): string {
  if (actor.system) return 'true';
  const conditions = actor.grants.map((grant) => readableFor(grant, actor, bind));
  return conditions.length > 0 ? `(c.team_id IS NULL AND (${conditions.join(' OR ')}))` : 'false';
}

/**
 * Which requests for 後方支援 an actor can see, on the same `consultations c`: who runs 伴走支援 all, a team its own and
 * what other teams share of what was answered, a ministry what it was asked. Towns none.
 */
export function readableSupport(actor: Actor, bind: Bind): string {
  if (actor.system || hasRole(actor, 'secretariat', 'manager')) return 'c.team_id IS NOT NULL';
  const asked = actor.grants
    .filter(({ role }) => role === 'ministry')
    .map((grant) => `EXISTS (SELECT 1 FROM inquiries i WHERE i.consultation_id = c.id AND ${inquiryOf(grant, bind)})`);
  const conditions = hasRole(actor, 'officer') ? [...asked, ...ofTeams(actor, bind)] : asked;
  return conditions.length > 0 ? `(c.team_id IS NOT NULL AND (${conditions.join(' OR ')}))` : 'false';
}

function ofTeams(actor: Actor, bind: Bind): string[] {
  const own = `SELECT tm.team_id FROM team_members tm JOIN teams t ON t.id = tm.team_id AND t.ended_at IS NULL
    JOIN rounds r ON r.id = t.round_id AND r.state IN ('running', 'ended')
    WHERE tm.person_id = ${bind(actor.id)} AND tm.left_on IS NULL`;
  return [
    `c.team_id IN (${own})`,
    `(c.state = 'closed' AND EXISTS (${own}) AND EXISTS (SELECT 1 FROM support_requests s WHERE s.id = c.id AND s.shared))`,
  ];
}

/** Cases of either kind: for the steps and the inquiries, which both go alike. */
export const reachable = (actor: Actor, bind: Bind): string =>
  `(${readable(actor, bind)} OR ${readableSupport(actor, bind)})`;

function readableFor(grant: Grant, actor: Actor, bind: Bind): string {
  switch (grant.role) {
    case 'desk':
    case 'manager':
      return '(c.number IS NOT NULL OR c.proxy_channel IS NOT NULL)';
    case 'secretariat':
      return 'c.number IS NOT NULL';
    case 'municipality':
    case 'approver': {
      const code = bind(grant.municipalityCode);
      // The members as an array, not a sub-select: only so can both halves be looked up in an index.
      return `(c.municipality_code = ${code} OR c.number IS NOT NULL AND c.id = ANY (ARRAY(
        SELECT m.consultation_id FROM consultation_members m WHERE m.municipality_code = ${code})))`;
    }
    case 'ministry':
      return `EXISTS (SELECT 1 FROM inquiries i WHERE i.consultation_id = c.id AND ${inquiryOf(grant, bind)})`;
    case 'officer':
      return `(c.share_team AND c.number IS NOT NULL AND (c.municipality_code = ${bind(grant.municipalityCode)}
        OR c.municipality_code = ANY (ARRAY(${townsOfTeams(bind(actor.id))}))))`;
    case 'prefecture':
      return `(c.share_prefecture AND c.number IS NOT NULL AND c.municipality_code IN (
        SELECT code FROM municipalities WHERE prefecture_code = ${bind(grant.municipalityCode)}))`;
    case 'admin':
      return 'false';
  }
}

/** The towns whose 支援チーム the person is in now, while its year runs. */
const townsOfTeams = (person: string): string =>
  `SELECT t.municipality_code FROM team_members tm JOIN teams t ON t.id = tm.team_id AND t.ended_at IS NULL
   JOIN rounds r ON r.id = t.round_id AND r.state = 'running' WHERE tm.person_id = ${person} AND tm.left_on IS NULL`;

/** The same for `ministry_cases k`, whose cases were all submitted; undefined where only the case itself can tell. */
export function readableAsked(actor: Actor, bind: Bind): string | undefined {
  if (hasRole(actor, 'desk', 'manager', 'secretariat')) return 'true';
  const whole = actor.grants.every(({ role, divisionId }) => role === 'ministry' && !divisionId);
  return whole ? `k.ministry_id = ANY (${bind(ministriesOf(actor))})` : undefined;
}

/** The condition on `inquiries i` for a ministry's person: a whole ministry, or one division of it. */
export function inquiryOf(grant: Grant, bind: Bind): string {
  const division = grant.divisionId ? ` AND i.division_id = ${bind(grant.divisionId)}` : '';
  return `(i.ministry_id = ${bind(grant.ministryId)}${division} AND i.state <> 'cancelled')`;
}
