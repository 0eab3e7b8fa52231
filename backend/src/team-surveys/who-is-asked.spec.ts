import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { aTeamSurvey } from '../../test/team-survey-scene.js';
import { Clock } from '../calendar/clock.js';
import { tokyoDay } from '../contract/calendar.js';
import type { MyTeamSurveys } from '../contract/team-surveys.js';
import { addresseesOf } from '../notifications/recipients.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;

beforeAll(async () => {
  itIs('2026-12-01T10:00');
  await loadReferenceData(db());
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});

const aYear = async (many: number) => {
  const members: Person[] = [];
  for (let one = 0; one < many; one++) members.push(await aPerson(db(), grant('officer')));
  return { ...(await aTeam(db(), secretariat.id, { officers: members, town })), members };
};

describe('who is asked', () => {
  const addressed = async (to: 'surveyedTown' | 'surveyedOfficer', token = '') =>
    (
      await addresseesOf(
        db().manager,
        to,
        { consultation_id: null, subject_id: token.split('.')[0] ?? '' },
        'official',
        tokyoDay(new Clock().now()),
      )
    ).map(({ address }) => address);

  it('is the town by its people, or the officer alone: no deputy holds the link of an officer', async () => {
    const { roundId, members } = await aYear(1);
    const deputy = await aPerson(db(), grant('officer'));
    await db().query(`UPDATE people SET password_hash = 'x'`);
    for (const absent of [town.id, members[0]?.id])
      await db().query(
        `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
         VALUES ($1, '2026-12-01', '2026-12-04', $2, $1, now())`,
        [absent, deputy.id],
      );
    const ofTown = await aTeamSurvey(db(), secretariat.id, { roundId });
    const ofOfficers = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    expect(await addressed('surveyedTown', ofTown.tokens[0])).toContain(`${town.id}@test.example`);
    expect(await addressed('surveyedOfficer', ofTown.tokens[0])).toEqual([]);
    expect(await addressed('surveyedTown', ofOfficers.tokens[0])).toEqual([]);
    expect(await addressed('surveyedOfficer', ofOfficers.tokens[0])).toEqual([`${members[0]?.id}@test.example`]);
  });

  it('finds the link on the page of the team: each side its own only', async () => {
    const { id, roundId, members } = await aYear(2);
    await aTeamSurvey(db(), secretariat.id, { roundId });
    await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    const mine = async (who: Person) => (await api.as(who).get<MyTeamSurveys>(`/teams/${id}/surveys`)).body.items;
    const all = [await mine(town), await mine(members[0] as Person), await mine(members[1] as Person)];
    expect(all.map(({ length }) => length)).toEqual([1, 1, 1]);
    expect(new Set(all.flat().map(({ href }) => href)).size).toBe(3);
    expect(await mine(secretariat)).toEqual([]);
  });
});
