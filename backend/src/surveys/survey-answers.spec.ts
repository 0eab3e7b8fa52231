import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, aSurveyInvitation, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { SurveySheet } from '../contract/surveys.js';
import { signLink } from '../platform/signing.js';
import { loadReferenceData } from '../reference-data.js';
import { SurveyAnswersService } from './survey-answers.service.js';

const db = testDatabase();
beforeAll(() => loadReferenceData(db()));
const api = testApi(db);

const SECRET = 'a secret for tests that is long enough';
const link = (id: string) => `/surveys/answer/${signLink(SECRET, 'survey', id)}`;
const rows = (table: string, id: string): Promise<Record<string, unknown>[]> =>
  db().query(`SELECT * FROM ${table} WHERE invitation_id = $1`, [id]);

let consultation: string;
let invitation: string;
beforeEach(async () => {
  itIs('2026-11-20T09:00');
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  consultation = (await aConsultation(db(), town, { state: 'closed', title: '自動運転バス' })).id;
  invitation = (await aSurveyInvitation(db(), consultation, { closesOn: '2026-12-04' })).id;
});

describe('the link of a mail', () => {
  it('opens the questions and says no more of the case than number and title', async () => {
    const { status, body } = await api.nobody.get<SurveySheet>(link(invitation));
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'open', title: '自動運転バス', closesOn: '2026-12-04' });
    expect(body.questions.map(({ id }) => id)).toEqual([
      ...['overall', 'clarity', 'speed', 'concreteness', 'meeting', 'next', 'comment'],
    ]);
    expect(Object.keys(body).sort()).toEqual(['closesOn', 'name', 'number', 'questions', 'state', 'title']);
  });

  it.each(['x', 'a.b', '../../me', '00000000-0000-0000-0000-000000000000.AAAA', '%00', 'a'.repeat(99)])(
    'is not found when it is not ours: %s',
    async (token) => {
      const path = `/surveys/answer/${encodeURIComponent(token)}`;
      expect((await api.nobody.get(path)).status).toBe(404);
      expect((await api.nobody.post(path, { answers: { overall: 5 } })).status).toBe(404);
    },
  );

  it('made for another purpose does not open a survey', async () => {
    const path = `/surveys/answer/${signLink(SECRET, 'password', invitation)}`;
    expect((await api.nobody.get(path)).status).toBe(404);
  });
});

describe('an answer', () => {
  it('is kept once, with points as numbers', async () => {
    const answers = { overall: '4', meeting: 'notApplicable', next: 'apply', comment: '' };
    expect((await api.nobody.post(link(invitation), { answers })).status).toBe(204);
    expect(await rows('survey_responses', invitation)).toMatchObject([
      { score: 4, answers: { overall: 4, meeting: 'notApplicable', next: 'apply' } },
    ]);
    expect((await api.nobody.get<SurveySheet>(link(invitation))).body).toMatchObject({
      state: 'answered',
      questions: [],
    });
  });

  it('cannot be given twice', async () => {
    await api.nobody.post(link(invitation), { answers: { overall: 5 } });
    const second = await api.nobody.post(link(invitation), { answers: { overall: 1 } });
    expect([second.status, second.problem.detail]).toEqual([409, '回答済みです。再度の回答は不要です。']);
    expect(await rows('survey_responses', invitation)).toMatchObject([{ score: 5 }]);
  });

  it('pressed fifty times at once is one answer and one task', async () => {
    const service = api.app().get(SurveyAnswersService);
    const token = signLink(SECRET, 'survey', invitation);
    const presses = Array.from({ length: 50 }, () => service.answer(token, { overall: 2 }));
    const results = await Promise.allSettled(presses);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refusals = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []));
    expect(new Set(refusals)).toEqual(new Set(['survey.answered']));
    expect(await rows('survey_responses', invitation)).toHaveLength(1);
    expect(
      await db().query(
        `SELECT 1 FROM follow_up_tasks t JOIN survey_responses r ON r.id = t.response_id WHERE r.invitation_id = $1`,
        [invitation],
      ),
    ).toHaveLength(1);
  });

  it('is taken until the end of the last day, and refused clearly afterwards', async () => {
    itIs('2026-12-04T23:59');
    expect((await api.nobody.get<SurveySheet>(link(invitation))).body.state).toBe('open');
    itIs('2026-12-05T00:00');
    expect((await api.nobody.get<SurveySheet>(link(invitation))).body).toMatchObject({
      state: 'closed',
      questions: [],
    });
    const late = await api.nobody.post(link(invitation), { answers: { overall: 5 } });
    expect([late.status, late.problem.detail]).toEqual([
      409,
      '回答の受付は終了しました。ご意見は、相談窓口へお寄せください。',
    ]);
    expect(await rows('survey_responses', invitation)).toEqual([]);
  });

  it('without the main question names what is missing and keeps nothing', async () => {
    const refused = await api.nobody.post(link(invitation), { answers: { clarity: '4' } });
    expect([refused.status, refused.problem.fields]).toEqual([
      422,
      { 'answers.overall': '「総合満足度」を選んでください' },
    ]);
    expect(await rows('survey_responses', invitation)).toEqual([]);
  });

  test.each([
    [2, 1],
    [3, 0],
  ])('of %i points makes %i task', async (overall, tasks) => {
    await api.nobody.post(link(invitation), { answers: { overall } });
    const made = await db().query(
      'SELECT 1 FROM follow_up_tasks t JOIN survey_responses r ON r.id = t.response_id WHERE r.invitation_id = $1',
      [invitation],
    );
    expect(made).toHaveLength(tasks);
  });

  it('stands in the trail without its content, and in nobody’s history', async () => {
    await api.nobody.post(link(invitation), { answers: { overall: 1, comment: '遅い' } });
    expect(
      await db().query('SELECT type, audience, data, reason, actor_id FROM events WHERE subject_id = $1', [invitation]),
    ).toEqual([{ type: 'survey.answer', audience: 'none', data: {}, reason: null, actor_id: null }]);
  });
});

it('refuses a flood from one address', async () => {
  const statuses = await Promise.all(Array.from({ length: 70 }, () => api.nobody.get(link(invitation))));
  expect(statuses.some(({ status }) => status === 429)).toBe(true);
  expect(statuses.find(({ status }) => status === 429)?.problem.title).toBe('しばらく待ってください');
});
