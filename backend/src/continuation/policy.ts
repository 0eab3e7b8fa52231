import type { RoundState } from '../contract/rounds.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { isInside } from '../rounds/policy.js';
import { isLeadingTown, isTown, type Standing } from '../teams/policy.js';

const IN_TIME: readonly RoundState[] = ['running', 'ended'];
const inTime = ({ roundState, endedAt }: Standing): boolean => IN_TIME.includes(roundState) && endedAt === null;

/** The town and those who run 伴走支援; not the officers, whose work it judges. */
export const seesContinuation = (actor: Actor, team: Standing): boolean => isInside(actor) || isTown(actor, team);

export const mayWish = (actor: Actor, team: Standing): boolean => isLeadingTown(actor, team) && inTime(team);

export const decidesContinuation = (actor: Actor): boolean => hasRole(actor, 'secretariat');

export const mayDecide = (actor: Actor, team: Standing): boolean => decidesContinuation(actor) && inTime(team);
