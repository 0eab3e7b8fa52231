import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aKarte, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { ConsultationDetail } from '../contract/consultations.js';
import { ConsultationState } from '../contract/lifecycle.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
});

const look = async (person: Person, id: string) =>
  (await api.as(person).get<ConsultationDetail>(`/consultations/${id}`)).body;
const written = (state: ConsultationState, set = {}) =>
  aCase(db(), people.town, { state, owner: people.desk, set: { karte: JSON.stringify(aKarte()), ...set } });

describe('the page of a case', () => {
  it('tells the カルテ item by item, in words', async () => {
    const { karte } = await look(people.desk, await written('triaged'));
    const item = (no: number) => karte.find((one) => one.no === no);
    expect(item(8)?.lines).toEqual([{ label: '件名', text: '自動運転バスと畜産の新結合' }]);
    expect(JSON.stringify(item(13))).toMatch(/環境・脱炭素/);
    expect(JSON.stringify(item(15))).toMatch(/（2）発電と組み合わせて使える補助金はあるか。/);
  });

  it('carries members, additions and attachments', async () => {
    const id = await written('checking');
    await db().query('INSERT INTO consultation_members VALUES ($1, $2)', [id, NISHIIZU]);
    await db().query(
      `INSERT INTO additions (consultation_id, author_id, text, written_at) VALUES ($1, $2, '追記です', now())`,
      [id, people.town.id],
    );
    await db().query(
      `INSERT INTO attachments (consultation_id, name, type, bytes, content, added_by, added_at, removed_at)
       VALUES ($1, '図.pdf', 'application/pdf', 3, 'pdf', $2, now(), NULL), ($1, '古い.pdf', 'application/pdf', 3, 'pdf', $2, now(), now())`,
      [id, people.town.id],
    );
    expect(await look(people.neighbour, id)).toMatchObject({
      members: [{ code: NISHIIZU, label: '静岡県西伊豆町' }],
      additions: [{ text: '追記です', author: people.town.name }],
      attachments: [{ name: '図.pdf', bytes: 3 }],
    });
  });

  it('shows the desk what was submitted while the town corrects it (R8)', async () => {
    const id = await written('returned', { karte: JSON.stringify(aKarte({ situation: '書きかけ' })) });
    await db().query('INSERT INTO submissions VALUES ($1, 1, $2, $3, now())', [id, aKarte(), people.town.id]);
    expect(JSON.stringify((await look(people.desk, id)).karte)).toMatch(/通院の足/);
    expect(JSON.stringify((await look(people.town, id)).karte)).toMatch(/書きかけ/);
  });

  it('is not there for those who may not read it', async () => {
    const id = await written('draft');
    for (const who of ['desk', 'manager', 'secretariat', 'neighbour', 'meti', 'admin'] as const) {
      expect((await api.as(people[who]).get(`/consultations/${id}`)).status).toBe(404);
    }
    expect((await api.as(people.desk).get('/consultations/nothing')).status).toBe(404);
  });
});

describe('what the town is told', () => {
  test.each(ConsultationState.options)('in the state %s', async (state) => {
    const set = state === 'closed' ? { closed_at: new Date() } : {};
    const { expectation } = await look(people.town, await written(state, { state_due_on: '2026-12-01', ...set }));
    expect(expectation.holder).not.toBe('');
    expect(expectation.expected).not.toBe('');
    expect(expectation.expectedOn === null).toBe(/。$/.test(expectation.expected));
  });

  it('names the ministries that have it, the owner when the desk has it', async () => {
    const id = await written('inquiring');
    await anInquiry(db(), id, 'meti', people.desk);
    expect((await look(people.town, id)).expectation).toEqual({
      holder: '関係府省庁（経産省）',
      expectedOn: '2026-12-18',
      expected: '回答の見込み日',
      ask: null,
    });
    expect((await look(people.town, await written('drafting'))).expectation.holder).toBe(
      `新結合相談窓口（担当 ${people.desk.name}）`,
    );
  });
});

describe('tabs', () => {
  test.each([
    ['town', 'inquiring', ['overview', 'meetings', 'history']],
    ['town', 'replied', ['overview', 'reply', 'meetings', 'history']],
    ['town', 'draft', ['overview', 'history']],
    ['desk', 'inquiring', ['overview', 'inquiries', 'reply', 'meetings', 'history', 'notes']],
    ['meti', 'inquiring', ['overview', 'inquiries', 'meetings', 'history', 'notes']],
    ['town', 'followUp', ['overview', 'meetings', 'caseSheet', 'history']],
    ['prefecture', 'replied', ['overview', 'reply', 'history']],
  ] as const)('of %s in the state %s', async (who, state, tabs) => {
    const id = await written(state, {
      share_prefecture: true,
      replied_at: state === 'replied' ? '2026-11-19T01:00:00Z' : null,
    });
    if (state === 'inquiring') await anInquiry(db(), id, 'meti', people.desk);
    expect((await look(people[who], id)).tabs).toEqual(tabs);
  });
});
