import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { ContactList, Ministry, MinistryList } from '../contract/ministries.js';

const db = testDatabase();
const api = testApi(db);
type Voice = ReturnType<typeof api.as>;
let admin: Voice;
let town: Voice;
let ministry: Voice;
let division: Voice;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  admin = api.as(await aPerson(db(), grant('admin')));
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
  ministry = api.as(await aPerson(db(), grant('ministry', { ministryId: 'mlit' })));
  division = api.as(await aPerson(db(), grant('ministry', { ministryId: 'meti', divisionId: 'meti-001' })));
});

const events = (subject: string) =>
  db().query('SELECT type, data FROM events WHERE subject_id = $1 ORDER BY id', [subject]);
const environment = async () => (await admin.get<Ministry>('/ministries/env')).body;
const body = ({ name, shortName, kana, parentId, mailbox, sort, source }: Ministry) => ({
  ...{ name, shortName, kana, parentId, mailbox, sort, source },
});

describe('the directory', () => {
  it('shows everybody 31 ministries with their living divisions', async () => {
    const { body: list } = await town.get<MinistryList>('/ministries');
    expect([list.total, list.allowedActions]).toEqual([31, []]);
    const health = list.items.find(({ id }) => id === 'mhlw');
    expect(health?.divisions.map(({ path }) => path)).toContain('社会・援護局 障害保健福祉部 企画課 自立支援振興室');
    expect(health?.divisions.map(({ path }) => path)).not.toContain('子ども家庭局 保育課');
  });

  test.each([
    ['やまの', []],
    ['国交省　鉄道', ['mlit']],
    ['食文化', ['bunka', 'maff']],
    ['かんこうちょう', ['jta']],
    ['郵政行政企画課', ['mic']],
  ])('%s finds %j', async (q, ids) => {
    const { body: list } = await town.get<MinistryList>(`/ministries?q=${encodeURIComponent(q)}`);
    expect(list.items.map(({ id }) => id)).toEqual(ids);
  });

  it('keeps what has ended for those who ask', async () => {
    const { body: list } = await admin.get<MinistryList>(`/ministries?ended=true&q=${encodeURIComponent('保育課')}`);
    expect(list.items[0]?.divisions).toMatchObject([
      { validTo: '2023-03-31', succeededBy: expect.stringMatching('cfa-') },
    ]);
  });
});

describe('a ministry', () => {
  it('is changed by an administrator, and the trail holds old and new', async () => {
    const stored = await environment();
    const input = { ...body(stored), shortName: '環境', version: stored.version };
    expect((await admin.put('/ministries/env', input)).status).toBe(204);
    expect(await environment()).toMatchObject({ shortName: '環境', version: 2 });
    expect(await events('env')).toEqual([
      { type: 'ministry.update', data: { before: { shortName: '環境省' }, after: { shortName: '環境' } } },
    ]);
  });

  it('is not changed over a change of somebody else', async () => {
    const stored = await environment();
    const refusal = await admin.put('/ministries/env', {
      ...body(stored),
      kana: 'かんきょう',
      version: stored.version - 1,
    });
    expect([refusal.status, refusal.problem.current]).toMatchObject([409, { shortName: '環境' }]);
  });

  it('is not changed by anybody else', async () => {
    const stored = await environment();
    for (const voice of [town, ministry]) {
      expect((await voice.put('/ministries/env', { ...body(stored), version: 2 })).status).toBe(403);
      expect((await voice.delete('/ministries/env?version=2')).status).toBe(403);
    }
  });

  it('does not end before its divisions', async () => {
    const refusal = await admin.delete('/ministries/jpo?version=1');
    expect([refusal.status, refusal.problem.code]).toEqual([409, 'ministry.in_use']);
  });

  it('may be founded, under a name and an id of its own', async () => {
    const founded = {
      ...body(await environment()),
      id: 'bosai',
      name: '防災庁',
      shortName: '防災庁',
      kana: 'ぼうさいちょう',
    };
    const input = { ...founded, mailbox: 'bosai@ministries.example', validFrom: '2026-11-01' };
    expect((await admin.post('/ministries', { ...input, name: '環境省' })).problem.fields).toHaveProperty('name');
    expect((await admin.post('/ministries', input)).status).toBe(201);
    expect((await admin.post('/ministries', input)).problem.fields).toHaveProperty('id');
    expect((await admin.delete('/ministries/bosai?version=1')).status).toBe(204);
  });
});

