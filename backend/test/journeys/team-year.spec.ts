import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { TeamMeetings, TeamPromises } from '../../src/contract/team-meetings.js';
import type { TeamPosts } from '../../src/contract/team-posts.js';
import { loadReferenceData } from '../../src/reference-data.js';
import { testApi } from '../api.js';
import { aPerson, grant, KAMISHIHORO } from '../builders.js';
import { itIs } from '../clock.js';
import { testDatabase } from '../database.js';
import { aCase } from '../desk-scene.js';
import { aTeam } from '../team-scene.js';
import { aDoneVisit } from '../visit-scene.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let secretariat: Person;
let town: Person;
let officer: Person;
let stranger: Person;
let id: string;
let roundId: string;
let otherId: string;

beforeAll(async () => {
  itIs('2027-06-10T10:00');
  await loadReferenceData(db());
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  [officer, stranger] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  ({ id, roundId } = await aTeam(db(), secretariat.id, { officers: [officer], town }));
  const neighbour = await aPerson(db(), grant('municipality', { municipalityCode: '223069' }));
  ({ id: otherId } = await aTeam(db(), secretariat.id, { officers: [stranger], town: neighbour, code: '223069' }));
});

const thrice = (send: () => Promise<{ status: number }>) =>
  Promise.all([send(), send(), send()]).then((all) => all.map(({ status }) => status).sort());
const support = () => ({
  ...{
    id: randomUUID(),
    kind: 'scheme',
    title: '補助金の要件',
    background: '事例を探した。',
    wishedOn: null,
    shared: false,
  },
  questions: ['要件を知りたい。'],
});
const visit = (result = '') => ({
  ...{ startsOn: '2027-06-08', endsOn: '2027-06-08', people: [], companions: '', travel: null, route: [], met: [] },
  ...{ result, media: false, shared: false },
});
const held = { startsAt: '2027-06-01T00:30:00+09:00', minutes: 60, url: '', place: '役場', texts: {}, promises: [] };

describe('what is sent three times at once', () => {
  it('is there once', async () => {
    const [post, promise, plan] = [randomUUID(), randomUUID(), randomUUID()];
    const as = api.as(officer);
    expect(await thrice(() => as.post(`/teams/${id}/posts`, { id: post, body: '一度' }))).toEqual([204, 204, 204]);
    const promised = { id: promise, text: '調べる', owner: officer.id, dueOn: '2027-06-10' };
    await thrice(() => as.post(`/teams/${id}/promises`, promised));
    expect(await thrice(() => as.post(`/promises/${promise}/finish`))).toEqual([204, 409, 409]);
    await thrice(() => as.post(`/teams/${id}/visits`, { id: plan, ...visit() }));
    const ahead = { ...held, startsAt: '2027-07-01T00:30:00+09:00' };
    await thrice(() => as.post(`/teams/${id}/meetings`, { ...ahead, agenda: '' }));
    await thrice(() => as.post(`/teams/${id}/meetings/held`, held));
    expect(await thrice(() => as.post(`/teams/${id}/reports`, { kind: 'interim' }))).toEqual([201, 409, 409]);
    const asked = support();
    expect(await thrice(() => as.post(`/teams/${id}/support`, asked))).toEqual([201, 201, 201]);
    const tables = ['team_posts', 'promises', 'visits', 'team_reports', 'support_requests'];
    for (const table of tables) {
      expect([table, await db().query(`SELECT count(*)::int AS n FROM ${table} WHERE team_id = $1`, [id])]).toEqual([
        table,
        [{ n: 1 }],
      ]);
    }
    const { items } = (await as.get<TeamMeetings>(`/teams/${id}/meetings`)).body;
    expect(items.map(({ state }) => state).sort()).toEqual(['held', 'planned']);
  });
});

describe('a 書込み under the id of another', () => {
  it('is refused, not dropped; the same again is no change, also when it was withdrawn since', async () => {
    const key = randomUUID();
    const post = (who: Person, team: string, body: string) =>
      api.as(who).post(`/teams/${team}/posts`, { id: key, body });
    expect((await post(officer, id, '確認しました。')).status).toBe(204);
    const refused = [
      await post(stranger, otherId, '確認しました。'),
      await post(officer, id, '別の話です。'),
      await post(town, id, '確認しました。'),
    ];
    expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual(Array(3).fill([409, 'team.id_taken']));
    await api.as(officer).post(`/team-posts/${key}/withdraw`);
    expect((await post(officer, id, '確認しました。')).status).toBe(204);
    const { items } = (await api.as(town).get<TeamPosts>(`/teams/${id}/posts`)).body;
    expect(items.find((one) => one.id === key)?.body).toBeNull();
  });
});

function aForm(words: Record<string, string>, name: string, content: Buffer): FormData {
  const form = new FormData();
  for (const [key, word] of Object.entries(words)) form.set(key, word);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return form;
}

