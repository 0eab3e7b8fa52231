import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';
import type { ApplicationState } from '../src/contract/applications.js';
import type { Karte } from '../src/contract/forms.js';
import type { CallKind } from '../src/contract/rounds.js';
import { KAMISHIHORO } from './builders.js';

type Traits = Record<string, Karte[string] | undefined>;

const written = (sheet: Traits): Karte =>
  Object.fromEntries(Object.entries(sheet).filter(([, value]) => value !== undefined)) as Karte;

/** A sheet of a town that may be handed in; `traits` replace inputs, undefined takes one away. */
export const aTownSheet = (traits: Traits = {}): Karte =>
  written({
    ...{ population: '4,821', populationOn: '2026-01-01', populationSource: '住民基本台帳' },
    problems: [
      { field: 'transport', text: '通院の足が足りない。' },
      { field: 'tourism', text: '宿泊する人が減っている。' },
    ],
    wish: '交通と観光を合わせて考える助言がほしい。',
    setUp: '企画財政課が担当し、町長が月に一度進み具合を見る。',
    online: 'ready',
    ...{ department: '企画財政課', contactName: '大雪 花子', tel: '00-0000-0000', email: 'hanako@town.example' },
    ...traits,
  });

/** The same of an officer. */
export const anOfficerSheet = (traits: Traits = {}): Karte =>
  written({
    ...{ ministry: 'mlit', division: '総合政策局 地域交通課', position: '課長補佐', grade: 'middle' },
    fields: [
      { field: 'transport', years: '9' },
      { field: 'tourism', years: '2' },
    ],
    localExperience: 'yes',
    ties: [{ place: '北海道', reason: '出身地' }],
    wishes: [{ place: '北海道上士幌町' }, { place: '静岡県' }],
    excluded: [],
    ...{ hours: '15', visits: 'yes' },
    ...{ superior: '課長 太郎', superiorEmail: 'kacho@ministries.example' },
    ...traits,
  });

interface Standing {
  state?: ApplicationState;
  kind?: CallKind;
  code?: string;
  sheet?: Karte;
}

/** An 応募 straight into the table, in any state, with what its state demands. */
export async function anApplication(
  db: DataSource,
  roundId: string,
  by: string,
  about: Standing = {},
): Promise<{ id: string }> {
  const { state = 'draft', kind = 'town' } = about;
  const id = randomUUID();
  const numbered = state !== 'draft';
  const now = new Clock().now();
  await db.query(
    `INSERT INTO applications (id, round_id, kind, state, state_since, municipality_code, ministry_id, sheet, serial, number,
       submitted_at, submitted_by, place, created_by, updated_by, created_at, updated_at)
     SELECT $1, $2, $3, $4, $5, $6, $7, $8, s.next, CASE WHEN s.next IS NOT NULL THEN '試験-' || $1::uuid END, CASE WHEN s.next IS NOT NULL THEN $5::timestamptz END,
            CASE WHEN s.next IS NOT NULL THEN $9::uuid END, CASE WHEN $4 = 'reserve' THEN p.next END, $9, $9, $5, $5
     FROM (SELECT CASE WHEN $10 THEN coalesce(max(serial), 0) + 1 END AS next FROM applications
           WHERE round_id = $2 AND kind = $3) s,
          (SELECT coalesce(max(place), 0) + 1 AS next FROM applications WHERE round_id = $2) p`,
    [
      ...[id, roundId, kind, state, now, kind === 'town' ? (about.code ?? KAMISHIHORO) : null],
      ...[kind === 'officer' && numbered ? 'mlit' : null],
      ...[JSON.stringify(about.sheet ?? (kind === 'town' ? aTownSheet() : anOfficerSheet())), by, numbered],
    ],
  );
  return { id };
}
