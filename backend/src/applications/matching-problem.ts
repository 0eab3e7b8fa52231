import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import { writtenRows } from '../forms/inputs.js';
import { type Municipality, type Officer, Problem } from '../matching/problem.js';
import { DomainError } from '../platform/errors.js';
import type { RoundEntity } from '../rounds/round.entity.js';
import { wholeNumber } from './sheet-check.js';

interface Row {
  id: string;
  kind: 'town' | 'officer';
  code: string | null;
  ministry: string | null;
  sheet: Karte;
  consent: boolean;
  places: { what: 'member' | 'wish' | 'excluded' | 'tie'; code: string }[];
}

/** With the codes of all towns of a joint 応募: who wishes for one of them, or cannot help it, means the team of all. */
type Town = Municipality & { codes: string[] };

const MOST_WISHES = 3;
const HEAVIEST = 3;

/**
 * What a round brings to the matching: the chosen towns and all officers who stand, each with the id of the 応募. The same
 * applications give the same problem, in the order of their numbers. @throws DomainError conflict, where one side is empty
 */
export async function matchingProblem(db: Pick<EntityManager, 'query'>, round: RoundEntity): Promise<Problem> {
  const rows: Row[] = await db.query(
    `SELECT a.id, a.kind, a.municipality_code AS code, a.ministry_id AS ministry, a.sheet, coalesce(n.agreed, false) AS consent,
            coalesce((SELECT json_agg(json_build_object('what', p.what, 'code', p.code) ORDER BY p.position)
                      FROM application_places p WHERE p.application_id = a.id), '[]') AS places
     FROM applications a LEFT JOIN consents n ON n.application_id = a.id AND n.ended_at IS NULL
     WHERE a.round_id = $1 AND (a.kind = 'town' AND a.state = 'chosen' OR a.kind = 'officer' AND a.state = 'submitted')
     ORDER BY a.kind, a.serial`,
    [round.id],
  );
  const towns = rows.flatMap((row) => (row.kind === 'town' ? townOf(row) : []));
  if (towns.length === 0 || towns.length === rows.length) {
    throw new DomainError(
      'conflict',
      'proposal.nobody',
      '選定した団体又は応募した支援官がありません。選定と応募を確認してください。',
    );
  }
  return Problem.parse({
    teamSize: round.teamSize,
    municipalities: towns.map(({ codes: _, ...town }) => town),
    officers: rows.flatMap((row) => (row.kind === 'officer' ? officerOf(row, towns, round.skillYears) : [])),
  });
}

/** The first problem weighs most; a field named twice counts once, as heavy as where it stands first. */
function townOf({ id, code, sheet, places }: Row): Town {
  const themes = new Map<string, number>();
  for (const [place, { row }] of writtenRows(sheet, 'problems').entries()) {
    const field = String(row.field);
    if (!themes.has(field)) themes.set(field, Math.max(1, HEAVIEST - place));
  }
  const known = code ?? '';
  return {
    id,
    codes: [known, ...places.flatMap((one) => (one.what === 'member' ? one.code : []))],
    prefecture: known.slice(0, 2),
    themes: [...themes].map(([field, weight]) => ({ field, weight })),
  };
}

function officerOf(
  { id, ministry, sheet, consent, places }: Row,
  towns: readonly Town[],
  years: readonly number[],
): Officer {
  const codesOf = (what: Row['places'][number]['what']) =>
    places.filter((one) => one.what === what).map(({ code }) => code);
  const idsOf = (what: 'wish' | 'excluded') => [...new Set(codesOf(what).flatMap((code) => townsAt(code, towns)))];
  const excluded = idsOf('excluded');
  return {
    ...{ id, consent, excluded },
    ministry: ministry ?? '',
    grade: sheet.grade as Officer['grade'],
    skills: skillsOf(sheet, years),
    ties: [...new Set(codesOf('tie').map((code) => code.slice(0, 2)))],
    localExperience: sheet.localExperience === 'yes',
    preferences: idsOf('wish')
      .filter((wish) => !excluded.includes(wish))
      .slice(0, MOST_WISHES),
  };
}

/** A prefecture stands for all of its towns that were chosen. */
const townsAt = (code: string, towns: readonly Town[]): string[] =>
  towns
    .filter(({ codes }) =>
      codes.some((one) => one === code || (isPrefecture(code) && one.slice(0, 2) === code.slice(0, 2))),
    )
    .map(({ id }) => id);

const isPrefecture = (code: string): boolean => code.slice(2, 5) === '000';

function skillsOf(sheet: Karte, [some = 0, many = 0]: readonly number[]): Officer['skills'] {
  const skills: Officer['skills'] = {};
  for (const { row } of writtenRows(sheet, 'fields')) {
    const years = wholeNumber(row.years) ?? 0;
    const skill = years >= many ? 3 : years >= some ? 2 : 1;
    const field = String(row.field);
    skills[field] = Math.max(skills[field] ?? 0, skill);
  }
  return skills;
}
