import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import { writtenRows } from '../forms/inputs.js';
import type { Municipality, Officer, Problem } from '../matching/problem.js';
import { DomainError } from '../platform/errors.js';
import type { RoundEntity } from '../rounds/round.entity.js';
import type { Labels } from './stored-proposal.js';

const MOST_WISHES = 3;

interface TownRow {
  code: string;
  prefecture: string;
  name: string;
  prefectureName: string;
  sheet: Karte;
}

interface OfficerRow {
  number: string;
  ministry: string;
  ministryName: string;
  name: string;
  sheet: Karte;
  consent: boolean;
  places: { what: 'wish' | 'excluded' | 'tie'; code: string; prefecture: string; whole: boolean }[];
}

/** The matching problem of a round: the towns that were chosen and the officers who stand, as they are now. */
export async function problemOfRound(
  db: Pick<EntityManager, 'query'>,
  round: Pick<RoundEntity, 'id' | 'skillYears' | 'teamSize'>,
): Promise<{ problem: Problem; labels: Labels }> {
  const towns = await chosenTowns(db, round.id);
  const officers = await standingOfficers(db, round.id);
  const fields: { code: string; name: string }[] = await db.query('SELECT code, name FROM policy_fields');
  if (towns.length === 0 || officers.length === 0) {
    throw new DomainError(
      'conflict',
      'proposal.nobody',
      '選定した団体又は応募した支援官がありません。選定と応募を確認してください。',
    );
  }
  return {
    problem: {
      teamSize: round.teamSize,
      municipalities: towns.map(townOf),
      officers: officers.map((row) => officerOf(row, towns, round.skillYears)),
    },
    labels: {
      municipalities: Object.fromEntries(
        towns.map(({ code, name, prefectureName }) => [
          code,
          { name: prefectureName + name, prefecture: prefectureName },
        ]),
      ),
      officers: Object.fromEntries(
        officers.map(({ number, name, ministryName, sheet }) => [
          number,
          { name, ministry: ministryName, post: [sheet.division, sheet.position].filter(Boolean).join(' ') },
        ]),
      ),
      fields: Object.fromEntries(fields.map(({ code, name }) => [code, name])),
    },
  };
}

const chosenTowns = (db: Pick<EntityManager, 'query'>, roundId: string): Promise<TownRow[]> =>
  db.query(
    `SELECT m.code, left(m.prefecture_code, 2) AS prefecture, m.name, m.prefecture_name AS "prefectureName", a.sheet
     FROM applications a JOIN municipalities m ON m.code = a.municipality_code
     WHERE a.round_id = $1 AND a.kind = 'town' AND a.state = 'chosen' ORDER BY m.code`,
    [roundId],
  );

const standingOfficers = (db: Pick<EntityManager, 'query'>, roundId: string): Promise<OfficerRow[]> =>
  db.query(
    `SELECT a.number, a.ministry_id AS ministry, mi.name AS "ministryName", p.name, a.sheet,
            EXISTS (SELECT 1 FROM consents c WHERE c.application_id = a.id AND c.ended_at IS NULL AND c.agreed) AS consent,
            coalesce((SELECT json_agg(json_build_object('what', ap.what, 'code', ap.code,
                        'prefecture', left(m.prefecture_code, 2), 'whole', m.kind = 'prefecture') ORDER BY ap.what, ap.position)
              FROM application_places ap JOIN municipalities m ON m.code = ap.code
              WHERE ap.application_id = a.id), '[]') AS places
     FROM applications a JOIN people p ON p.id = a.created_by JOIN ministries mi ON mi.id = a.ministry_id
     WHERE a.round_id = $1 AND a.kind = 'officer' AND a.state = 'submitted' ORDER BY a.serial`,
    [roundId],
  );

/** The first problem of a town weighs most; a field named twice counts once, where it stands first. */
function townOf({ code, prefecture, sheet }: TownRow): Municipality {
  const fields = [...new Set(writtenRows(sheet, 'problems').map(({ row }) => String(row.field)))];
  return { id: code, prefecture, themes: fields.map((field, at) => ({ field, weight: Math.max(1, 3 - at) })) };
}

function officerOf(row: OfficerRow, towns: TownRow[], [some = 0, many = 0]: number[]): Officer {
  const skillOf = (years: number) => (years >= many ? 3 : years >= some ? 2 : 1);
  // A prefecture stands for all of its towns.
  const codes = (what: string) =>
    row.places
      .filter((place) => place.what === what)
      .flatMap(({ whole, prefecture, code }) =>
        whole ? towns.filter((town) => town.prefecture === prefecture).map((town) => town.code) : [code],
      );
  const inRound = new Set(towns.map(({ code }) => code));
  return {
    id: row.number,
    ministry: row.ministry,
    grade: row.sheet.grade as Officer['grade'],
    skills: Object.fromEntries(
      writtenRows(row.sheet, 'fields').map(({ row: field }) => [String(field.field), skillOf(Number(field.years))]),
    ),
    ties: [...new Set(row.places.filter(({ what }) => what === 'tie').map(({ prefecture }) => prefecture))],
    localExperience: row.sheet.localExperience === 'yes',
    preferences: [...new Set(codes('wish'))].filter((code) => inRound.has(code)).slice(0, MOST_WISHES),
    excluded: [...new Set(codes('excluded'))],
    consent: row.consent,
  };
}
