import type { RoundState } from '../contract/rounds.js';
import { TeamAction } from '../contract/teams.js';
import { type Actor, hasRole, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';
import { isInside } from '../rounds/policy.js';

/** What the policy needs to know of a team. */
export interface Standing {
  municipalityCode: string;
  /** That town, and the others of a joint 応募. */
  towns: readonly string[];
  roundState: RoundState;
  /** The people who are in it now. */
  people: readonly string[];
  endedAt: Date | null;
}

/**
 * What an actor can see, as an SQL condition on `teams t` with its round `r`: who runs 伴走支援 all, a member and each
 * town their own from the first day of the year. Who left a team does not read it any more.
 */
export function readableTeams(actor: Actor, bind: Bind): string {
  if (actor.system || isInside(actor)) return 'true';
  const own = [
    ...(hasRole(actor, 'officer')
      ? [
          `EXISTS (SELECT 1 FROM team_members tm WHERE tm.team_id = t.id AND tm.left_on IS NULL AND tm.person_id = ${bind(actor.id)})`,
        ]
      : []),
    ...(townsOf(actor).length > 0 ? [isTeamOf(bind(townsOf(actor)))] : []),
  ];
  return own.length > 0 ? `r.state IN ('running', 'ended') AND t.ended_at IS NULL AND (${own.join(' OR ')})` : 'false';
}

/** The towns of a team `t`: of a joint 応募 each of them. */
export const TOWNS_OF_TEAM = `SELECT t.municipality_code UNION ALL
  SELECT ap.code FROM application_places ap WHERE ap.application_id = t.application_id AND ap.what = 'member'`;

/** Whether `towns`, an array in SQL, has one of the towns of a team `t`. */
export const isTeamOf = (towns: string): string => `(t.municipality_code = ANY (${towns}) OR EXISTS (
  SELECT 1 FROM application_places ap WHERE ap.application_id = t.application_id AND ap.what = 'member' AND ap.code = ANY (${towns})))`;

const townsOf = (actor: Actor): string[] => municipalitiesOf(actor, 'municipality', 'approver');

export const isMember = (actor: Actor, { people }: Pick<Standing, 'people'>): boolean =>
  hasRole(actor, 'officer') && actor.id !== null && people.includes(actor.id);

/** The team works for all of them: each reads and writes. */
export const isTown = (actor: Actor, { towns }: Pick<Standing, 'towns'>): boolean =>
  townsOf(actor).some((town) => towns.includes(town));

/** Of a joint 応募 only the town that leads it speaks for all: in the survey, on 継続, and when it agrees to a report. */
export const isLeadingTown = (actor: Actor, { municipalityCode }: Pick<Standing, 'municipalityCode'>): boolean =>
  townsOf(actor).includes(municipalityCode);

/** What a team asks for 後方支援 is read by the team itself, not by its town, and by who runs 伴走支援. */
export const readsSupport = (actor: Actor, team: Standing): boolean =>
  isMember(actor, team) || hasRole(actor, 'secretariat', 'manager');

/** Who writes in the year of a team, and answers for what was written when it is over. */
export const isWriter = (actor: Actor, team: Standing): boolean =>
  isMember(actor, team) || isTown(actor, team) || hasRole(actor, 'secretariat');

const PERMITS: Record<TeamAction, (actor: Actor, team: Standing) => boolean> = {
  write: isWriter,
  changeMembers: (actor) => hasRole(actor, 'secretariat'),
  askSupport: (actor, team) => isMember(actor, team),
};

/** Only in the year of its round is anything written. */
export const mayTeam = (actor: Actor, action: TeamAction, team: Standing): boolean =>
  team.roundState === 'running' && team.endedAt === null && PERMITS[action](actor, team);

export const allowedTeamActions = (actor: Actor, team: Standing): TeamAction[] =>
  TeamAction.options.filter((action) => mayTeam(actor, action, team));
