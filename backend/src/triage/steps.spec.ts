import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, type Person } from '../../test/desk-scene.js';
import type { ConsultationDetail } from '../contract/consultations.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  people = await aDesk(db());
});
beforeEach(() => {
  itIs('2026-11-20T10:00');
});

const step = (person: Person, id: string, action: string, body?: object) =>
  api.as(person).post(`/consultations/${id}/${action}`, body);
const look = async (person: Person, id: string) =>
  (await api.as(person).get<ConsultationDetail>(`/consultations/${id}`)).body;
const row = async (id: string) => (await db().query('SELECT * FROM consultations WHERE id = $1', [id]))[0];
const events = (id: string): Promise<{ type: string; reason: string; data: object; audience: string }[]> =>
  db().query('SELECT type, reason, data, audience FROM events WHERE consultation_id = $1 ORDER BY id', [id]);

const reason = '同じ内容の相談が先に届いているため。';
const triage = () => ({
  fieldCodes: ['transport', 'environment'],
  priority: 'high',
  ownerId: people.colleague.id,
  ministryIds: ['mlit', 'meti'],
});

/** Every step of this slice: from which state, who takes it, with which body, and where it leads. */
const STEPS = [
  ['take', 'submitted', 'desk', undefined, 'checking'],
  [
    'return',
    'checking',
    'desk',
    () => ({ items: [{ item: '9', reason: '人口の推移を書いてください。' }] }),
    'returned',
  ],
  ['triage', 'checking', 'desk', () => triage(), 'triaged'],
  ['guide', 'triaged', 'manager', () => ({ reason, desk: '地方分権改革の提案募集' }), 'outOfScope'],
  ['withdraw', 'inquiring', 'town', () => ({ reason }), 'withdrawn'],
  ['followUp', 'replied', 'town', () => ({ reason }), 'followUp'],
  ['proposeClose', 'followUp', 'desk', () => ({}), 'closing'],
  ['agreeClose', 'closing', 'town', undefined, 'closed'],
  ['declineClose', 'closing', 'approver', () => ({ reason }), 'followUp'],
  ['wishReopen', 'closed', 'town', () => ({ reason }), 'closed'],
  ['reopen', 'closed', 'desk', () => ({ reason }), 'triaged'],
  ['unmerge', 'merged', 'desk', () => ({ reason }), 'checking'],
] as const;

const begun = (state: (typeof STEPS)[number][1]) =>
  aCase(db(), people.town, {
    state,
    owner: people.desk,
    set: state === 'closed' ? { closed_at: '2026-11-01T01:00:00Z' } : {},
  });

