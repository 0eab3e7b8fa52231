import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { ConsultationItem, ConsultationPage } from '../contract/consultations.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
const cases: Record<string, string> = {};

async function list(person: Person, query = ''): Promise<ConsultationPage> {
  const { status, body } = await api.as(person).get<ConsultationPage>(`/consultations?${query}`);
  expect(status).toBe(200);
  return body;
}
/** The names of the cases on a list, in its order. */
const names = ({ items }: { items: ConsultationItem[] }) =>
  items.map(({ id }) => Object.keys(cases).find((name) => cases[name] === id));

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  const { town, neighbour, desk, colleague } = people;
  const set = { field_codes: ['transport', 'environment'], priority: 'high', reply_due_on: '2026-11-25' };
  cases.draft = await aCase(db(), town, { owner: null });
  cases.fresh = await aCase(db(), town, { state: 'submitted', owner: null, set: { reply_due_on: '2026-12-18' } });
  cases.asking = await aCase(db(), town, { state: 'inquiring', owner: desk, set });
  cases.late = await aCase(db(), town, { state: 'drafting', owner: colleague, set: { reply_due_on: '2026-11-19' } });
  cases.returned = await aCase(db(), town, {
    state: 'returned',
    owner: desk,
    set: { clock_stopped_on: '2026-11-18', state_due_on: '2026-12-02', reply_due_on: '2026-11-19' },
  });
  cases.replied = await aCase(db(), town, {
    state: 'replied',
    owner: desk,
    set: { reply_due_on: '2026-11-10', replied_at: '2026-11-09T01:00:00Z' },
  });
  cases.closed = await aCase(db(), town, {
    state: 'closed',
    owner: desk,
    set: { reply_due_on: '2026-10-01', closed_at: '2026-10-20T01:00:00Z', submitted_at: '2026-09-01T01:00:00Z' },
  });
  cases.elsewhere = await aCase(db(), neighbour, {
    state: 'checking',
    municipalityCode: NISHIIZU,
    owner: desk,
    set: { reply_due_on: '2026-12-01', submitted_at: '2026-11-16T01:00:00Z', fiscal_year: 2025 },
  });
  await anInquiry(db(), cases.asking, 'meti', desk);
  await anInquiry(db(), cases.asking, 'mlit', desk, { state: 'answered' });
  await anInquiry(db(), cases.late, 'mlit', desk, { state: 'answered' });
  await anInquiry(db(), cases.replied, 'mlit', desk, { state: 'answered' });
});

describe('filters', () => {
  test.each([
    ['group=open', ['late', 'asking', 'elsewhere', 'returned', 'fresh', 'replied']],
    ['group=closed', ['closed']],
    ['state=inquiring', ['asking']],
    ['state=inquiring,drafting&sort=due', ['late', 'asking']],
    ['state=closed&state=replied', ['replied', 'closed']],
    ['sort=due', ['late', 'asking', 'elsewhere', 'returned', 'fresh', 'replied']],
    ['overdue=true', ['late']],
    ['owner=me&group=open', ['asking', 'elsewhere', 'returned', 'replied']],
    ['owner=none', ['fresh']],
    ['prefecture=22', ['elsewhere']],
    ['prefecture=010006&state=inquiring', ['asking']],
    ['municipality=22306', ['elsewhere']],
    ['field=transport', ['asking']],
    ['ministry=mlit&group=open', ['late', 'asking', 'replied']],
    ['ministry=mlit&state=inquiring', ['asking']],
    ['ministry=meti&owner=me', ['asking']],
    ['year=2025', ['elsewhere']],
    ['state=triaged', []],
  ])('%s', async (query, expected) => {
    const page = await list(people.desk, query);
    expect(names(page)).toEqual(expected);
    expect(page).toMatchObject({ total: expected.length, more: false });
  });

  test.each([['state=flying'], ['owner=somebody'], ['page=0'], ['size=101'], ['page=21&size=50'], ['municipality=1']])(
    '%s is refused',
    async (query) => {
      expect((await api.as(people.desk).get(`/consultations?${query}`)).status).toBe(422);
    },
  );
});

