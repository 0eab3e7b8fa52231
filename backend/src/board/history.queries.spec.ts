import { beforeAll, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { ConsultationDetail, HistoryRow } from '../contract/consultations.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  const { town, desk, meti, mlit, manager } = people;
  id = await aCase(db(), town, { state: 'inquiring', owner: desk, set: { share_prefecture: true, share_team: true } });
  await anInquiry(db(), id, 'meti', desk);
  await anInquiry(db(), id, 'mlit', desk);
  const happened = { consultationId: id, subjectId: id } as const;
  const tx = db().manager;
  await record(tx, {
    ...happened,
    type: 'consultation.submit',
    actor: town,
    audience: 'town',
    data: { from: 'draft', to: 'submitted' },
  });
  await record(tx, {
    ...happened,
    type: 'consultation.assign',
    actor: desk,
    audience: 'inward',
    data: { ownerId: manager.id },
  });
  await record(tx, {
    ...happened,
    type: 'inquiry.ask',
    actor: desk,
    audience: 'ministry',
    ministryId: 'meti',
    data: { dueOn: '2026-12-04' },
  });
  await record(tx, {
    ...happened,
    type: 'inquiry.ask',
    actor: desk,
    audience: 'ministry',
    ministryId: 'mlit',
    data: { dueOn: '2026-12-04' },
  });
  await record(tx, {
    ...happened,
    type: 'inquiry.decline',
    actor: mlit,
    audience: 'ministry',
    ministryId: 'mlit',
    reason: '所管外です。',
  });
  await record(tx, { ...happened, type: 'consultation.note', actor: meti, audience: 'ministry', ministryId: 'meti' });
  await record(tx, { ...happened, type: 'attachment.read', actor: meti });
  await record(tx, {
    ...happened,
    type: 'consultation.collect',
    actor: SYSTEM,
    audience: 'town',
    data: { from: 'inquiring', to: 'collected' },
  });
});

const history = async (person: Person, query = '') =>
  (await api.as(person).get<{ items: HistoryRow[]; total: number }>(`/consultations/${id}/history?${query}`)).body;

const OUTWARD = ['全ての関係府省庁の回答がそろいました。', '相談カルテを提出しました。'];
const OF_METI = ['内部メモを書きました。', '照会しました。（期限：令和8年12月4日）'];
const OF_MLIT = ['「該当なし」と回答しました。', '照会しました。（期限：令和8年12月4日）'];

test.each([
  ['town', OUTWARD],
  ['prefecture', OUTWARD],
  ['officer', OUTWARD],
  ['meti', [...OUTWARD, ...OF_METI]],
  ['mlit', [...OUTWARD, ...OF_MLIT]],
] as const)('%s reads what is meant for it', async (who, expected) => {
  const { items, total } = await history(people[who]);
  expect(items.map(({ what }) => what).sort()).toEqual([...expected].sort());
  expect(total).toBe(expected.length);
});

test.each(['desk', 'manager', 'secretariat'] as const)('%s reads all but the bare trail', async (who) => {
  const { items, total } = await history(people[who]);
  expect(total).toBe(7);
  expect(items.some(({ what }) => /記録を更新/.test(what))).toBe(false);
});

test.each(['neighbour', 'admin'] as const)('for %s there is no such case', async (who) => {
  expect((await api.as(people[who]).get(`/consultations/${id}/history`)).status).toBe(404);
});

it('says who, when, what and why, newest first', async () => {
  const { items } = await history(people.desk);
  expect(items[0]).toMatchObject({ actor: null, to: '府省庁回答受領', audience: 'town' });
  expect(items[2]).toEqual({
    id: expect.stringMatching(/^\d+$/),
    at: '2026-11-20T01:00:00.000Z',
    actor: { name: people.mlit.name, organisation: '国土交通省' },
    what: '「該当なし」と回答しました。',
    reason: '所管外です。',
    audience: 'ministry',
    ministry: '国交省',
    to: null,
  });
  expect(items[5]).toMatchObject({
    actor: { name: people.desk.name, organisation: '新結合相談窓口' },
    what: `政策分野、優先度、主担当を変更しました。（主担当：${people.manager.name}）`,
  });
  expect(items[6]).toMatchObject({ actor: { organisation: '北海道上士幌町' }, to: '提出済' });
});

it('comes in pages', async () => {
  const all = (await history(people.desk)).items;
  const pages = await Promise.all([1, 2, 3].map((page) => history(people.desk, `size=3&page=${page}`)));
  expect(pages.flatMap(({ items }) => items)).toEqual(all);
  expect(pages.map(({ total }) => total)).toEqual([7, 7, 7]);
});

it('stands in short on the page of the case, for the same readers', async () => {
  for (const who of ['town', 'meti', 'desk'] as const) {
    const { body } = await api.as(people[who]).get<ConsultationDetail>(`/consultations/${id}`);
    expect(body.recent).toEqual((await history(people[who])).items.slice(0, 5));
  }
});
