import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { anApplication, anOfficerSheet, aTownSheet } from '../../test/application-scene.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aRound } from '../../test/round-scene.js';
import { Clock } from '../calendar/clock.js';
import {
  type Application,
  ApplicationAction,
  type ApplicationStarts,
  ApplicationState,
  type Applications,
  type ConsentSheet,
} from '../contract/applications.js';
import { RoundState } from '../contract/rounds.js';
import { signLink } from '../platform/signing.js';
import { AdvanceRound } from '../rounds/advance-round.js';
import { APPLICATION_LIFECYCLE, nextApplicationState } from './lifecycle.js';
import { WatchCalls } from './watch-calls.job.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
let town: Speaker;
let approver: Speaker;
let other: Speaker;
let officer: Speaker;
let secretariat: Speaker;
let secretariatId: string;
let round: string;

beforeAll(async () => {
  itIs('2027-02-19T16:30');
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
  approver = api.as(await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO })));
  other = api.as(await aPerson(db(), grant('approver', { municipalityCode: NISHIIZU })));
  officer = api.as(await aPerson(db(), grant('officer')));
  const one = await aPerson(db(), grant('secretariat'));
  secretariatId = one.id;
  secretariat = api.as(one);
  round = (await aRound(db(), one.id)).id;
});

const begin = async (who: Speaker, kind = 'town', roundId = round) =>
  who.post<{ id: string }>('/applications', { roundId, kind });
const read = async (who: Speaker, id: string) => (await who.get<Application>(`/applications/${id}`)).body;

/** A draft with this content. */
async function aDraft(who: Speaker, kind: string, sheet: object, roundId = round) {
  const { id } = (await begin(who, kind, roundId)).body;
  const saved = await who.put<{ version: number }>(`/applications/${id}`, { version: 1, karte: sheet });
  return { id, version: saved.body.version, path: `/applications/${id}` };
}

const triples = RoundState.options.flatMap((during) =>
  ApplicationState.options.flatMap((from) => ApplicationAction.options.map((action) => ({ during, from, action }))),
);
test('each action moves only along the table, and only in its time', () => {
  const wrong = triples.filter(({ during, from, action }) => {
    const step = APPLICATION_LIFECYCLE[action];
    const moves = step.from.includes(from) && step.during.includes(during);
    try {
      return nextApplicationState(from, during, action) !== step.to || !moves;
    } catch (error) {
      return moves || !String(error).includes('現在の状態では');
    }
  });
  expect(wrong).toEqual([]);
});