describe('each reader', () => {
  test.each([
    ['town', ['draft', 'fresh', 'asking', 'late', 'returned', 'replied', 'closed']],
    ['approver', ['draft', 'fresh', 'asking', 'late', 'returned', 'replied', 'closed']],
    ['neighbour', ['elsewhere']],
    ['desk', ['fresh', 'asking', 'late', 'returned', 'replied', 'closed', 'elsewhere']],
    ['manager', ['fresh', 'asking', 'late', 'returned', 'replied', 'closed', 'elsewhere']],
    ['secretariat', ['fresh', 'asking', 'late', 'returned', 'replied', 'closed', 'elsewhere']],
    ['meti', ['asking']],
    ['mlit', ['asking', 'late', 'replied']],
    ['prefecture', []],
    ['officer', []],
    ['admin', []],
  ] as const)('%s', async (who, expected) => {
    expect(names(await list(people[who])).sort()).toEqual([...expected].sort());
  });

  it('of a prefecture or a team sees what the town agreed to share', async () => {
    await db().query('UPDATE consultations SET share_prefecture = true, share_team = true WHERE id = $1', [cases.late]);
    expect(names(await list(people.prefecture))).toEqual(['late']);
    expect(names(await list(people.officer))).toEqual(['late']);
    await db().query('UPDATE consultations SET share_prefecture = false, share_team = false WHERE id = $1', [
      cases.late,
    ]);
  });

  it('of a ministry does not learn by a filter whom else the desk asked', async () => {
    expect(names(await list(people.meti, 'ministry=mlit'))).toEqual([]);
    expect(names(await list(people.meti, 'ministry=meti'))).toEqual(['asking']);
    expect(names(await list(people.meti, 'ministry=none'))).toEqual([]);
  });
});

describe('what an item tells', () => {
  const item = async (person: Person, name: string) =>
    (await list(person, 'size=100')).items.find(({ id }) => id === cases[name]);

  it('gives the desk state, dates, age, owner, every chip and the next step', async () => {
    expect(await item(people.desk, 'asking')).toMatchObject({
      municipality: { code: '016331', label: '北海道上士幌町' },
      stateLabel: '関係府省庁に照会中',
      ageWorkdays: 0,
      dueOn: '2026-11-25',
      workdaysLeft: 2,
      owner: { id: people.desk.id, name: people.desk.name },
      priority: 'high',
      ministries: [
        { id: 'meti', shortName: '経産省', state: 'asked' },
        { id: 'mlit', shortName: '国交省', state: 'answered' },
      ],
      fields: expect.arrayContaining([expect.objectContaining({ code: 'transport' })]),
      nextAction: null,
    });
    expect(await item(people.desk, 'fresh')).toMatchObject({ nextAction: 'take', owner: null });
  });

  it('keeps inner states from the town before the reply, and the priority always', async () => {
    const before = await item(people.town, 'asking');
    expect(before?.ministries.map(({ state }) => state)).toEqual([null, null]);
    expect(before).not.toHaveProperty('priority');
    expect((await item(people.town, 'replied'))?.ministries).toMatchObject([{ id: 'mlit', state: 'answered' }]);
  });

  it('shows a ministry its own chip only', async () => {
    expect((await item(people.meti, 'asking'))?.ministries).toMatchObject([{ id: 'meti', state: 'asked' }]);
  });

  test.each([
    ['late', 'overdue', -1],
    ['asking', 'soon', 2],
    ['elsewhere', 'ok', 6],
    ['returned', 'stopped', 7],
    ['replied', null, null],
    ['closed', null, null],
  ])('%s is %s', async (name, dueState, workdaysLeft) => {
    expect(await item(people.desk, name)).toMatchObject({ dueState, workdaysLeft });
  });

  it('shows what is least finished when a ministry was asked several times, and nothing of what was cancelled', async () => {
    const id = await aCase(db(), people.town, { state: 'inquiring', owner: people.desk });
    await anInquiry(db(), id, 'maff', people.desk, { state: 'answered' });
    await anInquiry(db(), id, 'maff', people.desk, { state: 'questioned' });
    const gone = await anInquiry(db(), id, 'env', people.desk);
    await db().query(
      `UPDATE inquiries SET state = 'cancelled', cancelled_at = now(), cancel_reason = '誤り' WHERE id = $1`,
      [gone],
    );
    const found = (await list(people.desk, 'ministry=maff')).items;
    expect(found.map(({ ministries }) => ministries)).toEqual([
      [expect.objectContaining({ id: 'maff', state: 'questioned' })],
    ]);
    expect((await list(people.desk, 'ministry=env')).total).toBe(0);
    await db().query(`UPDATE consultations SET state = 'withdrawn' WHERE id = $1`, [id]);
    expect((await list(people.desk, 'ministry=maff&state=withdrawn')).total).toBe(1);
    expect((await list(people.desk, 'ministry=maff&group=open')).total).toBe(0);
  });
});