describe('words that hurt', () => {
  const HOSTILE = `<script>alert(1)</script>‮עברית👨‍👩‍👧𠮷=HYPERLINK("x")${'長'.repeat(1500)}`;
  it('come back as they were', async () => {
    const key = randomUUID();
    const sent = await api.as(officer).post(`/teams/${id}/posts`, { id: key, body: HOSTILE });
    expect(sent.status).toBe(204);
    const { items } = (await api.as(town).get<TeamPosts>(`/teams/${id}/posts`)).body;
    expect(items.find((one) => one.id === key)?.body).toBe(HOSTILE);
    for (const body of ['a\0b', '\ud800', '長'.repeat(100_001)]) {
      expect((await api.as(officer).post(`/teams/${id}/posts`, { id: randomUUID(), body })).status).toBe(422);
      expect((await api.as(officer).post(`/teams/${id}/visits`, { id: randomUUID(), ...visit(body) })).status).toBe(
        422,
      );
    }
  });

  it('are refused beside a photo too, as are pictures that are none', async () => {
    const at = await aDoneVisit(db(), id, officer.id, '2027-06-08');
    const good = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer();
    const send = (content: Buffer, name: string, caption = '役場', who = officer) =>
      api
        .as(who)
        .post<{ id: string }>(
          `/visits/${at}/photos`,
          aForm({ caption, consent: '口頭', agreed: 'true' }, name, content),
        );
    for (const [name, content] of Object.entries({
      'half.jpg': good.subarray(0, good.length / 2),
      'svg.png': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
      'head.jpg': Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from('<script>')]),
      'empty.jpg': Buffer.alloc(0),
    }))
      expect([name, (await send(content, name)).status]).toEqual([name, 422]);
    expect((await send(good, 'a.jpg', 'a\0b')).status).toBe(422);
    const polyglot = await send(Buffer.concat([good, Buffer.from('<script>alert(1)</script>PK\x03\x04')]), 'a.jpg');
    expect(polyglot.status).toBe(201);
    const [{ content }] = await db().query('SELECT content FROM visit_photos WHERE id = $1', [polyglot.body.id]);
    expect(content.includes('script')).toBe(false);
    expect((await api.as(stranger).get(`/visit-photos/${polyglot.body.id}`)).status).toBe(404);
    expect((await send(good, 'a.jpg', '役場', stranger)).status).toBe(404);
  });
});

describe('相談 that a town shares with its team', () => {
  const reads = async (who: Person, cases: string[]) => {
    const found = await Promise.all(cases.map((one) => api.as(who).get(`/consultations/${one}`)));
    return found.map(({ status }) => status);
  };

  it('are read by its members while its year runs, and nothing else of the town is', async () => {
    const own = await aCase(db(), town, { state: 'replied', set: { share_team: true } });
    const notShared = await aCase(db(), town, { state: 'replied', set: { share_team: false } });
    const notSent = await aCase(db(), town, { state: 'draft', set: { share_team: true } });
    const cases = [own, notShared, notSent];
    expect(await reads(officer, cases)).toEqual([200, 404, 404]);
    expect(await reads(stranger, cases)).toEqual([404, 404, 404]);
    expect(
      (await api.as(officer).get<{ allowedActions: string[] }>(`/consultations/${own}`)).body.allowedActions,
    ).toEqual([]);
    await db().query(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [roundId]);
    expect(await reads(officer, cases)).toEqual([404, 404, 404]);
    await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [roundId]);
    const leave = (day: string | null) =>
      db().query('UPDATE team_members SET left_on = $3 WHERE team_id = $1 AND person_id = $2', [id, officer.id, day]);
    await leave('2027-06-10');
    expect(await reads(officer, cases)).toEqual([404, 404, 404]);
    await leave(null);
  });
});

describe('a year that is over', () => {
  it('is read and not written', async () => {
    const promise = randomUUID();
    await api.as(town).post(`/teams/${id}/promises`, { id: promise, text: '送る', owner: 'town', dueOn: '2027-06-10' });
    const done = await aDoneVisit(db(), id, officer.id, '2027-06-09');
    await db().query(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [roundId]);
    for (const who of [officer, town, secretariat]) {
      const as = api.as(who);
      const writes = await Promise.all([
        as.post(`/teams/${id}/posts`, { id: randomUUID(), body: '遅い' }),
        as.post(`/teams/${id}/promises`, { id: randomUUID(), text: '遅い', owner: 'town', dueOn: '2027-06-10' }),
        as.post(`/promises/${promise}/finish`),
        as.post(`/teams/${id}/visits`, { id: randomUUID(), ...visit() }),
        as.put(`/visits/${done}`, { ...visit('遅い'), version: 1 }),
        as.put(`/visits/${done}/notes/${randomUUID()}`, { version: 0, text: '遅い', shared: false }),
        as.post(`/teams/${id}/meetings/held`, { ...held, place: '別' }),
        as.put(`/teams/${id}/theme`, { version: 0, theme: '遅い' }),
        as.post(`/teams/${id}/reports`, { kind: 'final' }),
        as.post(`/teams/${id}/support`, support()),
      ]);
      expect(writes.map(({ status }) => status)).toEqual(Array(10).fill(403));
      for (const path of [
        '',
        '/posts',
        '/promises',
        '/visits',
        '/meetings',
        '/calendar',
        '/themes',
        '/reports',
        '/kpis',
      ])
        expect([path, (await as.get(`/teams/${id}${path}`)).status]).toEqual([path, 200]);
    }
    expect((await api.as(town).get<TeamPromises>('/me/promises')).body.items).toEqual([]);
    await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [roundId]);
  });
});
