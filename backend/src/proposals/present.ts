import type { ProposalSummary, TeamCard } from '../contract/proposals.js';
import { type Draft, scoreOf } from '../matching/explain.js';
import type { Officer } from '../matching/problem.js';
import { rulesOf, type Violation, violationsOf } from '../matching/rules.js';
import { partInWords, SKILLS, violationInWords } from '../matching/words.js';
import type { Names } from './named.js';
import type { StoredProposal } from './stored-proposal.js';

export const GRADE_LABEL: Record<Officer['grade'], string> = {
  junior: '係員・係長級',
  middle: '課長補佐級',
  senior: '課長・室長級以上',
};

export function summaryOf(one: StoredProposal): ProposalSummary {
  const { id, serial, name, note, state, fair, madeFrom, version, createdBy, appointed, now } = one;
  return {
    ...{ id, serial, name, note, state, fair, madeFrom, version, createdBy, appointed },
    moves: one.repair?.limit ?? null,
    total: now?.total ?? null,
    minimum: now?.minimum ?? null,
    bound: now?.bound ?? null,
    minimumBound: now?.minimumBound ?? null,
    status: now?.status ?? null,
    createdAt: new Date(one.createdAt).toISOString(),
  };
}

/** Every rule that the teams of a draft break. */
export const brokenIn = ({ problem, settings, teams }: Draft): Violation[] =>
  violationsOf(problem, settings, teams, rulesOf(settings));

export const violationWords = (draft: Draft, names: Names, violation: Violation): string =>
  violationInWords(names.violation(violation), draft.problem, draft.settings);

export function teamCards(draft: Draft, names: Names, broken: Violation[]): TeamCard[] {
  const people = new Map(draft.problem.officers.map((officer) => [officer.id, officer]));
  const named = names.draft(draft);
  const namedPeople = new Map(named.problem.officers.map((officer) => [officer.id, officer]));
  const pinned = new Set(
    draft.settings.rules.flatMap((rule) => (rule.kind === 'pin' ? [`${rule.municipality} ${rule.officer}`] : [])),
  );
  return draft.teams.map(({ municipality, officers }, at) => {
    const label = names.of(municipality);
    const { total, parts } = scoreOf(named, named.teams[at] ?? { municipality: label, officers: [] });
    return {
      municipality: { id: municipality, label },
      score: total,
      officers: officers.map((id) => ({
        ...seatOf(people.get(id), id, names),
        pinned: pinned.has(`${municipality} ${id}`),
      })),
      parts: parts.map((part) => partInWords(part, label, namedPeople)),
      conflicts: broken
        .filter((one) => one.municipality === municipality)
        .map((one) => violationWords(draft, names, one)),
    };
  });
}

const seatOf = (officer: Officer | undefined, id: string, names: Names) => ({
  id,
  label: names.of(id),
  ministry: names.ministryOf(id),
  grade: officer ? GRADE_LABEL[officer.grade] : '',
});

/** Those in no team, in the order of the problem. */
export function reserveOf(draft: Draft, names: Names) {
  const seated = new Set(draft.teams.flatMap(({ officers }) => officers));
  return draft.problem.officers
    .filter(({ id }) => !seated.has(id))
    .map((officer) => ({
      ...seatOf(officer, officer.id, names),
      consent: officer.consent,
      skills: Object.entries(officer.skills)
        .sort(([, one], [, other]) => other - one)
        .map(([field, skill]) => `${names.field(field)}（${SKILLS[skill]}）`)
        .join('、'),
    }));
}
