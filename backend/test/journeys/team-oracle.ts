import type { Grant, Role } from '../../src/contract/identity.js';
import type { RoundState } from '../../src/contract/rounds.js';
import type { YearKind, YearTold } from './team-facts.js';

/** A team as the oracle knows it: from how the world was made, not from the database. */
export interface KnownTeam {
  id: string;
  /** The town that leads, and those of its joint 応募. */
  towns: readonly string[];
  /** Who is in it now. */
  officers: readonly string[];
  roundState: RoundState;
  ended: boolean;
}

type Person = { id: string; grants: readonly Grant[] };

const has = (person: Person, ...roles: Role[]) => person.grants.some(({ role }) => roles.includes(role));
const inside = (person: Person) => has(person, 'secretariat', 'manager');
const isOfTown = ({ grants }: Person, codes: readonly string[] = []) =>
  grants.some(
    ({ role, municipalityCode }) =>
      ['municipality', 'approver'].includes(role) && codes.includes(municipalityCode ?? ''),
  );

/** From the first day of the year on, until the team is no more. */
const began = ({ roundState, ended }: KnownTeam) => ['running', 'ended'].includes(roundState) && !ended;
const isMember = (person: Person, team: KnownTeam) => has(person, 'officer') && team.officers.includes(person.id);

/** domain.md §3, line 活動記録: the own team and the own town, the 事務局, and the 管理職 who only reads. */
export const readsTeam = (person: Person, team: KnownTeam): boolean =>
  inside(person) || (began(team) && (isMember(person, team) || isOfTown(person, team.towns)));

type See = (person: Person, told: YearTold, teams: readonly KnownTeam[]) => boolean;
const ofTeam: See = (person, { team }) => team !== undefined && readsTeam(person, team);
const supports: See = (person, { team }) =>
  inside(person) || (team !== undefined && began(team) && isMember(person, team));

const SEES: Record<YearKind, See> = {
  team: ofTeam,
  shared: (person, _, teams) => inside(person) || teams.some((team) => readsTeam(person, team)),
  support: supports,
  sharedSupport: (person, told, teams) =>
    supports(person, told, teams) || teams.some((team) => began(team) && isMember(person, team)),
  draftApplication: (person, { towns }) => isOfTown(person, towns),
  townApplication: (person, { towns, team }) =>
    inside(person) || isOfTown(person, towns) || (team !== undefined && readsTeam(person, team)),
  officerApplication: (person, told) => inside(person) || (has(person, 'officer') && person.id === told.person),
  consentReason: (person, told) => inside(person) || (has(person, 'officer') && person.id === told.person),
  outcomeLetter: (person, { towns }) => inside(person) || isOfTown(person, towns),
  openReview: (person, told) => inside(person) && person.id === told.person,
  inside,
  wish: (person, { towns }) => inside(person) || isOfTown(person, towns),
  unreadAnswer: () => false,
};

export const maySeeOfYear = (person: Person, told: YearTold, teams: readonly KnownTeam[]): boolean =>
  SEES[told.kind](person, told, teams);
