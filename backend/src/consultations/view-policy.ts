import type { CaseTab, MinistryChip } from '../contract/consultations.js';
import type { Role } from '../contract/identity.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import { type Actor, hasRole, ministriesOf, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';

export const insideDesk = (actor: Actor) => hasRole(actor, 'desk', 'manager', 'secretariat');

/** The actor in the roles that see every 打合せ of the cases they read; a ministry sees those it is invited to. */
export const atTheTable = (actor: Actor): Actor => ({
  ...actor,
  grants: actor.grants.filter(({ role }) => AT_THE_TABLE.includes(role)),
});
const AT_THE_TABLE: readonly Role[] = ['municipality', 'approver', 'desk', 'manager', 'secretariat'];

/** Whom a case was shared with: the desk knows how far each ministry is, a ministry knows of itself only. */
export function chipsFor(actor: Actor, chips: MinistryChip[], replied: boolean): MinistryChip[] {
  if (insideDesk(actor)) return chips;
  const own = ministriesOf(actor);
  if (own.length > 0) return chips.filter(({ id }) => own.includes(id));
  return replied ? chips : chips.map((chip) => ({ ...chip, state: null }));
}

/** The ministry whose cases are all that this actor reads, if that is so. */
export function soleMinistryOf(actor: Actor): string | undefined {
  const [first, ...others] = new Set(ministriesOf(actor));
  return others.length === 0 && actor.grants.every(({ role }) => role === 'ministry') ? first : undefined;
}

/** Whether all that an actor reads is a small part of all cases: of a town, a prefecture or a division. */
export const readsFew = (actor: Actor): boolean =>
  actor.grants.every(({ role, divisionId }) => role !== 'ministry' || divisionId !== null) && !insideDesk(actor);

/** Whether there are so few that they are read one by one: a town's, a team's or a division's. */
export const readsHandful = (actor: Actor): boolean => readsFew(actor) && !hasRole(actor, 'prefecture');

/** A ministry may not learn by a filter which others were asked. */
export const mayFilterByMinistry = (actor: Actor, ministry: string): boolean => {
  const own = ministriesOf(actor);
  return insideDesk(actor) || own.length === 0 || own.includes(ministry);
};

/** Which events of a case its reader may read, as a condition on `events e`. Rows for nobody stay in the trail. */
export function readableHistory(actor: Actor, bind: Bind): string {
  if (insideDesk(actor)) return `e.audience <> 'none'`;
  const own = ministriesOf(actor);
  if (own.length === 0) return `e.audience = 'town'`;
  return `(e.audience = 'town' OR e.audience = 'ministry' AND e.ministry_id = ANY (${bind(own)}))`;
}

/** Whose notes an actor reads and writes: the desk's (null), or those of the ministries it answers for. */
export function readableNotes(actor: Actor, bind: Bind): string {
  if (insideDesk(actor)) return 'n.ministry_id IS NULL';
  return `n.ministry_id = ANY (${bind(ministriesOf(actor))})`;
}

/** What has been answered and is followed up or closed has something to tell: it may become a 事例票. */
export const TELLING_STATES: readonly ConsultationState[] = ['followUp', 'closing', 'closed'];

/** The pages of a case for this reader. */
export function tabsFor(
  actor: Actor,
  consultation: { submitted: boolean; replied: boolean; told: boolean },
): CaseTab[] {
  if (!consultation.submitted) return ['overview', 'history'];
  const inside = insideDesk(actor);
  const asked = ministriesOf(actor).length > 0;
  const party = municipalitiesOf(actor, 'municipality', 'approver').length > 0;
  const tabs: Record<CaseTab, boolean> = {
    overview: true,
    inquiries: inside || asked,
    reply: inside || consultation.replied,
    meetings: inside || asked || party,
    caseSheet: (inside || party) && consultation.told,
    history: true,
    notes: inside || asked,
  };
  return (Object.keys(tabs) as CaseTab[]).filter((tab) => tabs[tab]);
}
