import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk } from '../../test/desk-scene.js';
import type { Acceptance, ChosenPage } from '../contract/suggestions.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

/** [kind, subject, verdict, when, undone] */
const CHOICES: [string, string, string, string, boolean][] = [
  ...Array.from({ length: 9 }, (): [string, string, string, string, boolean] => [
    ...(['ministry', 'mlit', 'taken', '2026-06-15T10:00+09:00', false] as const),
  ]),
  ['ministry', 'mlit', 'rejected', '2026-06-30T23:30+09:00', false],
  ['ministry', 'mlit', 'rejected', '2026-07-01T00:30+09:00', false],
  ['ministry', 'nta', 'taken', '2026-07-02T10:00+09:00', false],
  ['ministry', 'nta', 'taken', '2026-07-02T11:00+09:00', true],
  ['measure', 'M25-Aa-1-05', 'rejected', '2026-07-03T10:00+09:00', false],
  ['ministry', 'nta', 'rejected', '2026-03-31T23:59+09:00', false],
];

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  for (const [kind, subject, verdict, at, undone] of CHOICES) {
    const id = await aCase(db(), people.town, { state: 'checking', owner: people.desk });
    await db().query(
      `INSERT INTO suggestion_choices (consultation_id, kind, ministry_id, measure_id, measure_label, verdict, rank, knowledge,
         chosen_by, chosen_at, undone_by, undone_at)
       VALUES ($1, $2, $3, $4, $5, $6, 1, 0, $7, $8, $9, $10)`,
      [
        ...[id, kind, ...(kind === 'ministry' ? [subject, null, null] : [null, subject, '施策'])],
        ...[verdict, people.desk.id, at, undone ? people.desk.id : null, undone ? at : null],
      ],
    );
  }
});

const figures = async (query = '') =>
  (await api.as(people.manager).get<Acceptance>(`/suggestions/acceptance${query}`)).body;

describe('how many suggestions the desk took', () => {
  it('counts what stands in the 年度, and gives a rate only where enough was decided', async () => {
    const { year, years, kinds, ministries, months } = await figures();
    expect([year, years]).toEqual([2026, [2026, 2025]]);
    const short = (rows: Acceptance['kinds']) =>
      rows.map(({ key, taken, rejected, percent }) => [key, taken.count, rejected.count, percent]);
    expect(short(kinds).sort()).toEqual([
      ['measure', 0, 1, null],
      ['ministry', 10, 2, 83.3],
    ]);
    expect(short(ministries).sort()).toEqual([
      ['mlit', 9, 2, 81.8],
      ['nta', 1, 0, null],
    ]);
    expect(short(months)).toEqual([
      ['2026-06', 9, 1, 90],
      ['2026-07', 1, 2, null],
    ]);
  });

  it('counts an evening of 31 March in the old 年度', async () => {
    const { ministries } = await figures('?year=2025');
    expect(ministries).toMatchObject([{ key: 'nta', taken: { count: 0 }, rejected: { count: 1 } }]);
  });

  it('opens exactly the rows of every number', async () => {
    for (const query of ['', '?year=2025']) {
      const { kinds, ministries, months } = await figures(query);
      for (const { taken, rejected } of [...kinds, ...ministries, ...months])
        for (const { count, href } of [taken, rejected]) {
          const [, address] = href.split('?');
          const { body } = await api.as(people.manager).get<ChosenPage>(`/suggestions/choices?${address}`);
          expect({ href, total: body.total, rows: body.items.length }).toEqual({ href, total: count, rows: count });
        }
    }
  });

  it('saves the same numbers as a file, and the trail knows it', async () => {
    const { text, status } = await api.as(people.manager).get('/suggestions/acceptance.csv');
    expect(status).toBe(200);
    expect(text).toContain('2026,府省庁,mlit,国土交通省,9,2,81.8,');
    expect(text).toContain('2026,候補の種類,measure,施策,0,1,,採否が10件未満のため率を出さない');
    const [{ n }] = await db().query(`SELECT count(*)::int AS n FROM events WHERE type = 'suggestion.export'`);
    expect(n).toBe(1);
  });

  it('is for the desk and its managers', async () => {
    for (const who of ['town', 'meti', 'secretariat', 'admin'] as const)
      expect((await api.as(people[who]).get('/suggestions/acceptance')).status).toBe(403);
  });
});
