import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { postScene } from '../../test/post-scene.js';
import { aTeam } from '../../test/team-scene.js';
import { aTeamSurvey } from '../../test/team-survey-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import { loadReferenceData } from '../reference-data.js';
import { WatchTeamSurveys } from './watch-team-surveys.job.js';

const db = testDatabase();
const api = testApi(db);
const post = postScene(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;

beforeEach(() => itIs('2026-12-01T10:00'));
beforeAll(async () => {
  itIs('2026-12-01T10:00');
  await loadReferenceData(db());
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});

const officers = async (many: number) => {
  const all: Person[] = [];
  for (let one = 0; one < many; one++) all.push(await aPerson(db(), grant('officer')));
  return all;
};
const aYear = async (many: number) => {
  const members = await officers(many);
  return { ...(await aTeam(db(), secretariat.id, { officers: members, town })), members };
};
const job = async () => {
  const clock = new Clock();
  await new WatchTeamSurveys(db(), clock, await new Calendar(db(), clock).reload()).run();
};
const told = async (type: string, survey: string): Promise<string[]> =>
  (
    await db().query(
      `SELECT e.subject_id AS id FROM events e JOIN team_survey_invitations i ON i.id::text = e.subject_id
       WHERE e.type = $1 AND i.team_survey_id = $2 ORDER BY 1`,
      [type, survey],
    )
  ).map(({ id }: { id: string }) => id);

it('opens late, on the last day too, and never after it', async () => {
  const { roundId } = await aYear(1);
  const plan = (survey: string, closesOn: string) =>
    api.as(secretariat).put<{ id: string }>(`/rounds/${roundId}/team-surveys`, {
      ...{ survey, occasion: 'half', opensOn: '2026-12-03', closesOn },
    });
  const [late, over] = [await plan('companion-town', '2026-12-10'), await plan('companion-officer', '2026-12-09')];
  itIs('2026-12-10T21:20');
  await Promise.all([job(), job()]);
  expect(await told('teamSurvey.invite', late.body.id)).toHaveLength(1);
  expect(await told('teamSurvey.invite', over.body.id)).toEqual([]);
});

it('tells the secretariat, once for the days that were set, of a survey that never opened', async () => {
  const { roundId } = await aYear(1);
  const plan = (opensOn: string, closesOn: string) =>
    api.as(secretariat).put<{ id: string }>(`/rounds/${roundId}/team-surveys`, {
      ...{ survey: 'companion-officer', occasion: 'half', opensOn, closesOn },
    });
  const missed = (): Promise<{ id: string; data: object }[]> =>
    db().query(`SELECT id, data FROM events WHERE type = 'round.missSurvey' AND subject_id = $1 ORDER BY id`, [
      roundId,
    ]);
  const { id: surveyId } = (await plan('2026-12-03', '2026-12-09')).body;
  itIs('2026-12-10T10:20');
  await Promise.all([job(), job()]);
  await job();
  const [first] = await missed();
  expect(await missed()).toMatchObject([{ data: { surveyId, closesOn: '2026-12-09' } }]);
  await db().query(`UPDATE people SET password_hash = 'x' WHERE id = $1`, [secretariat.id]);
  await post().notices.announce(first?.id ?? '');
  await post().round();
  const [mail] = await post().received();
  expect(mail?.subject).toContain('【地方創生伴走支援】');
  expect(mail?.text).toContain(`https://musubi.example/rounds/${roundId}/surveys`);
  expect((await plan('2026-12-14', '2026-12-16')).status).toBe(200);
  await job();
  itIs('2026-12-17T10:20');
  await job();
  expect((await missed()).map(({ data }) => data)).toMatchObject([{ surveyId }, { surveyId, closesOn: '2026-12-16' }]);
});

it('reminds before a weekend with which it ends', async () => {
  const { roundId } = await aYear(1);
  const plan = { survey: 'companion-town', occasion: 'half', opensOn: '2026-12-02', closesOn: '2026-12-06' };
  const { body } = await api.as(secretariat).put<{ id: string }>(`/rounds/${roundId}/team-surveys`, plan);
  for (const day of ['02', '03', '04', '05', '06']) {
    itIs(`2026-12-${day}T09:20`);
    await job();
  }
  expect(await told('teamSurvey.remind', body.id)).toHaveLength(1);
});

it('reminds nobody who left meanwhile, and no town whose team ended', async () => {
  const { id, roundId, members } = await aYear(2);
  const officersAsked = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
  const townAsked = await aTeamSurvey(db(), secretariat.id, { roundId });
  await db().query('UPDATE team_members SET left_on = $2 WHERE team_id = $1 AND person_id = $3', [
    ...[id, '2026-12-02', members[0]?.id],
  ]);
  itIs('2026-12-08T09:20');
  await db().query('UPDATE teams SET ended_at = now() WHERE id = $1', [id]);
  await job();
  expect(await told('teamSurvey.remind', townAsked.id)).toEqual([]);
  await db().query('UPDATE teams SET ended_at = NULL WHERE id = $1', [id]);
  await job();
  expect(await told('teamSurvey.remind', officersAsked.id)).toHaveLength(1);
});