describe('a division', () => {
  const at = { ministryId: 'jta', parentId: null, mailbox: null, source: '組織令', validFrom: '2026-11-01' };

  it('is added, moved and ended', async () => {
    const bureau = (await admin.post<{ id: string }>('/divisions', { ...at, name: '試験部' })).body.id;
    const office = (await admin.post<{ id: string }>('/divisions', { ...at, name: '試験課' })).body.id;
    const moved = { name: '試験課', mailbox: null, source: '組織令', parentId: bureau, version: 1 };
    expect((await admin.put(`/divisions/${office}`, moved)).status).toBe(204);
    expect((await town.get(`/divisions/${office}`)).body).toMatchObject({
      path: '試験部 試験課',
      ministryName: '観光庁',
    });
    const circle = { ...moved, name: '試験部', parentId: office };
    expect((await admin.put(`/divisions/${bureau}`, circle)).problem.fields).toHaveProperty('parentId');
    expect((await admin.delete(`/divisions/${bureau}?version=1`)).problem.code).toBe('division.in_use');
    expect((await admin.delete(`/divisions/${office}?version=2`)).status).toBe(204);
    expect((await admin.delete(`/divisions/${bureau}?version=1`)).status).toBe(204);
    expect(await events(office)).toMatchObject([
      { type: 'division.create' },
      { type: 'division.update', data: { before: { parentId: null }, after: { parentId: bureau } } },
      { type: 'division.end', data: { after: { validTo: '2026-11-20' } } },
    ]);
  });
});

describe('a contact', () => {
  const contact = { name: '試験 花子', role: '係長', tel: '', email: 'hanako@ministries.example' };
  const at = { divisionId: null, validFrom: '2026-11-01', contact };

  it('is kept by its own ministry or division only', async () => {
    expect((await ministry.post('/contacts', { ...at, ministryId: 'mlit' })).status).toBe(201);
    expect((await ministry.post('/contacts', { ...at, ministryId: 'meti' })).status).toBe(403);
    expect((await division.post('/contacts', { ...at, ministryId: 'meti', divisionId: 'meti-001' })).status).toBe(201);
    expect((await division.post('/contacts', { ...at, ministryId: 'meti' })).status).toBe(403);
    expect((await town.post('/contacts', { ...at, ministryId: 'mlit' })).status).toBe(403);
  });

  it('is read by those who work with ministries, and says what each may do', async () => {
    const { body: list } = await ministry.get<ContactList>('/contacts');
    expect(list.items.map(({ ministryId, allowedActions }) => [ministryId, allowedActions.includes('update')])).toEqual(
      [
        ['meti', false],
        ['mlit', true],
      ],
    );
    expect((await town.get<ContactList>('/contacts')).body.total).toBe(0);
  });

  it('changes without leaving a name in the trail', async () => {
    const { body: list } = await ministry.get<ContactList>('/contacts?ministryId=mlit');
    const id = list.items[0]?.id ?? '';
    expect(
      (await ministry.put(`/contacts/${id}`, { version: 1, contact: { ...contact, name: '試験 太郎' } })).status,
    ).toBe(204);
    expect((await ministry.get(`/contacts/${id}`)).body).toMatchObject({
      name: '試験 太郎',
      organisation: '国土交通省',
    });
    expect((await town.get(`/contacts/${id}`)).status).toBe(404);
    expect((await town.put(`/contacts/${id}`, { version: 2, contact })).status).toBe(404);
    expect((await ministry.delete(`/contacts/${id}?version=2`)).status).toBe(204);
    expect(JSON.stringify(await events(id))).not.toMatch(/花子|太郎/);
    expect((await ministry.get<ContactList>('/contacts?ministryId=mlit')).body.total).toBe(0);
  });

  it('needs a way to be reached', async () => {
    const refusal = await ministry.post('/contacts', { ...at, ministryId: 'mlit', contact: { ...contact, email: '' } });
    expect([refusal.status, refusal.problem.fields]).toMatchObject([422, { 'contact.email': expect.any(String) }]);
  });
});
