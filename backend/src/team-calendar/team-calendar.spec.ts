import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTeam } from '../../test/team-scene.js';
import { aDoneVisit } from '../../test/visit-scene.js';
import { calendarText } from '../calendar/ical.js';
import type { TeamCalendar } from '../contract/team-calendar.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
let town: Person;
let officer: Person;
let other: Person;
let secretariat: Person;
let id: string;

beforeAll(async () => {
  itIs('2027-04-15T10:00');
  secretariat = await aPerson(db(), grant('secretariat'));
  town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
});
beforeEach(async () => {
  [officer, other] = [await aPerson(db(), grant('officer')), await aPerson(db(), grant('officer'))];
  let roundId: string;
  ({ id, roundId } = await aTeam(db(), secretariat.id, { officers: [officer, other], town }));
  await db().query('UPDATE rounds SET calendar = $2 WHERE id = $1', [
    roundId,
    JSON.stringify([{ key: 'interim', label: '中間報告', on: '2027-10-01' }]),
  ]);
  await api.as(officer).post(`/teams/${id}/meetings`, {
    ...{ startsAt: '2027-04-20T08:30:00+09:00', minutes: 60, url: 'https://meet.example/room', agenda: '' },
  });
  await aDoneVisit(db(), id, officer.id, '2027-06-03');
  await api.as(town).post(`/teams/${id}/promises`, {
    ...{ id: crypto.randomUUID(), text: '内々の資料を送る', owner: 'town', dueOn: '2027-05-10' },
  });
});

const makeFeed = async (who: Person) =>
  new URL((await api.as(who).post<{ url: string }>(`/teams/${id}/calendar-feed`)).body.url).pathname.replace(
    '/api',
    '',
  );

it('shows the year of a team in the order of its days', async () => {
  const { items, feedSince } = (await api.as(town).get<TeamCalendar>(`/teams/${id}/calendar`)).body;
  expect(items.map(({ kind, firstDay, title }) => [kind, firstDay, title])).toEqual([
    ['meeting', '2027-04-20', '会議'],
    ['promise', '2027-05-10', '内々の資料を送る'],
    ['visit', '2027-06-03', '現地訪問'],
    ['round', '2027-10-01', '中間報告'],
  ]);
  expect(feedSince).toBeNull();
});

it('is read without a session under a secret address, days as Tokyo days and without words of the team', async () => {
  const { status, headers, text } = await api.nobody.get(await makeFeed(officer));
  expect([status, headers['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
  const file = text.replaceAll('\r\n ', '');
  expect(file).toContain('DTSTART:20270419T233000Z\r\nDTEND:20270420T003000Z');
  expect(file).toContain('DTSTART;VALUE=DATE:20270510\r\nDTEND;VALUE=DATE:20270511');
  expect(file).toContain('DTSTART;VALUE=DATE:20270603\r\nDTEND;VALUE=DATE:20270604');
  expect(file).toContain('SUMMARY:中間報告');
  expect(file).not.toContain('内々');
  expect(file).not.toContain('meet.example');
  expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(4);
});

it('ends when it is made anew, when it is ended, and when its person left or was deactivated', async () => {
  const first = await makeFeed(officer);
  const second = await makeFeed(officer);
  const answers = async (path: string) => (await api.nobody.get(path)).status;
  expect([await answers(first), await answers(second)]).toEqual([404, 200]);
  await api.as(officer).delete(`/teams/${id}/calendar-feed`);
  expect(await answers(second)).toBe(404);
  const [third, fourth] = [await makeFeed(officer), await makeFeed(other)];
  await db().query('UPDATE team_members SET left_on = joined_on WHERE team_id = $1 AND person_id = $2', [
    id,
    officer.id,
  ]);
  await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [other.id]);
  expect([await answers(third), await answers(fourth)]).toEqual([404, 404]);
});

it('keeps only what proves an address', async () => {
  const path = await makeFeed(town);
  const [{ kept }] = await db().query('SELECT to_jsonb(tc)::text AS kept FROM team_calendars tc WHERE person_id = $1', [
    town.id,
  ]);
  expect(kept).not.toContain(path.split('/').at(-1)?.slice(0, 43));
});

it('writes a file whose lines every calendar reads', () => {
  const text = calendarText({
    host: 'musubi.example',
    at: new Date('2027-04-01T00:00:00Z'),
    events: [
      {
        id: 'a',
        when: { firstDay: '2027-12-31', lastDay: '2027-12-31' },
        summary: `長い名前、;,\\${'新'.repeat(60)}`,
        url: 'https://musubi.example',
      },
    ],
  });
  expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect(text).toContain('DTEND;VALUE=DATE:20280101');
  expect(text.replaceAll('\r\n ', '')).toContain('SUMMARY:長い名前、\\;\\,\\\\新');
});
