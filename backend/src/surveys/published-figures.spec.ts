import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import type { SatisfactionReport } from '../contract/satisfaction.js';
import { loadReferenceData } from '../reference-data.js';

/** The published figures of 伴走支援 (domain.md §5). Distributions were not printed: these are made up, with sums that round so. */
const db = testDatabase();
const api = testApi(db);

const TOWNS = { 5: 37, 4: 18, 3: 2 };
const OFFICERS = { 5: 50, 4: 63, 3: 11, 2: 1 };
const REASONS: [id: string, count: number, percent: number, published: string][] = [
  ['field', 116, 92.8, '92.8'],
  ['team', 77, 61.6, '61.6'],
  ['insight', 57, 45.6, '45.6'],
  ['valued', 36, 28.8, '29.0'],
  ['expertise', 28, 22.4, '22.4'],
  ['hours', 16, 12.8, '12.8'],
  ['burden', 12, 9.6, '9.6'],
  ['no-expertise', 8, 6.4, '6.4'],
  ['no-team', 6, 4.8, '4.8'],
  ['unrelated', 4, 3.2, '3.2'],
  ['not-valued', 2, 1.6, '1.6'],
  ['no-field', 2, 1.6, '1.6'],
];

async function answered(
  survey: string,
  distribution: Record<string, number>,
  asked: number,
  more = (_: number) => ({}),
) {
  const points = Object.entries(distribution).flatMap(([point, n]) => Array<number>(n).fill(Number(point)));
  await db().query(
    `WITH sheets AS (SELECT gen_random_uuid() AS id, a, n FROM jsonb_array_elements($2::jsonb) WITH ORDINALITY x (a, n)),
       invited AS (INSERT INTO survey_invitations (id, survey, version, invited_at, closes_on, answered_at)
         SELECT id, $1, 1, $3, '2026-10-31', CASE WHEN a <> 'null' THEN $3::timestamptz END FROM sheets)
     INSERT INTO survey_responses (survey, version, invitation_id, answers, answered_at)
     SELECT $1, 1, id, a, $3 FROM sheets WHERE a <> 'null'`,
    [
      survey,
      JSON.stringify(
        Array.from({ length: asked }, (_, i) => (i < points.length ? { overall: points[i], ...more(i) } : null)),
      ),
      new Date('2026-10-01T09:00+09:00'),
    ],
  );
}

let manager: ReturnType<typeof api.as>;
beforeAll(async () => {
  await loadReferenceData(db());
  await answered('companion-town', TOWNS, 60);
  const reasonsOf = (i: number) => ({ reasons: REASONS.filter(([, count]) => i < count).map(([id]) => id) });
  await answered('companion-officer', OFFICERS, 180, reasonsOf);
  manager = api.as(await aPerson(db(), grant('manager')));
});
const report = async (survey: string) => (await manager.get<SatisfactionReport>(`/satisfaction?survey=${survey}`)).body;

describe('towns', () => {
  it('57 answers of 60: mean 4.6, response rate 95.0 %', async () => {
    const { n, invited, responseRate, questions } = await report('companion-town');
    expect([n, invited, responseRate, questions[0]?.mean]).toEqual([57, 60, 95, 4.6]);
    expect(questions[0]?.published).toEqual({ mean: '4.6', n: 57 });
    expect(questions[0]?.shares.map(({ value, count }) => [value, count])).toEqual([
      ...[
        ['5', 37],
        ['4', 18],
        ['3', 2],
        ['2', 0],
        ['1', 0],
      ],
    ]);
  });
});

describe('officers', () => {
  it('125 answers of 180: mean 4.3, response rate 69.4 %', async () => {
    const { n, responseRate, questions } = await report('companion-officer');
    expect([n, responseRate, questions[0]?.mean]).toEqual([125, 69.4, 4.3]);
  });

  test('the twelve reasons, in percent of the 125; the fourth is 28.8, and 29.0 is only a quotation', async () => {
    const { questions } = await report('companion-officer');
    const reasons = questions.find(({ id }) => id === 'reasons');
    expect(reasons?.n).toBe(125);
    expect(reasons?.shares.map(({ value, count, percent, published }) => [value, count, percent, published])).toEqual(
      REASONS,
    );
  });
});

test('the file bears the same numbers', async () => {
  const { text, headers } = await manager.get('/satisfaction.csv?survey=companion-officer');
  expect(headers['content-type']).toBe('text/csv; charset=utf-8');
  expect(text.startsWith('\uFEFF調査,条件,')).toBe(true);
  const rows = text.split('\r\n').map((line) => line.split(','));
  const named = (question: string, value: string) =>
    rows.find((row) => row[5] === question && row[6] === value)?.slice(8, 12);
  expect(named('回収', '')).toEqual(['125', '180', '69.4', '']);
  expect(named('全体評価', '')).toEqual(['125', '125', '', '4.3']);
  expect(named('全体評価', '5')).toEqual(['50', '125', '40', '']);
  expect(named('全体評価の理由', 'valued')).toEqual(['36', '125', '28.8', '']);
});
