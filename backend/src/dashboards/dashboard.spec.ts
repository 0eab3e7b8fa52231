import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import {
  aConsultation,
  aPerson,
  aSurveyInvitation,
  aSurveyResponse,
  grant,
  KAMISHIHORO,
  NISHIIZU,
} from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { Dashboard, DurationPage, Figure } from '../contract/dashboards.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import { record } from '../events/record.js';
import { SYSTEM } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;

let manager: Speaker;
let desk: Speaker;
let author: Awaited<ReturnType<typeof aPerson>>;
let fields: string[];

/** A case submitted at this time, with what happened to it afterwards. */
async function aCase(
  submittedAt: string,
  state: ConsultationState,
  { town = KAMISHIHORO, fieldCodes = [] as string[], year = 2026, takenAt = '', repliedAt = '' } = {},
) {
  itIs(submittedAt);
  const { id } = await aConsultation(db(), author, { state, municipalityCode: town });
  await db().query('UPDATE consultations SET field_codes = $2, fiscal_year = $3 WHERE id = $1', [id, fieldCodes, year]);
  if (takenAt) {
    itIs(takenAt);
    await record(db().manager, { type: 'consultation.take', subjectId: id, consultationId: id, actor: SYSTEM });
  }
  if (repliedAt) {
    await db().query(
      `INSERT INTO replies (consultation_id, no, branch, state, subject, greeting, closing, settings_version, requested_by,
         requested_at, addressees, document_number, document_year, issued_on, issued_at, created_by, created_at, updated_by, updated_at)
       VALUES ($1, 1, 0, 'approved', '', '', '', 1, $2, $3::timestamptz, '{町}', '第1号', 2026, $3::timestamptz::date, $3, $2,
         $3, $2, $3)`,
      [id, author.id, new Date(`${repliedAt}+09:00`)],
    );
  }
  return id;
}

const asked = (
  consultationId: string,
  ministry: string,
  dueOn: string,
  answeredAt: string | null,
  state = 'answered',
) =>
  db().query(
    `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at, acknowledged_by,
       acknowledged_at, answered_at, cancelled_at, cancel_reason)
     VALUES ($1, $2, $3, $4, $5, '2026-10-01', $5, '2026-10-01', $6, $7, $8)`,
    [
      ...[consultationId, ministry, state, dueOn, author.id, answeredAt && new Date(`${answeredAt}+09:00`)],
      ...(state === 'cancelled' ? [new Date(), '取消し'] : [null, null]),
    ],
  );

beforeAll(async () => {
  await loadReferenceData(db());
  manager = api.as(await aPerson(db(), grant('manager')));
  desk = api.as(await aPerson(db(), grant('desk')));
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  fields = (await db().query('SELECT code FROM policy_fields ORDER BY sort LIMIT 2')).map(
    ({ code }: { code: string }) => code,
  );
  const [first = '', second = ''] = fields;

  // 10-12 is a holiday: from 10-01 to 10-15 lie 9 business days. Submitted after 17:15, a term begins a day later.
  const a = await aCase('2026-10-01T17:15', 'replied', {
    fieldCodes: [first],
    takenAt: '2026-10-02T09:00',
    repliedAt: '2026-10-15T10:00',
  });
  const b = await aCase('2026-10-01T17:16', 'closed', {
    town: NISHIIZU,
    fieldCodes: [first, second],
    takenAt: '2026-10-01T17:30',
    repliedAt: '2026-10-15T10:00',
  });
  const c = await aCase('2026-11-02T09:00', 'inquiring', { town: NISHIIZU, takenAt: '2026-11-05T09:00' });
  await aCase('2026-11-02T10:00', 'submitted');
  await aCase('2026-08-31T23:59', 'withdrawn', { fieldCodes: [second] });
  const old = await aCase('2026-03-31T10:00', 'closed', {
    year: 2025,
    fieldCodes: [first],
    takenAt: '2026-04-01T10:00',
    repliedAt: '2026-06-01T10:00',
  });
  itIs('2026-11-19T09:00');
  await aConsultation(db(), author, { state: 'draft' });

  await asked(a, 'mlit', '2026-10-09', '2026-10-09T23:59');
  await asked(a, 'maff', '2026-10-09', '2026-10-10T00:00', 'notApplicable');
  await asked(b, 'mlit', '2026-10-09', '2026-10-08T10:00');
  await asked(c, 'mlit', '2026-11-18', null, 'asked');
  await asked(c, 'maff', '2026-11-19', null, 'acknowledged');
  await asked(c, 'mic', '2026-11-18', null, 'cancelled');
  await asked(old, 'mlit', '2026-04-10', '2026-04-30T10:00');

  for (const [id, overall] of [
    [a, 5],
    [b, 4],
    [old, 4],
  ] as const) {
    await aSurveyResponse(db(), (await aSurveyInvitation(db(), id)).id, { overall });
  }
});

const dashboard = async (speaker: Speaker, query = '') => (await speaker.get<Dashboard>(`/dashboard${query}`)).body;
const total = async (href: string) => (await manager.get<{ total: number }>(href)).body?.total;

