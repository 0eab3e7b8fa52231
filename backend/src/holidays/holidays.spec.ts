import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import type { HolidayList } from '../contract/calendar.js';
import type { HolidayImport } from '../contract/deadlines.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);
let admin: ReturnType<typeof api.as>;
let desk: ReturnType<typeof api.as>;
const shunbun = { name: '春分の日', source: '官報', provisional: false };

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  admin = api.as(await aPerson(db(), grant('admin')));
  desk = api.as(await aPerson(db(), grant('desk')));
});

it('shows the days of a year, and which are not announced yet', async () => {
  const { body } = await desk.get<HolidayList>('/holidays?year=2028');
  expect(body.items.find(({ name }) => name === '春分の日')).toMatchObject({ day: '2028-03-20', provisional: true });
  expect((await desk.get<HolidayList>('/holidays')).body.items[0]?.day).toBe('2026-01-01');
  expect(body.allowedActions).toEqual([]);
});

it('moves a day when the state announces it, and the calendar follows at once', async () => {
  const calendar = api.app().get(Calendar);
  expect((await admin.put('/holidays/2028-03-21', { ...shunbun, version: 0 })).status).toBe(200);
  expect((await admin.delete('/holidays/2028-03-20?version=1')).status).toBe(200);
  expect([calendar.isWorkday('2028-03-20'), calendar.isWorkday('2028-03-21')]).toEqual([true, false]);
});

it('keeps to that when the reference data is loaded again', async () => {
  await loadReferenceData(db());
  const calendar = await api.app().get(Calendar).reload();
  expect([calendar.isWorkday('2028-03-20'), calendar.isWorkday('2028-03-21')]).toEqual([true, false]);
});

it('asks for the version that was seen', async () => {
  expect((await admin.put('/holidays/2028-03-21', { ...shunbun, version: 0 })).status).toBe(409);
  expect((await admin.put('/holidays/2028-03-20', { ...shunbun, version: 2 })).status).toBe(200);
  expect(api.app().get(Calendar).isWorkday('2028-03-20')).toBe(false);
});

it('is for administrators', async () => {
  expect((await desk.put('/holidays/2028-03-22', { ...shunbun, version: 0 })).status).toBe(403);
  expect((await desk.delete('/holidays/2028-03-21?version=2')).status).toBe(403);
  expect((await admin.put('/holidays/2028-13-01', { ...shunbun, version: 0 })).status).toBe(404);
});

/** A file as the Cabinet Office writes it. The days are in its order; `encoded` are the bytes of the Shift_JIS words. */
const HEAD = '8d9196af82cc8f6a93fa81458b7893fa8c8e93fa2c8d9196af82cc8f6a93fa81458b7893fa96bc8fcc';
const GANJITSU = '8cb393fa';
const KYUJITSU = '8b7893fa';
const sjis = (...lines: [string, string][]): { file: string } => {
  const written = lines.map(([day, name]) => Buffer.concat([Buffer.from(`${day},`), Buffer.from(name, 'hex')]));
  const text = [Buffer.from(HEAD, 'hex'), ...written].flatMap((line) => [line, Buffer.from('\r\n')]);
  return { file: Buffer.concat(text).toString('base64') };
};
const utf8 = (...lines: string[]) => ({
  file: Buffer.from(['国民の祝日・休日月日,国民の祝日・休日名称', ...lines].join('\n')).toString('base64'),
});
const days2040 = async () => (await desk.get<HolidayList>('/holidays?year=2040')).body.items;

it('shows how the published file differs, and then takes it over', async () => {
  const file = sjis(['2040/1/1', GANJITSU], ['2040/4/30', KYUJITSU], ['2040/12/31', KYUJITSU]);
  const before = await days2040();
  const preview = await admin.post<HolidayImport>('/holidays/import?preview=true', file);
  expect(preview.body).toMatchObject({
    preview: true,
    difference: {
      ...{ firstYear: 2040, lastYear: 2040, renamed: [] },
      added: [{ day: '2040-12-31', name: '休日' }],
      confirmed: [
        { day: '2040-01-01', name: '元日' },
        { day: '2040-04-30', name: '昭和の日 振替休日' },
      ],
    },
  });
  expect(preview.body.difference.removed).toHaveLength(before.length - 2);
  expect(await days2040()).toEqual(before);

  const { seen } = preview.body;
  expect((await admin.post('/holidays/import', file)).problem.fields?.file).toMatch(/違いを確認/);
  const taken = await admin.post<HolidayImport>('/holidays/import', { ...file, seen });
  expect(taken.body.difference).toEqual(preview.body.difference);
  expect((await days2040()).filter(({ cancelled }) => !cancelled)).toMatchObject([
    { day: '2040-01-01', name: '元日', provisional: false },
    { day: '2040-04-30', name: '昭和の日 振替休日', provisional: false },
    { day: '2040-12-31', name: '休日', provisional: false },
  ]);
  const again = await admin.post<HolidayImport>('/holidays/import?preview=true', file);
  expect(again.body.difference).toMatchObject({ added: [], removed: [], renamed: [], confirmed: [] });
});

