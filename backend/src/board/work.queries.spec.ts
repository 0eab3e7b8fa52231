import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aSurveyInvitation, aSurveyResponse } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { Board } from '../contract/consultations.js';
import { OPEN_STATES } from '../contract/lifecycle.js';
import type { Work } from '../contract/work.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  const { town, desk, colleague } = people;
  const late = { reply_due_on: '2026-11-19' };
  await aCase(db(), town, { state: 'draft', owner: null });
  await aCase(db(), town, { state: 'reviewing', owner: null });
  await aCase(db(), town, { state: 'submitted', owner: null, set: { state_due_on: '2026-11-24' } });
  await aCase(db(), town, {
    state: 'returned',
    owner: desk,
    set: { state_due_on: '2026-12-04', clock_stopped_on: '2026-11-18' },
  });
  await aCase(db(), town, { state: 'collected', owner: desk, set: late });
  await aCase(db(), town, { state: 'collected', owner: colleague });
  await aCase(db(), town, { state: 'approving', owner: desk });
  await aCase(db(), town, { state: 'replied', owner: desk, set: { replied_at: '2026-11-19T01:00:00Z' } });
  await aCase(db(), town, { state: 'closing', owner: colleague, set: { state_due_on: '2026-12-01' } });
  const wished = { closed_at: '2026-11-01T01:00:00Z', reopen_wished_at: '2026-11-19T01:00:00Z' };
  const closed = await aCase(db(), town, { state: 'closed', owner: colleague, set: wished });
  const asked = await aCase(db(), town, { state: 'inquiring', owner: desk, set: { share_prefecture: true } });
  await anInquiry(db(), asked, 'meti', desk, { dueOn: '2026-11-19' });
  await anInquiry(db(), asked, 'mlit', desk, { state: 'questioned' });
  const extended = await anInquiry(db(), asked, 'maff', desk, { state: 'acknowledged' });
  await db().query(
    `INSERT INTO extension_requests (inquiry_id, requested_due_on, reason, requested_by, requested_at)
     VALUES ($1, '2026-12-18', '確認に時間が要るため。', $2, now())`,
    [extended, people.meti.id],
  );
  await db().query(
    `INSERT INTO meetings (consultation_id, state, method, purpose, created_by, created_at)
     VALUES ($1, 'wished', 'online', '進め方', $2, now()), ($1, 'proposed', 'online', '進め方', $2, now())`,
    [asked, town.id],
  );
  const open = await aSurveyInvitation(db(), closed);
  await aSurveyInvitation(db(), closed, { closesOn: '2026-11-19' });
  const answered = await aSurveyInvitation(db(), closed);
  const response = await aSurveyResponse(db(), answered.id, { overall: 1 });
  await db().query('INSERT INTO follow_up_tasks (response_id, created_at) VALUES ($1, now())', [response.id]);
  expect(open.id).not.toBe('');
});

const work = async (person: Person) => (await api.as(person).get<Work>('/work')).body.sections;
const heaps = async (person: Person) => (await work(person)).map(({ key, total }) => [key, total]);