describe('the numbers', () => {
  test('by state, with business days of waiting', async () => {
    const { states } = await dashboard(manager);
    expect(states.map(({ state, count, medianDays }) => [state, count, medianDays])).toEqual([
      ['submitted', 1, 12],
      ['inquiring', 1, 12],
      ['replied', 1, 33],
      ['closed', 2, null],
      ['withdrawn', 1, null],
    ]);
  });

  test('by ministry asked, cancelled ones left out, and those for whom nobody was asked', async () => {
    const { ministries } = await dashboard(manager);
    const counts = ministries.map(({ ministry, cells }) => [
      ministry,
      cells.map(({ state, count }) => [state, count]).sort(),
    ]);
    expect(Object.fromEntries(counts)).toEqual({
      maff: [
        ['inquiring', 1],
        ['replied', 1],
      ],
      mlit: [
        ['closed', 2],
        ['inquiring', 1],
        ['replied', 1],
      ],
      none: [
        ['submitted', 1],
        ['withdrawn', 1],
      ],
    });
  });

  test('by month in Tokyo, empty months between', async () => {
    const { received } = await dashboard(manager, '?year=2026');
    expect(received.map(({ month, count }) => [month, count])).toEqual([
      ['2026-08', 1],
      ['2026-09', 0],
      ['2026-10', 2],
      ['2026-11', 2],
    ]);
  });

  test('days to the first response, the first answer of a ministry, and the reply', async () => {
    const { durations } = await dashboard(manager, '?year=2026');
    expect(
      durations.map(({ measure, count, medianDays, ninetiethDays }) => [measure, count, medianDays, ninetiethDays]),
    ).toEqual([
      ['response', 3, 1, 2],
      ['answer', 2, 4, 6],
      ['reply', 2, 8, 9],
    ]);
  });

  test('what came in time: the due day counts, what is overdue counts against, a stopped or cancelled clock not at all', async () => {
    const { timeliness } = await dashboard(manager);
    expect(
      timeliness.map(({ ministry, inTime, late, percent }) => [ministry, inTime.count, late.count, percent]),
    ).toEqual(
      expect.arrayContaining([
        ['mlit', 2, 2, 50],
        ['maff', 0, 1, 0],
      ]),
    );
    expect(timeliness).toHaveLength(2);
  });

  test('by field and prefecture', async () => {
    const all = await dashboard(manager);
    const counts = all.fields.map(({ field, cells }) => [
      field,
      cells.map(({ prefecture, count }) => [prefecture, count]),
    ]);
    expect(counts).toEqual([
      [
        fields[0],
        [
          ['010006', 2],
          ['220001', 1],
        ],
      ],
      [
        fields[1],
        [
          ['010006', 1],
          ['220001', 1],
        ],
      ],
      [
        'none',
        [
          ['010006', 1],
          ['220001', 1],
        ],
      ],
    ]);
    expect(all.prefectures.map(({ label }) => label)).toEqual(['北海道', '静岡県']);
  });

  test('of one year leave out the other', async () => {
    const { years, states, year } = await dashboard(manager, '?year=2025');
    expect([years, year, states.map(({ state, count }) => [state, count])]).toEqual([
      [2026, 2025],
      2025,
      [['closed', 1]],
    ]);
  });
});

it.each(['', '?year=2026', '?year=2025'])('every number opens exactly its rows %s', async (query) => {
  const all = await dashboard(manager, query);
  const figures: Figure[] = [
    ...all.states,
    ...all.received,
    ...all.durations,
    ...all.ministries.flatMap(({ cells }) => cells),
    ...all.fields.flatMap(({ cells }) => cells),
    ...all.timeliness.flatMap(({ inTime, late }) => [inTime, late]),
    { count: all.satisfaction?.n ?? -1, href: all.satisfaction?.href ?? '' },
  ];
  expect(figures.length).toBeGreaterThan(8);
  for (const { href, count } of figures) expect([href, await total(href)]).toEqual([href, count]);
});

it('shows the days behind a median, the longest first', async () => {
  const { body } = await manager.get<DurationPage>('/dashboard/durations?measure=reply');
  expect(body.items.map(({ days }) => days)).toEqual([40, 9, 8]);
  expect(body.items[1]).toMatchObject({ municipality: '北海道上士幌町', submittedAt: '2026-10-01T08:15:00.000Z' });
});

describe('who sees them', () => {
  test('managers with satisfaction by year; the desk only the whole, and no mean of fewer than five', async () => {
    expect((await dashboard(manager)).satisfaction).toMatchObject({ n: 3, mean: 4.3 });
    expect((await dashboard(manager, '?year=2026')).satisfaction).toMatchObject({ n: 3 });
    expect((await dashboard(desk)).satisfaction).toEqual({
      n: 3,
      mean: null,
      href: '/satisfaction?survey=consultation',
    });
    expect((await dashboard(desk, '?year=2026')).satisfaction).toBeNull();
  });

  test('nobody else', async () => {
    const others = await Promise.all([
      aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('ministry', { ministryId: 'mlit' })),
      aPerson(db(), grant('prefecture', { municipalityCode: '010006' })),
      aPerson(db(), grant('officer', { municipalityCode: KAMISHIHORO })),
      aPerson(db(), grant('secretariat')),
      aPerson(db(), grant('admin')),
    ]);
    for (const person of others) {
      expect((await api.as(person).get('/dashboard')).status).toBe(403);
      expect((await api.as(person).get('/dashboard/durations')).status).toBe(403);
    }
  });

  test('what was made for managers is not given to the desk', async () => {
    const [forManager, forDesk] = await Promise.all([dashboard(manager), dashboard(desk)]);
    expect(forManager.satisfaction?.mean).not.toEqual(forDesk.satisfaction?.mean);
  });
});
