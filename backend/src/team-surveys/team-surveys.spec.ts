import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { aTeamSurvey, tokensOf } from '../../test/team-survey-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { TeamSurveyReport, TeamSurveyRows, TeamSurveySheet, TeamSurveys } from '../contract/team-surveys.js';
import { loadReferenceData } from '../reference-data.js';
import { TEAM_SURVEY_INVARIANTS } from './invariants.js';
import { WatchTeamSurveys } from './watch-team-surveys.job.js';

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
const answer = (token: string, answers: object, more = {}) =>
  api.nobody.post(`/team-surveys/answer/${token}`, { answers, ...more });
const sheet = async (token: string) => (await api.nobody.get<TeamSurveySheet>(`/team-surveys/answer/${token}`)).body;
const slots = async (roundId: string) =>
  (await api.as(secretariat).get<TeamSurveys>(`/rounds/${roundId}/team-surveys`)).body.items;

describe('its days', () => {
  it('are proposed by the calendar of the round, and set by the secretariat alone', async () => {
    const { roundId } = await aYear(1);
    const [first, , , last] = await slots(roundId);
    expect(first).toMatchObject({ id: null, survey: 'companion-town', occasion: 'half', opensOn: expect.any(String) });
    expect(last).toMatchObject({ survey: 'companion-officer', occasion: 'end' });
    const plan = { survey: 'companion-town', occasion: 'half', opensOn: '2026-12-03', closesOn: '2026-12-10' };
    const manager = await aPerson(db(), grant('manager'));
    expect((await api.as(manager).put(`/rounds/${roundId}/team-surveys`, plan)).status).toBe(403);
    expect((await api.as(secretariat).put(`/rounds/${roundId}/team-surveys`, plan)).status).toBe(200);
    expect((await slots(roundId))[0]).toMatchObject({ state: 'planned', invited: 0, opensOn: '2026-12-03' });
    const past = await api.as(secretariat).put(`/rounds/${roundId}/team-surveys`, { ...plan, opensOn: '2026-11-30' });
    expect(past.problem.fields).toHaveProperty('opensOn');
    itIs(`${last?.opensOn}T09:00`);
    expect((await slots(roundId))[3]?.opensOn).toBe(last?.opensOn);
    itIs(`${last?.closesOn}T09:00`);
    expect((await slots(roundId))[3]).toMatchObject({ opensOn: null, closesOn: null });
    itIs('2026-12-01T10:00');
  });

  it('open it by themselves: everybody is asked once, however often the work runs, and who joins later too', async () => {
    const { id, roundId, members } = await aYear(2);
    const plan = { survey: 'companion-officer', occasion: 'half', opensOn: '2026-12-03', closesOn: '2026-12-10' };
    const { body } = await api.as(secretariat).put<{ id: string }>(`/rounds/${roundId}/team-surveys`, plan);
    itIs('2026-12-03T09:20');
    await Promise.all([job(), job()]);
    await job();
    expect(await told('teamSurvey.invite', body.id)).toHaveLength(2);
    await db().query('UPDATE team_members SET left_on = $2 WHERE team_id = $1 AND person_id = $3', [
      ...[id, '2026-12-04', members[0]?.id],
    ]);
    const [late] = await officers(1);
    await db().query(
      `INSERT INTO team_members (team_id, application_id, person_id, joined_on)
       SELECT team_id, application_id, $2, '2026-12-04' FROM team_members WHERE team_id = $1 AND left_on IS NOT NULL`,
      [id, late?.id],
    );
    itIs('2026-12-04T09:20');
    await job();
    expect(await told('teamSurvey.invite', body.id)).toHaveLength(3);
    const moved = await api.as(secretariat).put(`/rounds/${roundId}/team-surveys`, { ...plan, opensOn: '2026-12-05' });
    expect(moved.problem.fields).toHaveProperty('opensOn');
    expect(
      (await api.as(secretariat).put(`/rounds/${roundId}/team-surveys`, { ...plan, closesOn: '2026-12-20' })).status,
    ).toBe(200);
    itIs('2026-12-01T10:00');
  });

  it('remind once, and only those who have not answered', async () => {
    const { roundId } = await aYear(3);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    await answer(tokens[0] ?? '', { overall: 5 });
    itIs('2026-12-07T09:20');
    await job();
    expect(await told('teamSurvey.remind', id)).toEqual([]);
    itIs('2026-12-08T09:20');
    await Promise.all([job(), job()]);
    itIs('2026-12-09T09:20');
    await job();
    const invitations = tokens.map((token) => token.split('.')[0]);
    expect(await told('teamSurvey.remind', id)).toEqual(invitations.slice(1));
    itIs('2026-12-01T10:00');
  });
});

