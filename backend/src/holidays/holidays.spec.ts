import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import type { HolidayList } from '../contract/calendar.js';
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
  expect((await admin.put('/holidays/2028-03-21', { ...shunbun, version: 0 })).status).toBe(204);
  expect((await admin.delete('/holidays/2028-03-20?version=1')).status).toBe(204);
  expect([calendar.isWorkday('2028-03-20'), calendar.isWorkday('2028-03-21')]).toEqual([true, false]);
});

it('keeps to that when the reference data is loaded again', async () => {
  await loadReferenceData(db());
  const calendar = await api.app().get(Calendar).reload();
  expect([calendar.isWorkday('2028-03-20'), calendar.isWorkday('2028-03-21')]).toEqual([true, false]);
});

it('asks for the version that was seen', async () => {
  expect((await admin.put('/holidays/2028-03-21', { ...shunbun, version: 0 })).status).toBe(409);
  expect((await admin.put('/holidays/2028-03-20', { ...shunbun, version: 2 })).status).toBe(204);
  expect(api.app().get(Calendar).isWorkday('2028-03-20')).toBe(false);
});

it('is for administrators', async () => {
  expect((await desk.put('/holidays/2028-03-22', { ...shunbun, version: 0 })).status).toBe(403);
  expect((await desk.delete('/holidays/2028-03-21?version=2')).status).toBe(403);
  expect((await admin.put('/holidays/2028-13-01', { ...shunbun, version: 0 })).status).toBe(404);
});