describe.each(STEPS)('%s', (action, from, by, body, to) => {
  it('moves the case and writes down who and why', async () => {
    const id = await begun(from);
    expect((await step(people[by], id, action, body?.())).status).toBe(204);
    expect((await row(id)).state).toBe(to);
    const [event] = await events(id);
    expect(event).toMatchObject({ type: `consultation.${action}`, data: { from, to } });
  });

  it('is refused to everybody else, and in every other state', async () => {
    const id = await begun(from);
    for (const stranger of [people.neighbour, people.meti, people.admin, people.prefecture, people.officer]) {
      expect((await step(stranger, id, action, body?.())).status).toBe(404);
    }
    expect((await step(people.secretariat, id, action, body?.())).status).toBe(403);
    const wrong = await aCase(db(), people.town, { state: 'approving' });
    const expected = action === 'withdraw' ? 204 : 409;
    expect((await step(people[by], wrong, action, body?.())).status).toBe(expected);
  });

  it('happens once when pressed twice at the same time', async () => {
    const id = await begun(from);
    const answers = await Promise.all([step(people[by], id, action, body?.()), step(people[by], id, action, body?.())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(await events(id)).toHaveLength(1);
  });

  it('is refused from a screen that shows the case as it no longer is', async () => {
    const id = await begun(from);
    const stale = await step(people[by], id, action, { ...body?.(), since: '2026-11-19T00:00:00.000Z' });
    expect(stale.status).toBe(409);
    expect(stale.problem.detail).toMatch(/ほかの人が先に処理しました/);
    const { since } = await look(people[by], id);
    expect((await step(people[by], id, action, { ...body?.(), since })).status).toBe(204);
  });
});

test.each([
  ['guide', { reason: ' ', desk: '他の窓口' }, 'reason'],
  ['guide', { reason, desk: '' }, 'desk'],
  ['withdraw', {}, 'reason'],
  ['followUp', { reason: '' }, 'reason'],
  ['declineClose', { reason: 'あ'.repeat(1001) }, 'reason'],
  ['wishReopen', {}, 'reason'],
  ['reopen', {}, 'reason'],
  ['merge', { reason }, 'into'],
  ['unmerge', {}, 'reason'],
  ['return', { items: [] }, 'items'],
  ['return', { items: [{ item: '9', reason: '' }] }, 'items.0.reason'],
])('%s needs its reasons: %j', async (action, body, field) => {
  const id = await aCase(db(), people.town, { state: 'checking' });
  const { status, problem } = await step(people.desk, id, action, body);
  expect(status).toBe(422);
  expect(Object.keys(problem.fields ?? {})).toContain(field);
});

describe('taking', () => {
  it('makes the taker the owner of a case that has none, and leaves an owner in place', async () => {
    const free = await aCase(db(), people.town, { state: 'submitted', owner: null });
    const owned = await aCase(db(), people.town, { state: 'submitted', owner: people.colleague });
    await step(people.desk, free, 'take');
    await step(people.desk, owned, 'take');
    expect([(await row(free)).owner_id, (await row(owned)).owner_id]).toEqual([people.desk.id, people.colleague.id]);
  });

  it('goes to one of two officers', async () => {
    const id = await aCase(db(), people.town, { state: 'submitted', owner: null });
    const answers = await Promise.all([step(people.desk, id, 'take'), step(people.colleague, id, 'take')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch(/最新の状態を確認/);
  });
});

describe('returning', () => {
  const returned = async () => {
    const id = await aCase(db(), people.town, { state: 'triaged', owner: people.desk });
    const items = [
      { item: '9', reason: '人口の推移を書いてください。' },
      { item: 'elements', reason: '二つ目の要素を書いてください。' },
    ];
    expect((await step(people.desk, id, 'return', { items })).status).toBe(204);
    return id;
  };

  it('keeps a reason for each item, stops the clock, and reminds the town of its date', async () => {
    const id = await returned();
    expect(await look(people.town, id)).toMatchObject({
      state: 'returned',
      dueState: 'stopped',
      stateDueOn: '2026-12-07',
      corrections: [
        { item: expect.any(String), label: expect.stringMatching(/^\d+ /), settled: false },
        { item: expect.any(String), label: expect.stringMatching(/^\d+ /), settled: false },
      ],
      expectation: { holder: '北海道上士幌町', expectedOn: '2026-12-07' },
    });
    const [event] = await events(id);
    expect(event?.reason).toMatch(
      /^9 地域の現状.*：人口の推移を書いてください。\n11 .*：二つ目の要素を書いてください。$/,
    );
  });

  it('refuses an item that is not on the sheet, but only to those who may return', async () => {
    const id = await aCase(db(), people.town, { state: 'checking' });
    const body = { items: [{ item: 'nothing', reason: '書いてください。' }] };
    const { status, problem } = await step(people.desk, id, 'return', body);
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, ['items.0.item']]);
    expect((await step(people.town, id, 'return', body)).status).toBe(403);
    expect(await db().query('SELECT 1 FROM correction_requests WHERE consultation_id = $1', [id])).toEqual([]);
  });
});

describe('triage', () => {
  it('sets fields, priority, owner and whom to ask, with a note the town never sees', async () => {
    const id = await aCase(db(), people.town, { state: 'checking', owner: people.desk });
    await step(people.desk, id, 'triage', { ...triage(), note: '前年の相談と似ている。' });
    const seen = await look(people.desk, id);
    expect(seen).toMatchObject({
      state: 'triaged',
      owner: { id: people.colleague.id },
      priority: 'high',
      proposedMinistries: [
        { id: 'mlit', name: '国土交通省' },
        { id: 'meti', name: '経済産業省' },
      ],
    });
    expect(seen.fields.map(({ code }) => code).sort()).toEqual(['environment', 'transport']);
    const town = await look(people.town, id);
    expect(town).toMatchObject({ proposedMinistries: [] });
    expect(JSON.stringify(town)).not.toMatch(/メモ|国土交通省|priority/);
  });

  test.each([
    [{ ownerId: '00000000-0000-4000-8000-000000000000' }, 'ownerId'],
    [{ fieldCodes: ['astrology'] }, 'fieldCodes'],
    [{ fieldCodes: [] }, 'fieldCodes'],
    [{ ministryIds: ['magic'] }, 'ministryIds'],
    [{ priority: 'urgent' }, 'priority'],
  ])('refuses %j', async (wrong, field) => {
    const id = await aCase(db(), people.town, { state: 'checking' });
    const { status, problem } = await step(people.desk, id, 'triage', { ...triage(), ...wrong });
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, [field]]);
  });

  it('gives a case only to people of the desk', async () => {
    const id = await aCase(db(), people.town, { state: 'checking' });
    expect((await step(people.desk, id, 'triage', { ...triage(), ownerId: people.town.id })).status).toBe(422);
    await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [people.manager.id]);
    expect((await step(people.desk, id, 'triage', { ...triage(), ownerId: people.manager.id })).status).toBe(422);
    const { body } = await api.as(people.desk).get<{ items: { id: string }[] }>('/desk-officers');
    expect(body.items.map((one) => one.id).sort()).toEqual([people.desk.id, people.colleague.id].sort());
    await db().query('UPDATE people SET disabled_at = NULL WHERE id = $1', [people.manager.id]);
    expect((await api.as(people.town).get('/desk-officers')).status).toBe(403);
  });

  it('can be changed later without moving the case', async () => {
    const id = await aCase(db(), people.town, { state: 'inquiring', owner: people.desk });
    const { ministryIds: _, ...assignment } = triage();
    expect((await step(people.town, id, 'assign', assignment)).status).toBe(403);
    expect((await step(people.desk, id, 'assign', assignment)).status).toBe(204);
    expect(await row(id)).toMatchObject({ state: 'inquiring', priority: 'high', owner_id: people.colleague.id });
    expect(await events(id)).toMatchObject([{ type: 'consultation.assign', audience: 'inward' }]);
  });
});