describe('an answer', () => {
  it('is kept as a draft, handed in, corrected until the last day, and one for each invitation', async () => {
    const { roundId } = await aYear(1);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId });
    const [token = ''] = tokens;
    const draft = await api.nobody.put(`/team-surveys/answer/${token}`, { answers: { change: '途中' } });
    expect(draft.status).toBe(204);
    expect(await sheet(token)).toMatchObject({ state: 'open', answers: { change: '途中' } });
    expect((await slots(roundId))[0]).toMatchObject({ invited: 1, answered: 0 });
    expect((await answer(token, { change: '総合評価なし' })).problem.fields).toHaveProperty(['answers.overall']);
    expect((await answer(token, { overall: 4, continuation: 'two' })).status).toBe(204);
    expect((await answer(token, { overall: 5, continuation: 'one' }, { quotable: true })).status).toBe(204);
    expect(await sheet(token)).toMatchObject({ state: 'answered', answers: { overall: 5 }, quotable: true });
    expect((await api.nobody.put(`/team-surveys/answer/${token}`, { answers: {} })).problem.code).toBe(
      'teamSurvey.answered',
    );
    expect((await slots(roundId))[0]).toMatchObject({ invited: 1, answered: 1, responseRate: 100, mean: null });
    const kept = await db().query('SELECT count(*)::int AS n FROM team_survey_responses WHERE team_survey_id = $1', [
      id,
    ]);
    expect(kept).toEqual([{ n: 1 }]);
    itIs('2026-12-15T23:59');
    expect((await answer(token, { overall: 3 })).status).toBe(204);
    itIs('2026-12-16T00:00');
    expect((await answer(token, { overall: 1 })).problem.code).toBe('teamSurvey.closed');
    expect(await sheet(token)).toMatchObject({ state: 'closed', questions: [], answers: {} });
    itIs('2026-12-01T10:00');
  });

  it('that was never handed in is forgotten when the days are over', async () => {
    const { roundId } = await aYear(2);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    await answer(tokens[0] ?? '', { overall: 4 });
    await api.nobody.put(`/team-surveys/answer/${tokens[1]}`, { answers: { overall: 1 } });
    const kept = () =>
      db().query('SELECT handed_in FROM team_survey_responses WHERE team_survey_id = $1 ORDER BY 1', [id]);
    itIs('2026-12-15T09:20');
    await job();
    expect(await kept()).toEqual([{ handed_in: false }, { handed_in: true }]);
    itIs('2026-12-16T09:20');
    await job();
    expect(await kept()).toEqual([{ handed_in: true }]);
    itIs('2026-12-01T10:00');
  });

  it('at the same moment twice stays one', async () => {
    const { roundId } = await aYear(1);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId });
    const sent = await Promise.all([1, 2, 3, 4].map((overall) => answer(tokens[0] ?? '', { overall })));
    expect(sent.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    const rows = await db().query('SELECT handed_in FROM team_survey_responses WHERE team_survey_id = $1', [id]);
    expect(rows).toEqual([{ handed_in: true }]);
    for (const sql of Object.values(TEAM_SURVEY_INVARIANTS)) expect(await db().query(sql)).toEqual([]);
  });

  it('stands in no table with the one who gave it, and bears no time', async () => {
    const { roundId } = await aYear(1);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    await answer(tokens[0] ?? '', { overall: 2, voice: '時間が足りない' });
    const [row] = await db().query('SELECT * FROM team_survey_responses WHERE team_survey_id = $1', [id]);
    expect(Object.keys(row).sort()).toEqual(['answers', 'handed_in', 'key', 'quoted_as', 'team_survey_id']);
    expect(row.quoted_as).toBeNull();
    expect(row.key).not.toContain(tokens[0]?.split('.')[0]);
    const events = await db().query(`SELECT data, actor_id FROM events WHERE type = 'teamSurvey.answer'`);
    for (const { data, actor_id } of events) expect([data, actor_id]).toEqual([{}, null]);
  });
});