it('takes over only what was seen: a table that changed meanwhile is compared anew, and nothing is written', async () => {
  const file = utf8('2041/1/1,元日', '2041/2/11,建国記念の日');
  const day = '/holidays/2041-08-01';
  const { body: preview } = await admin.post<HolidayImport>('/holidays/import?preview=true', file);
  expect((await admin.put(day, { ...shunbun, name: '臨時の休日', version: 0 })).status).toBe(200);
  const before = (await desk.get<HolidayList>('/holidays?year=2041')).body.items;
  const { status, problem } = await admin.post('/holidays/import', { ...file, seen: preview.seen });
  const now = problem.current as Pick<HolidayImport, 'seen' | 'difference'>;
  expect([status, now.difference.removed.length]).toEqual([409, preview.difference.removed.length + 1]);
  expect(now.difference.removed).toContainEqual({ day: '2041-08-01', name: '臨時の休日' });
  expect((await desk.get<HolidayList>('/holidays?year=2041')).body.items).toEqual(before);
  const both = await Promise.all([1, 2].map(() => admin.post('/holidays/import', { ...file, seen: now.seen })));
  expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
});

it('names every line it cannot read, and takes over nothing', async () => {
  const before = await days2040();
  const { status, problem } = await admin.post(
    '/holidays/import',
    utf8('2040/1/1,元日', '2040/2/30,謎の日', '2040/3/20', '2040/1/1,元日'),
  );
  expect(status).toBe(422);
  expect(problem.fields?.file).toMatch(/3行目「2040\/2\/30,謎の日」.*4行目「2040\/3\/20」.*5行目.*前の行にも/);
  const odd = await admin.post('/holidays/import', utf8('2040/1/1,元\0日', `2040/1/8,${'長'.repeat(51)}`));
  expect(odd.problem.fields?.file).toMatch(/2行目.*3行目/);
  expect(await days2040()).toEqual(before);
  const other = { file: Buffer.from('日付,名称\n2040/1/1,元日').toString('base64') };
  expect((await admin.post('/holidays/import', other)).problem.fields?.file).toMatch(/内閣府/);
  const far = await admin.post('/holidays/import', utf8('2028/1/1,元日', '2099/1/1,元日'));
  expect(far.problem.fields?.file).toMatch(/2098年の休日がないのに、2099年/);
  expect((await admin.post('/holidays/import', utf8())).problem.fields?.file).toMatch(/1日も/);
  expect((await desk.post('/holidays/import', utf8('2040/1/1,元日'))).status).toBe(403);
});

it('a day in a far year, or half a year, publishes nothing', async () => {
  const until = async () => (await desk.get<HolidayList>('/holidays')).body.publishedUntil;
  await db().query(`DELETE FROM holidays WHERE day >= '2028-01-01'`);
  const calendar = await api.app().get(Calendar).reload();
  expect(await until()).toBe('2027-12-31');
  await db().query(
    `INSERT INTO holidays (calendar, day, name, source) VALUES ('national', '2199-01-01', '元日', '手入力')`,
  );
  await calendar.reload();
  expect(await until()).toBe('2027-12-31');
  const fill = (days: number) =>
    db().query(
      `INSERT INTO holidays (calendar, day, name, source)
       SELECT 'national', '2028-01-01'::date + n, '休日', '手入力' FROM generate_series(0, $1 - 1) n ON CONFLICT DO NOTHING`,
      [days],
    );
  await fill(15);
  await calendar.reload();
  expect(await until()).toBe('2027-12-31');
  await fill(16);
  await calendar.reload();
  expect(await until()).toBe('2028-12-31');
  await db().query(`DELETE FROM holidays WHERE day >= '2028-01-01'`);
  await calendar.reload();
});

it('says until when holidays are published, and when that is too near', async () => {
  itIs('2026-10-31T09:00');
  expect((await desk.get<HolidayList>('/holidays')).body).toMatchObject({
    publishedUntil: '2027-12-31',
    publishedTooShort: false,
  });
  itIs('2026-11-01T09:00');
  expect((await desk.get<HolidayList>('/holidays')).body.publishedTooShort).toBe(true);
  expect((await api.nobody.get('/health')).body).toMatchObject({
    holidaysUntil: '2027-12-31',
    holidaysTooShort: true,
  });
});
