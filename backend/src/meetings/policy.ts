import type { MeetingAction, MeetingState } from '../contract/meetings.js';
import { type Actor, hasRole, ministriesOf, municipalitiesOf } from '../identity/actor.js';
import { MEETING_LIFECYCLE } from './lifecycle.js';

/** The side of the table a person sits on in a 相談; null for those who only read. */
export function sideOf(actor: Actor, municipalityCode: string): 'town' | 'desk' | null {
  if (hasRole(actor, 'desk', 'manager')) return 'desk';
  return municipalitiesOf(actor, 'municipality', 'approver').includes(municipalityCode) ? 'town' : null;
}

export function mayMeet(actor: Actor, action: MeetingAction, municipalityCode: string): boolean {
  const side = sideOf(actor, municipalityCode);
  const { by } = MEETING_LIFECYCLE[action];
  return side !== null && (by === 'both' || by === side);
}

export const allowedMeetingActions = (actor: Actor, state: MeetingState, municipalityCode: string): MeetingAction[] =>
  (Object.keys(MEETING_LIFECYCLE) as MeetingAction[]).filter(
    (action) => MEETING_LIFECYCLE[action].from.includes(state) && mayMeet(actor, action, municipalityCode),
  );

/** A 宿題 is finished by the one who owns it, or by the desk. */
export function mayFinish(
  actor: Actor,
  item: { owner_kind: string; ministry_id: string | null },
  municipalityCode: string,
): boolean {
  const side = sideOf(actor, municipalityCode);
  if (side === 'desk') return true;
  if (item.owner_kind === 'town') return side === 'town';
  return item.ministry_id !== null && ministriesOf(actor).includes(item.ministry_id);
}
