import type { Grant, Role } from '../../src/contract/identity.js';
import type { Told } from './facts.js';

/** A case as the oracle knows it: from how the world was made, not from the database. */
export interface KnownCase {
  municipalityCode: string;
  prefectureCode: string;
  members: readonly string[];
  submitted: boolean;
  proxy: boolean;
  sharePrefecture: boolean;
  shareTeam: boolean;
  asked: readonly { ministryId: string; divisionId: string | null; cancelled: boolean }[];
}

type Person = { grants: readonly Grant[] };

const has = (person: Person, ...roles: Role[]) => person.grants.some(({ role }) => roles.includes(role));

const isOfTown = ({ grants }: Person, code: string) =>
  grants.some(({ role, municipalityCode }) => ['municipality', 'approver'].includes(role) && municipalityCode === code);

const isAsked = (grant: Grant, { asked }: KnownCase) =>
  grant.role === 'ministry' &&
  asked.some((one) => !one.cancelled && one.ministryId === grant.ministryId && ofDivision(grant, one.divisionId));

const ofDivision = (grant: Grant, divisionId: string | null | undefined) =>
  !grant.divisionId || grant.divisionId === divisionId;

/** The matrix of domain.md §3, line 相談 閲覧, read anew and apart from `policy.ts`. */
export function reads(person: Person, known: KnownCase): boolean {
  return person.grants.some((grant) => {
    switch (grant.role) {
      case 'municipality':
      case 'approver':
        return (
          grant.municipalityCode === known.municipalityCode ||
          (known.submitted && known.members.includes(grant.municipalityCode ?? ''))
        );
      case 'desk':
      case 'manager':
        return known.submitted || known.proxy;
      case 'secretariat':
        return known.submitted;
      case 'ministry':
        return isAsked(grant, known);
      case 'officer':
        return known.submitted && known.shareTeam && grant.municipalityCode === known.municipalityCode;
      case 'prefecture':
        return known.submitted && known.sharePrefecture && grant.municipalityCode === known.prefectureCode;
      case 'admin':
        return false;
    }
  });
}

/** Whether a person may ever be shown this text of this case (domain.md §3: the matrix, the invariants, R8). */
export function maySee(person: Person, known: KnownCase, told: Told): boolean {
  if (told.kind === 'publishedSheet') return true;
  return reads(person, known) && MAY_SEE[told.kind](person, known, told);
}

const inside = (person: Person) => has(person, 'desk', 'manager', 'secretariat');
const onDesk = (person: Person) => has(person, 'desk', 'manager');
const writes = (person: Person, { municipalityCode, proxy }: KnownCase) =>
  isOfTown(person, municipalityCode) || (proxy && has(person, 'desk'));
const answersFor = ({ grants }: Person, { ministryId, divisionId }: Told) =>
  grants.some((grant) => grant.role === 'ministry' && grant.ministryId === ministryId && ofDivision(grant, divisionId));
const isOfMinistry = ({ grants }: Person, ...ids: (string | null | undefined)[]) =>
  grants.some(({ role, ministryId }) => role === 'ministry' && ids.includes(ministryId));
/** Town, its members, desk: who sits at every table. */
const party = (person: Person, { municipalityCode, members }: KnownCase) =>
  inside(person) || [municipalityCode, ...members].some((code) => isOfTown(person, code));

const MAY_SEE: Record<Told['kind'], (person: Person, known: KnownCase, told: Told) => boolean> = {
  case: () => true,
  issuedReply: () => true,
  unsubmitted: writes,
  office: writes,
  correction: (person, known) => inside(person) || writes(person, known),
  deskNote: inside,
  memo: (person, _, { ministryId }) => isOfMinistry(person, ministryId),
  inquiry: (person, _, told) => onDesk(person) || answersFor(person, told),
  inquiryReason: (person, _, { ministryId }) => inside(person) || isOfMinistry(person, ministryId),
  draftAnswer: (person, _, told) => answersFor(person, told),
  sentAnswer: (person, _, told) => onDesk(person) || answersFor(person, told),
  draftReply: onDesk,
  approval: onDesk,
  sentBackReply: inside,
  meeting: (person, known, { ministryIds = [] }) => party(person, known) || isOfMinistry(person, ...ministryIds),
  actionItem: (person, known, { ministryId }) =>
    party(person, known) || (Boolean(ministryId) && isOfMinistry(person, ministryId)),
  survey: (person) => has(person, 'manager'),
  draftSheet: inside,
  askedSheet: party,
  publishedSheet: () => true,
};