describe('what is read of it', () => {
  it('is nothing before the last day is over, and nothing of fewer than five', async () => {
    const { roundId } = await aYear(6);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    for (const [at, token] of tokens.slice(0, 4).entries()) await answer(token, { overall: 5 - at });
    const read = async () => (await api.as(secretariat).get<TeamSurveyReport>(`/team-surveys/${id}`)).body;
    expect(await read()).toMatchObject({
      hidden: 'open',
      invited: 6,
      n: 4,
      responseRate: 66.7,
      questions: [],
      texts: [],
    });
    itIs('2026-12-16T09:00');
    expect(await read()).toMatchObject({ hidden: 'few', questions: [], breakdowns: [], texts: [] });
    expect((await api.as(secretariat).get(`/team-surveys/${id}/responses`)).problem.code).toBe('teamSurvey.hidden');
    const { text } = await api.as(secretariat).get(`/team-surveys/${id}/figures.csv`);
    expect(text).not.toContain('全体評価');
    itIs('2026-12-01T10:00');
  });

  it('is words without names unless allowed, and rows without words; neither side reads anything', async () => {
    const { roundId, members } = await aYear(6);
    const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey: 'companion-officer' });
    for (const [at, token] of tokens.entries()) {
      const given = { overall: 4, voice: `声${at}`, reasons: at === 0 ? ['burden'] : ['field', 'team'] };
      await answer(token, given, { quotable: at === 1 });
    }
    itIs('2026-12-16T09:00');
    const { questions, texts, breakdowns } = (await api.as(secretariat).get<TeamSurveyReport>(`/team-surveys/${id}`))
      .body;
    const words = texts[0]?.items ?? [];
    // Not in the order of the rows.
    expect(words.map(({ text }) => text)).toEqual([0, 1, 2, 3, 4, 5].map((at) => `声${at}`));
    expect(words.filter(({ quotedAs }) => quotedAs !== null)).toEqual([
      { no: expect.any(Number), text: '声1', quotedAs: expect.stringContaining('国土交通省') },
    ]);
    const burden = questions
      .find(({ id: asked }) => asked === 'reasons')
      ?.shares.find(({ value }) => value === 'burden');
    expect(burden).toMatchObject({ count: 1, percent: 16.7 });
    const rows = (await api.as(secretariat).get<TeamSurveyRows>(burden?.href ?? '')).body;
    expect(rows.items.map(({ answers }) => answers.map(({ question }) => question))).toEqual([['overall', 'reasons']]);
    const csv = (await api.as(secretariat).get(`/team-surveys/${id}/responses.csv`)).text;
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(7);
    expect(csv).not.toContain('声');
    expect(breakdowns.flatMap(({ groups }) => groups).every(({ href }) => href === null)).toBe(true);
    for (const who of [town, members[0] as Person, await aPerson(db(), grant('desk'))]) {
      for (const path of [`/team-surveys/${id}`, `/team-surveys/${id}/responses`, `/rounds/${roundId}/team-surveys`])
        expect((await api.as(who).get(path)).status).toBe(403);
    }
    itIs('2026-12-01T10:00');
  });

  it('never joins what a town says with its name to the rest of its answer', async () => {
    const { roundId } = await aYear(1);
    const { id } = await aTeamSurvey(db(), secretariat.id, { roundId });
    for (const code of ['223069', '012025', '012033', '012041', '012050']) {
      const person = await aPerson(db(), grant('municipality', { municipalityCode: code }));
      await aTeam(db(), secretariat.id, { roundId, officers: await officers(1), town: person, code });
    }
    await job();
    for (const token of await tokensOf(db(), id))
      await answer(token, { overall: 5, continuation: 'three', change: '言葉' });
    itIs('2026-12-16T09:00');
    const { questions } = (await api.as(secretariat).get<TeamSurveyReport>(`/team-surveys/${id}`)).body;
    const wish = questions.find(({ id: asked }) => asked === 'continuation');
    expect(wish?.shares.find(({ value }) => value === 'three')).toMatchObject({ count: 6, href: null });
    const rows = (await api.as(secretariat).get<TeamSurveyRows>(`/team-surveys/${id}/responses`)).body.items;
    expect(rows.flatMap(({ answers }) => answers.map(({ question }) => question))).toEqual(Array(6).fill('overall'));
    const sneaked = await api
      .as(secretariat)
      .get<TeamSurveyRows>(`/team-surveys/${id}/responses?question=continuation`);
    expect(sneaked.body.items).toEqual([]);
    itIs('2026-12-01T10:00');
  });
});