describe('paging', () => {
  it('gives every case once, in one order, however the pages are cut', async () => {
    for (let i = 0; i < 23; i += 1) {
      await aCase(db(), people.neighbour, {
        state: 'collected',
        municipalityCode: NISHIIZU,
        owner: people.manager,
        set: { reply_due_on: i < 20 ? '2026-12-10' : null },
      });
    }
    for (const sort of ['due', 'submitted']) {
      const query = `state=collected&sort=${sort}`;
      const whole = await list(people.desk, `${query}&size=100`);
      const cut: string[] = [];
      for (let page = 1; page <= 5; page += 1) {
        const { items, total } = await list(people.desk, `${query}&size=5&page=${page}`);
        expect(total).toBe(23);
        cut.push(...items.map(({ id }) => id));
      }
      expect(cut).toEqual(whole.items.map(({ id }) => id));
      expect(new Set(cut).size).toBe(23);
    }
    expect(await list(people.desk, 'state=collected&page=9&size=10')).toMatchObject({ items: [], total: 23 });
  });

  it('counts to a thousand and says that there are more', async () => {
    await db().query(
      `INSERT INTO consultations (municipality_code, state, state_since, number, form_version, karte, submitted_at, owner_id,
         created_by, updated_by, created_at, updated_at)
       SELECT '011002', 'followUp', now(), 'many-' || i, 1, '{}', now(), $1, $1, $1, now(), now() FROM generate_series(1, 1001) i`,
      [people.desk.id],
    );
    expect(await list(people.desk, 'state=followUp')).toMatchObject({ total: 1000, more: true });
    expect(await list(people.desk, 'state=followUp&municipality=011002&page=20')).toMatchObject({ total: 1000 });
  });
});

describe('a text', () => {
  const write = async (name: string, text: string) => {
    await db().query('UPDATE consultations SET search_text = $2 WHERE id = $1', [cases[name], fold(text)]);
  };
  beforeAll(async () => {
    await write('asking', '海業と電子地域通貨で、茅ヶ崎の港を生かす');
    await write('late', '釣り人の誘致 ＡＩドローン');
    await write('elsewhere', '100%の再エネで海を守る業界');
  });

  test.each([
    ['海', ['asking', 'elsewhere']],
    ['海業', ['asking']],
    ['電子地域通貨', ['asking']],
    ['電子通貨', []],
    ['通貨 港', ['asking']],
    ['ai', ['late']],
    ['ﾄﾞﾛｰﾝ', ['late']],
    ['100%', ['elsewhere']],
    ['茅ケ崎', ['asking']],
    ['%', ['elsewhere']],
    ['　', undefined],
  ])('%s', async (q, expected) => {
    const page = await list(people.desk, `q=${encodeURIComponent(q)}`);
    if (expected) expect(names(page).sort()).toEqual(expected.sort());
    else expect(page.total).toBe(1000);
  });

  it('goes together with the other filters, and never beyond what the reader may see', async () => {
    expect(names(await list(people.desk, `q=${encodeURIComponent('海')}&state=inquiring`))).toEqual(['asking']);
    expect(names(await list(people.neighbour, `q=${encodeURIComponent('海')}`))).toEqual(['elsewhere']);
    expect(names(await list(people.meti, `q=${encodeURIComponent('海')}`))).toEqual(['asking']);
  });
});