describe('a town', () => {
  let draft: Awaited<ReturnType<typeof aDraft>>;

  it('is offered the open call, begins once, and keeps its draft to itself', async () => {
    const offered = (await town.get<ApplicationStarts>('/applications/new')).body.items;
    expect(offered.map(({ roundId, call, towns }) => [roundId, call.kind, towns[0]?.label])).toEqual([
      [round, 'town', '北海道上士幌町'],
    ]);
    draft = await aDraft(town, 'town', aTownSheet());
    const again = await begin(town);
    expect([again.status, again.problem.code]).toEqual([409, 'application.exists']);
    expect((await approver.get(draft.path)).status).toBe(200);
    for (const who of [other, officer, secretariat]) expect((await who.get(draft.path)).status).toBe(404);
    expect((await secretariat.get<Applications>('/applications')).body.total).toBe(0);
  });

  it('is shown both contents when somebody saved first', async () => {
    const late = await approver.put(draft.path, { version: 1, karte: aTownSheet({ wish: '別の希望' }) });
    expect([late.status, late.problem.current]).toEqual([409, expect.objectContaining({ version: draft.version })]);
    const same = await approver.put<{ version: number }>(draft.path, { version: 1, karte: aTownSheet() });
    expect([same.status, same.body.version]).toEqual([200, draft.version]);
    const problems = [1, 2, 3, 4].map(() => ({ field: 'tourism', text: '課題' }));
    const many = await approver.put(draft.path, { version: draft.version, karte: aTownSheet({ problems }) });
    expect([many.status, Object.keys(many.problem.fields ?? {})]).toEqual([422, ['problems']]);
  });

  test.each([
    ['a population at the limit', { population: '100,000' }, 'population'],
    ['a population in words', { population: '約五千' }, 'population'],
    ['a day that has not come', { populationOn: '2099-01-01' }, 'populationOn'],
    [
      'a member that is too large',
      { members: [{ place: '静岡県西伊豆町', population: '１００，０００' }] },
      'members.0.population',
    ],
    ['a member that nobody knows', { members: [{ place: '架空町', population: '10' }] }, 'members.0.place'],
    ['a name that several towns bear', { members: [{ place: '池田町', population: '10' }] }, 'members.0.place'],
    ['itself as a member', { members: [{ place: '016331', population: '10' }] }, 'members.0.place'],
    ['a prefecture as a member', { members: [{ place: '静岡県', population: '10' }] }, 'members.0.place'],
  ])('is refused with %s', async (_, traits, field) => {
    const other = (await aRound(db(), secretariatId)).id;
    const { path, version, id } = await aDraft(approver, 'town', aTownSheet(traits), other);
    const answer = await approver.post(`${path}/submit`, { version });
    const { body } = await approver.get<{ faults: object }>(`/applications/${id}/check`);
    expect([answer.status, Object.keys(answer.problem.fields ?? body.faults)]).toEqual([expect.any(Number), [field]]);
    expect([409, 422]).toContain(answer.status);
  });

  it('hands in by its approver, once, and gets a number', async () => {
    expect((await town.post(`${draft.path}/submit`, { version: draft.version })).status).toBe(403);
    const answers = await Promise.all(
      [1, 2, 3].map(() => approver.post<{ number: string }>(`${draft.path}/submit`, { version: draft.version })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.find(({ status }) => status === 200)?.body.number).toMatch(/^伴走-.+-市町村-0001$/);
    expect(
      (await town.put(draft.path, { version: draft.version, karte: aTownSheet({ wish: '改めた希望' }) })).status,
    ).toBe(409);
    expect((await read(secretariat, draft.id)).state).toBe('submitted');
  });

  it('withdraws with a reason and may apply again', async () => {
    expect((await approver.post(`${draft.path}/withdraw`, { reason: ' ' })).status).toBe(422);
    expect((await approver.post(`${draft.path}/withdraw`, { reason: '体制が整わないため' })).status).toBe(204);
    const [{ reason }] = await db().query(
      `SELECT reason FROM events WHERE type = 'application.withdraw' AND subject_id = $1`,
      [draft.id],
    );
    expect(reason).toBe('体制が整わないため');
    expect((await begin(town)).status).toBe(201);
  });
});

describe('an officer', () => {
  let path: string;
  let id: string;

  const standing = async () =>
    (await db().query('SELECT id, address FROM consents WHERE application_id = $1 AND ended_at IS NULL', [id]))[0];
  const token = (consent: string) => signLink(process.env.SECRET ?? '', 'consent', consent);

  it('names whom it wishes for and cannot help; both at once is refused', async () => {
    const draft = await aDraft(officer, 'officer', anOfficerSheet({ excluded: [{ place: '上士幌町' }] }));
    ({ id, path } = draft);
    const clash = await officer.post(`${path}/submit`, { version: draft.version });
    expect([clash.status, Object.keys(clash.problem.fields ?? {})]).toEqual([422, ['wishes.0.place']]);
    const { body } = await officer.put<{ version: number }>(path, { version: draft.version, karte: anOfficerSheet() });
    const answer = await officer.post<{ number: string }>(`${path}/submit`, { version: body.version });
    expect(answer.body.number).toMatch(/-支援官-0001$/);
    const places = await db().query(
      'SELECT what, code FROM application_places WHERE application_id = $1 ORDER BY what, position',
      [id],
    );
    expect(places).toEqual([
      { what: 'tie', code: '010006' },
      { what: 'wish', code: '016331' },
      { what: 'wish', code: '220001' },
    ]);
  });

  it('is agreed to by a link without an account, once; a newer question ends the older link', async () => {
    const first = await standing();
    expect(
      (await officer.post(`${path}/consent`, { superior: '課長 次郎', address: 'jiro@ministries.example' })).status,
    ).toBe(204);
    const second = await standing();
    expect(second.address).toBe('jiro@ministries.example');
    expect((await api.nobody.get<ConsentSheet>(`/consents/${token(first.id)}`)).body.state).toBe('ended');
    expect((await api.nobody.post(`/consents/${token(first.id)}`, { agreed: true })).status).toBe(409);
    expect((await api.nobody.get(`/consents/${signLink('another secret', 'consent', second.id)}`)).status).toBe(404);

    const sheet = (await api.nobody.get<ConsentSheet>(`/consents/${token(second.id)}`)).body;
    expect(sheet).toMatchObject({
      ministry: '国土交通省',
      hours: '勤務時間の1割5分',
      superior: '課長 次郎',
      state: 'open',
    });
    const silent = await api.nobody.post(`/consents/${token(second.id)}`, { agreed: false });
    expect([silent.status, Object.keys(silent.problem.fields ?? {})]).toEqual([422, ['reason']]);
    expect(
      (await api.nobody.post(`/consents/${token(second.id)}`, { agreed: false, reason: '年度末まで業務が重い' }))
        .status,
    ).toBe(204);
    expect((await api.nobody.post(`/consents/${token(second.id)}`, { agreed: true })).status).toBe(409);
    expect((await read(officer, id)).consent).toMatchObject({ state: 'refused', reason: '年度末まで業務が重い' });
  });

  it('of who is asked anew while the one before agrees, only the new one is waited for', async () => {
    for (let round = 0; round < 5; round += 1) {
      const before = await standing();
      const address = `superior${round}@ministries.example`;
      const [answered, asked] = await Promise.all([
        api.nobody.post(`/consents/${token(before.id)}`, { agreed: true }),
        officer.post(`${path}/consent`, { superior: '課長 三郎', address }),
      ]);
      expect([[204, 409].includes(answered.status), asked.status]).toEqual([true, 204]);
      expect((await standing()).address).toBe(address);
      expect((await read(officer, id)).consent).toMatchObject({ state: 'asked', address });
      expect((await api.nobody.post(`/consents/${token(before.id)}`, { agreed: true })).status).toBe(409);
    }
  });

  it('does not see the applications of others', async () => {
    const rows = (await officer.get<Applications>('/applications')).body.items;
    expect(rows.map((row) => row.id)).toEqual([id]);
  });
});

describe('the closing minute', () => {
  it('takes what comes before it and nothing after it', async () => {
    const { id: late } = await aRound(db(), secretariatId, {
      opensAt: '2027-02-05T10:00:00+09:00',
      closesAt: '2027-02-19T17:00:00+09:00',
    });
    const { path, version } = await aDraft(other, 'town', aTownSheet(), late);
    itIs('2027-02-19T17:00');
    const refused = await other.post(`${path}/submit`, { version });
    expect([refused.status, refused.problem.code]).toEqual([409, 'application.closed']);
    expect((await other.put(path, { version, karte: aTownSheet({ wish: '締切後' }) })).problem.code).toBe(
      'application.closed',
    );
    expect((await begin(town, 'town', late)).problem.code).toBe('application.closed');
    itIs('2027-02-19T16:59:59.999');
    expect((await other.post(`${path}/submit`, { version })).status).toBe(200);
  });

  it('is told to drafts a day before, once, and closes the round', async () => {
    itIs('2027-02-19T16:40');
    const { id: soon } = await aRound(db(), secretariatId, { closesAt: '2027-02-20T17:00:00+09:00' });
    const { id } = await anApplication(db(), soon, secretariatId);
    const clock = new Clock();
    const job = new WatchCalls(db(), clock, new AdvanceRound(clock));
    const told = async () =>
      (await db().query(`SELECT 1 FROM events WHERE type = 'application.remindDraft' AND subject_id = $1`, [id]))
        .length;
    itIs('2027-02-19T16:59');
    await job.run();
    expect(await told()).toBe(0);
    itIs('2027-02-19T17:00');
    await job.run();
    await job.run();
    expect(await told()).toBe(1);
    itIs('2027-02-20T17:00');
    await job.run();
    const [{ state }] = await db().query('SELECT state FROM rounds WHERE id = $1', [soon]);
    expect(state).toBe('closed');
  });
});
