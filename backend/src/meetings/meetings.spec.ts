import { beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { folded } from '../calendar/ical.js';
import type { Meetings } from '../contract/meetings.js';
import { calendarFileFor } from './calendar-file.js';

const db = testDatabase();
const api = testApi(db);
beforeEach(() => {
  itIs('2026-11-20T09:00');
});

async function scene() {
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const desk = await aPerson(db(), grant('desk'));
  const { id } = await aConsultation(db(), town, { state: 'triaged', ownerId: desk.id });
  const meetings = async (who: { id: string }) =>
    (await api.as(who).get<Meetings>(`/consultations/${id}/meetings`)).body;
  return { town, desk, id, meetings };
}

const CANDIDATES = [
  { startsAt: '2026-12-01T10:00:00+09:00', minutes: 60 },
  { startsAt: '2026-12-02T14:00:00+09:00', minutes: 60 },
];

it('goes from a wish to a date, minutes and an action item', async () => {
  const { town, desk, id, meetings } = await scene();
  const wished = await api.as(town).post<{ id: string }>(`/consultations/${id}/meetings`, {
    method: 'online',
    purpose: '実証の進め方を相談したい',
  });
  expect(wished.status).toBe(201);
  const meeting = `/meetings/${wished.body.id}`;
  expect((await api.as(desk).post(`${meeting}/propose`, { version: 1, candidates: CANDIDATES })).status).toBe(204);
  expect((await api.as(town).post(`${meeting}/answerCandidates`, { version: 2, suits: [1] })).status).toBe(204);
  const proposed = (await meetings(desk)).items[0];
  expect(proposed?.candidates.map(({ suits }) => suits)).toEqual([false, true]);

  const decision = { version: 3, method: 'online', ...CANDIDATES[1], place: 'https://meet.example/musubi' };
  expect((await api.as(town).post(`${meeting}/decide`, decision)).status).toBe(403);
  expect((await api.as(desk).post(`${meeting}/decide`, decision)).status).toBe(204);
  expect((await api.as(desk).post(`${meeting}/decide`, decision)).status).toBe(409);
  expect(
    (await api.as(desk).post(`${meeting}/recordMinutes`, { version: 4, text: '三者で次の手順を確認した。' })).status,
  ).toBe(204);

  const item = { meetingId: wished.body.id, text: '見積りを取る', owner: 'town', dueOn: '2026-12-18' };
  const added = await api.as(desk).post<{ id: string }>(`/consultations/${id}/action-items`, item);
  expect(added.status).toBe(201);
  expect((await api.as(town).post(`/action-items/${added.body.id}/finish`)).status).toBe(204);
  expect((await api.as(town).post(`/action-items/${added.body.id}/finish`)).status).toBe(409);
  const after = await meetings(town);
  expect(after.items[0]).toMatchObject({ state: 'held', minutesText: '三者で次の手順を確認した。' });
  expect(after.actionItems[0]).toMatchObject({ ownerLabel: '団体', mayFinish: false });
});

it('is not there for another town, and shows a ministry only what it is invited to', async () => {
  const { town, desk, id } = await scene();
  const other = await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU }));
  const { body } = await api
    .as(town)
    .post<{ id: string }>(`/consultations/${id}/meetings`, { method: 'online', purpose: '相談' });
  expect((await api.as(other).get(`/consultations/${id}/meetings`)).status).toBe(404);
  expect((await api.as(other).post(`/meetings/${body.id}/cancel`, { version: 1, reason: '試し' })).status).toBe(404);
  expect(
    (
      await api.as(desk).post(`/meetings/${body.id}/decide`, {
        version: 1,
        method: 'online',
        ...CANDIDATES[0],
        place: 'x',
        ministryIds: ['nowhere'],
      })
    ).status,
  ).toBe(422);
});

it('writes an invitation that calendars understand, and its withdrawal', async () => {
  const { desk, town, id } = await scene();
  const { body } = await api
    .as(town)
    .post<{ id: string }>(`/consultations/${id}/meetings`, { method: 'online', purpose: '相談' });
  const file = () => calendarFileFor(db().manager, body.id, 'https://musubi.example', new Date('2026-11-20T00:00:00Z'));
  expect(await file()).toBeUndefined();
  await api
    .as(desk)
    .post(`/meetings/${body.id}/decide`, { version: 1, method: 'online', ...CANDIDATES[0], place: '会議室A, 3階; 東' });
  const invitation = await file();
  expect(invitation?.method).toBe('REQUEST');
  expect(invitation?.content).toContain('DTSTART:20261201T010000Z\r\nDTEND:20261201T020000Z');
  expect(invitation?.content).toContain('LOCATION:会議室A\\, 3階\\; 東');
  expect(invitation?.content.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  await api.as(town).post(`/meetings/${body.id}/cancel`, { version: 2, reason: '日程が合わなくなりました' });
  expect((await file())?.content).toContain('METHOD:CANCEL');
});

it('folds long lines between characters', () => {
  const line = `SUMMARY:${'新'.repeat(60)}`;
  expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
});
