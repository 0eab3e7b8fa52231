import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { anApplication } from '../../test/application-scene.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aRound } from '../../test/round-scene.js';
import { aTeamSurvey } from '../../test/team-survey-scene.js';
import { Clock } from '../calendar/clock.js';
import type { TeamSurveyKind, TeamSurveyReport } from '../contract/team-surveys.js';
import { loadReferenceData } from '../reference-data.js';
import { formTeams } from '../teams/form-teams.js';

/** The published figures of 伴走支援 (domain.md §5). Distributions were not printed: these are made up, with sums that round so. */
const db = testDatabase();
const api = testApi(db);

/** 263 points of 57, and 537 of 125. */
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

let secretariat: Awaited<ReturnType<typeof aPerson>>;
const ids = new Map<TeamSurveyKind, string>();

/** Sixty teams of three, as in R7. */
async function sixtyTeams(): Promise<string> {
  const { id: roundId } = await aRound(db(), secretariat.id, { state: 'running' });
  const towns: { code: string }[] = await db().query(
    `SELECT code FROM municipalities WHERE kind <> 'prefecture' ORDER BY code LIMIT 60`,
  );
  const teams: { municipality: string; officers: string[] }[] = [];
  for (const { code } of towns) {
    const { id } = await anApplication(db(), roundId, secretariat.id, { state: 'chosen', code });
    const officers: string[] = [];
    for (let one = 0; one < 3; one++) {
      const officer = await aPerson(db(), grant('officer'));
      officers.push((await anApplication(db(), roundId, officer.id, { kind: 'officer', state: 'submitted' })).id);
    }
    teams.push({ municipality: id, officers });
  }
  await db().transaction((tx) => formTeams(tx, { roundId, teams, at: new Clock().now() }));
  return roundId;
}

async function answered(
  roundId: string,
  survey: TeamSurveyKind,
  points: Record<string, number>,
  more = (_: number) => ({}),
) {
  const { id, tokens } = await aTeamSurvey(db(), secretariat.id, { roundId, survey });
  ids.set(survey, id);
  const scores = Object.entries(points).flatMap(([point, n]) => Array<number>(n).fill(Number(point)));
  for (const [at, overall] of scores.entries()) {
    const answers = { overall, ...more(at) };
    expect((await api.nobody.post(`/team-surveys/answer/${tokens[at]}`, { answers })).status).toBe(204);
  }
}

beforeAll(async () => {
  itIs('2026-12-01T10:00');
  await loadReferenceData(db());
  secretariat = await aPerson(db(), grant('secretariat'));
  const roundId = await sixtyTeams();
  await answered(roundId, 'companion-town', TOWNS);
  await answered(roundId, 'companion-officer', OFFICERS, (at) => {
    return { reasons: REASONS.filter(([, count]) => at < count).map(([id]) => id) };
  });
  itIs('2026-12-16T09:00');
});
const report = async (survey: TeamSurveyKind) =>
  (await api.as(secretariat).get<TeamSurveyReport>(`/team-surveys/${ids.get(survey)}`)).body;

describe('towns', () => {
  it('57 answers of 60: mean 4.6, response rate 95.0 %', async () => {
    const { n, invited, responseRate, questions } = await report('companion-town');
    expect([n, invited, responseRate, questions[0]?.mean]).toEqual([57, 60, 95, 4.6]);
    expect(questions[0]?.published).toEqual({ mean: '4.6', n: 57 });
    const counts = questions[0]?.shares.map(({ value, count }) => [value, count]);
    expect(Object.fromEntries(counts ?? [])).toEqual({ ...TOWNS, 2: 0, 1: 0 });
  });
});

describe('officers', () => {
  it('125 answers of 180: mean 4.3, response rate 69.4 %', async () => {
    const { n, invited, responseRate, questions } = await report('companion-officer');
    expect([n, invited, responseRate, questions[0]?.mean]).toEqual([125, 180, 69.4, 4.3]);
  });

  test('the twelve reasons, in percent of the 125; the fourth is 28.8, and 29.0 is only a quotation', async () => {
    const { questions } = await report('companion-officer');
    const reasons = questions.find(({ id }) => id === 'reasons');
    expect(reasons?.shares.map(({ value, count, percent, published }) => [value, count, percent, published])).toEqual(
      REASONS,
    );
    const marks = REASONS.reduce((sum, [, count]) => sum + count, 0);
    expect(reasons?.shares.reduce((sum, { count }) => sum + count, 0)).toBe(marks);
    expect([marks, marks / 125]).toEqual([364, 2.912]);
  });
});

test('the file bears the same numbers, in both encodings', async () => {
  const file = (encoding: string) =>
    api.as(secretariat).get(`/team-surveys/${ids.get('companion-officer')}/figures.csv?encoding=${encoding}`);
  const { text } = await file('utf-8');
  expect(text.startsWith('\uFEFF調査,条件,')).toBe(true);
  const forExcel = new TextDecoder('shift_jis').decode((await file('shift_jis')).bytes);
  expect(forExcel).toBe(text.slice(1).replaceAll('〜', '～'));
  const rows = text.split('\r\n').map((line) => line.split(','));
  const named = (question: string, value: string) =>
    rows.find((row) => row[5] === question && row[6] === value)?.slice(8, 12);
  expect(named('回収', '')).toEqual(['125', '180', '69.4', '']);
  expect(named('全体評価', '')).toEqual(['125', '125', '', '4.3']);
  expect(named('全体評価', '5')).toEqual(['50', '125', '40', '']);
  expect(named('全体評価の理由', 'valued')).toEqual(['36', '125', '28.8', '']);
});