describe("today's work", () => {
  test.each([
    [
      'town',
      [
        ['town.returned', 1],
        ['town.closing', 1],
        ['town.meetings', 1],
        ['town.replied', 1],
        ['town.surveys', 1],
        ['town.drafts', 1],
        ['town.open', 5],
      ],
    ],
    [
      'approver',
      [
        ['town.review', 1],
        ['town.returned', 1],
        ['town.closing', 1],
        ['town.meetings', 1],
        ['town.replied', 1],
        ['town.surveys', 1],
        ['town.drafts', 1],
        ['town.open', 5],
      ],
    ],
    [
      'desk',
      [
        ['desk.submitted', 1],
        ['desk.questioned', 1],
        ['desk.extensions', 1],
        ['desk.collected', 1],
        ['desk.reopening', 1],
        ['desk.meetings', 1],
        ['desk.overdue', 1],
        ['desk.lateInquiries', 1],
        ['desk.mine', 5],
      ],
    ],
    [
      'colleague',
      [
        ['desk.submitted', 1],
        ['desk.collected', 1],
        ['desk.reopening', 1],
        ['desk.overdue', 1],
        ['desk.mine', 2],
      ],
    ],
    [
      'manager',
      [
        ['manager.approving', 1],
        ['manager.lowScores', 1],
        ['desk.submitted', 1],
        ['desk.reopening', 1],
        ['desk.overdue', 1],
      ],
    ],
    ['meti', [['ministry.open', 1]]],
    ['mlit', [['ministry.questioned', 1]]],
    ['prefecture', [['shared.open', 1]]],
    ['secretariat', [['shared.open', 8]]],
    ['officer', []],
    ['neighbour', []],
    ['admin', []],
  ] as const)('of %s', async (who, expected) => {
    expect(await heaps(people[who])).toEqual(expected);
  });

  it('leads straight to where the work is done, and says until when', async () => {
    const sections = await work(people.desk);
    const first = (key: string) => sections.find((section) => section.key === key)?.items[0];
    expect(first('desk.submitted')).toEqual({
      href: expect.stringMatching(/^\/consultations\/[0-9a-f-]{36}$/),
      label: expect.stringMatching(/^新結合-R8-\d{4} 北海道上士幌町 自動運転バス/),
      note: '受付確認を始めてください。',
      standsInFor: null,
      dueOn: '2026-11-24',
      dueState: 'soon',
    });
    expect(first('desk.questioned')?.href).toMatch(/\/inquiries$/);
    expect(first('desk.overdue')).toMatchObject({ note: '府省庁回答受領', dueState: 'overdue' });
    expect((await work(people.meti))[0]?.items[0]).toMatchObject({
      href: expect.stringMatching(/^\/inquiries\//),
      dueState: 'overdue',
    });
  });

  it('shows ten of many', async () => {
    for (let i = 0; i < 11; i += 1) await aCase(db(), people.manager, { state: 'approving', owner: people.manager });
    const section = (await work(people.manager)).find(({ key }) => key === 'manager.approving');
    expect([section?.total, section?.items.length, section?.href]).toEqual([12, 10, '/consultations?state=approving']);
  });
});

describe('the board', () => {
  const board = async (person: Person, query = '') => (await api.as(person).get<Board>(`/board?${query}`)).body.columns;

  it('has a column for each open state, with its count and its first cards by due date', async () => {
    const columns = await board(people.desk);
    expect(columns.map(({ state }) => state)).toEqual(OPEN_STATES);
    const counts = Object.fromEntries(columns.map(({ state, total, items }) => [state, [total, items.length]]));
    expect(counts).toMatchObject({ submitted: [1, 1], collected: [2, 2], approving: [12, 10], triaged: [0, 0] });
    const collected = columns.find(({ state }) => state === 'collected')?.items ?? [];
    expect(collected.map(({ dueOn, nextAction }) => [dueOn, nextAction])).toEqual([
      ['2026-11-19', 'draftReply'],
      ['2026-12-18', 'draftReply'],
    ]);
  });

  it('takes the filters of the list', async () => {
    const total = async (person: Person, query: string) =>
      (await board(person, query)).reduce((sum, column) => sum + column.total, 0);
    expect(await total(people.desk, 'owner=me')).toBe(5);
    expect(await total(people.desk, 'ministry=meti')).toBe(1);
    expect(await total(people.desk, 'overdue=true')).toBe(1);
    expect(await total(people.desk, 'prefecture=22')).toBe(0);
    expect(await total(people.desk, `q=${encodeURIComponent('畜産')}`)).toBe(0);
    expect(await total(people.meti, '')).toBe(1);
    expect(await total(people.neighbour, '')).toBe(0);
  });
});

describe('while somebody is away', () => {
  it("brings their work to the deputy, marked, and leaves the deputy's own as it was", async () => {
    const { desk, colleague } = people;
    const before = await heaps(colleague);
    await db().query(
      `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
       VALUES ($1, '2026-11-20', '2026-11-20', $2, $1, now())`,
      [desk.id, colleague.id],
    );
    const { body } = await api.as(colleague).get<Work>('/work');
    expect(body.standingInFor).toEqual([{ id: desk.id, name: desk.name, untilOn: '2026-11-20' }]);
    const of = (key: string) => body.sections.find((section) => section.key === key);
    expect(of('desk.standIn')).toMatchObject({ title: '不在の人が主担当の相談', total: 5 });
    expect(of('desk.standIn')?.items.every(({ standsInFor }) => standsInFor === desk.name)).toBe(true);
    expect(of('desk.questioned')?.items[0]).toMatchObject({ standsInFor: desk.name });
    expect(of('desk.mine')?.items.map(({ standsInFor }) => standsInFor)).toEqual([null, null]);
    expect(
      of('desk.collected')
        ?.items.map(({ standsInFor }) => standsInFor)
        .sort(),
    ).toEqual([null, desk.name].sort());

    itIs('2026-11-21T10:00');
    expect((await heaps(colleague)).filter(([key]) => key !== 'desk.overdue')).toEqual(
      before.filter(([key]) => key !== 'desk.overdue'),
    );
  });
});
