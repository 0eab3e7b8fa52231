import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aRound } from '../../test/round-scene.js';
import { aTeam } from '../../test/team-scene.js';
import { aTeamSurvey } from '../../test/team-survey-scene.js';
import type { Application, Applications } from '../contract/applications.js';
import type { ApplicationOrigin, Continuation, Continuations } from '../contract/continuation.js';
import { loadReferenceData } from '../reference-data.js';
import { CONTINUATION_INVARIANTS } from './invariants.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;
let officer: Person;

beforeAll(async () => {
  itIs('2026-12-01T10:00');
  await loadReferenceData(db());
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  officer = await aPerson(db(), grant('officer'));
});

const aYear = () => aTeam(db(), secretariat.id, { officers: [officer], town });
const wish = (id: string, years: number, more = {}) =>
  api.as(town).put(`/teams/${id}/continuation`, { years, ...more });
const decide = (id: string, decision: object) =>
  api.as(secretariat).post<{ applicationId: string | null }>(`/teams/${id}/continuation/decision`, decision);
const ofTeam = async (who: Person, id: string) =>
  (await api.as(who).get<Continuation>(`/teams/${id}/continuation`)).body;
const list = async (roundId: string) =>
  (await api.as(secretariat).get<Continuations>(`/rounds/${roundId}/continuation`)).body;
const carried = { outcome: 'carried', reason: '二年目に実証へ進むため' };

it('what the town said last counts: on its page, or in the survey', async () => {
  const { id, roundId } = await aYear();
  expect((await list(roundId)).counts).toEqual({ wished: 0, declined: 0, silent: 1 });
  const { tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, occasion: 'end' });
  const answer = (continuation: string) =>
    api.nobody.post(`/team-surveys/answer/${tokens[0]}`, { answers: { overall: 5, continuation } });
  await answer('two');
  expect((await ofTeam(town, id)).wish).toMatchObject({ years: 2, from: 'survey' });
  itIs('2026-12-01T10:05');
  await wish(id, 0);
  expect((await list(roundId)).counts).toEqual({ wished: 0, declined: 1, silent: 0 });
  itIs('2026-12-01T10:10');
  await answer('two');
  expect((await ofTeam(town, id)).wish).toMatchObject({ years: 0, from: 'page' });
  await answer('three');
  expect((await ofTeam(town, id)).wish).toMatchObject({ years: 3, from: 'survey' });
});

it('officers and other towns do not read it, and only the town wishes', async () => {
  const { id, roundId } = await aYear();
  expect((await api.as(officer).get(`/teams/${id}/continuation`)).status).toBe(403);
  const elsewhere = await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU }));
  expect((await api.as(elsewhere).get(`/teams/${id}/continuation`)).status).toBe(404);
  expect((await api.as(secretariat).put(`/teams/${id}/continuation`, { years: 1 })).status).toBe(403);
  expect((await api.as(town).get(`/rounds/${roundId}/continuation`)).status).toBe(403);
  expect((await api.as(town).post(`/teams/${id}/continuation/decision`, { ...carried, roundId })).status).toBe(403);
});

it('a team is carried over once, with a draft that says where it comes from', async () => {
  const { id, roundId } = await aYear();
  const [member] = (await ofTeam(town, id)).members;
  await wish(id, 2, { note: '実証の設計を続けたい。', again: [member?.memberId] });
  await db().query(
    `INSERT INTO team_themes (team_id, version, fields, theme, goal, plan, created_at, created_by)
     VALUES ($1, 1, '{transport}', '古いテーマ', '', '', now(), $2), ($1, 2, '{transport}', '通院バスの実証', '月二回の運行', '', now(), $2)`,
    [id, officer.id],
  );
  const next = await aRound(db(), secretariat.id);
  expect((await list(roundId)).targets.map((one) => one.id)).toContain(next.id);
  expect((await ofTeam(town, id)).decision).toBeNull();

  const decided = await Promise.all([1, 2, 3].map(() => decide(id, { ...carried, roundId: next.id })));
  expect(decided.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const [{ n }] = await db().query('SELECT count(*)::int AS n FROM applications WHERE round_id = $1', [next.id]);
  expect(n).toBe(1);

  const { decision } = await ofTeam(town, id);
  expect(decision).toMatchObject({ outcome: 'carried', reason: null });
  const draft = (await api.as(town).get<Application>(`/applications/${decision?.applicationId}`)).body;
  expect(draft).toMatchObject({ state: 'draft', round: { id: next.id } });
  expect(draft.sheet).toMatchObject({
    problems: [
      { field: 'transport', text: '通院の足が足りない。' },
      { field: 'tourism', text: '宿泊する人が減っている。' },
    ],
    wish: '実証の設計を続けたい。',
    efforts: expect.stringContaining(`引き続き希望する支援官：国土交通省 ${officer.name}`),
  });
  expect(draft.sheet.efforts).toMatch(/通院バスの実証\n月二回の運行$/);
  expect(draft.sheet).not.toHaveProperty('population');
  expect(draft.allowedActions).toContain('edit');
  const { origin } = (await api.as(town).get<ApplicationOrigin>(`/applications/${draft.id}/origin`)).body;
  expect(origin).toMatchObject({ teamId: id, members: [{ name: officer.name, wishedAgain: true }] });
  expect((await api.as(officer).get(`/applications/${draft.id}/origin`)).status).toBe(404);
  expect((await wish(id, 0)).problem.code).toBe('continuation.carried');
  const mails = await db().query(`SELECT type FROM events WHERE subject_id = $1 AND type = 'continuation.carry'`, [
    draft.id,
  ]);
  expect(mails).toHaveLength(1);
  for (const sql of Object.values(CONTINUATION_INVARIANTS)) expect(await db().query(sql)).toEqual([]);
});

it('is refused without a wish, into a closed or earlier year, and beside an 応募 that is there', async () => {
  const { id, roundId } = await aYear();
  const next = await aRound(db(), secretariat.id);
  expect((await decide(id, { ...carried, roundId: next.id })).problem.code).toBe('continuation.notWished');
  await wish(id, 1);
  expect((await decide(id, carried)).problem.fields).toHaveProperty('roundId');
  expect((await decide(id, { ...carried, roundId })).problem.fields).toHaveProperty('roundId');
  const over = await aRound(db(), secretariat.id, {
    opensAt: '2026-11-20T00:00:00Z',
    closesAt: '2026-12-01T00:00:00Z',
  });
  expect((await decide(id, { ...carried, roundId: over.id })).problem.fields).toHaveProperty('roundId');
  await api.as(town).post('/applications', { roundId: next.id, kind: 'town' });
  expect((await decide(id, { ...carried, roundId: next.id })).problem.code).toBe('application.exists');
  const { items } = (await api.as(town).get<Applications>(`/applications?roundId=${next.id}`)).body;
  expect(items).toHaveLength(1);
  expect((await decide(id, { outcome: 'notCarried', reason: '目的を達したため' })).status).toBe(201);
  expect((await ofTeam(town, id)).decision).toBeNull();
  expect((await ofTeam(secretariat, id)).decision).toMatchObject({ reason: '目的を達したため', applicationId: null });
});
