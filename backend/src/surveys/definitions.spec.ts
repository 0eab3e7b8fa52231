import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, aSurveyInvitation, aSurveyResponse, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { SatisfactionReport } from '../contract/satisfaction.js';
import type { NewSurveyVersion, SurveyDefinitions, SurveyQuestion } from '../contract/surveys.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
let admin: Speaker;
let manager: Speaker;
let first: SurveyDefinitions['items'][number];

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  admin = api.as(await aPerson(db(), grant('admin')));
  manager = api.as(await aPerson(db(), grant('manager')));
  first = await newest();
});

const newest = async () => {
  const { items } = (await admin.get<SurveyDefinitions>('/survey-definitions')).body;
  const [item] = items.filter(({ survey }) => survey === 'consultation');
  if (!item) throw new Error('no survey');
  return item;
};
const add = (change: Partial<NewSurveyVersion>, speaker = admin) => {
  const { name, closesAfterDays, remindAfterDays, questions } = first;
  const version = {
    basedOn: first.version,
    name,
    closesAfterDays,
    remindAfterDays,
    questions,
    validFrom: '2027-04-01',
  };
  return speaker.post<{ version: number }>('/survey-definitions/consultation', { ...version, ...change });
};
const again: Extract<SurveyQuestion, { kind: 'choice' }> = {
  ...{ id: 'again', kind: 'choice', label: '再利用', text: 'また相談したいと思いますか。', required: true },
  choices: [
    { id: 'yes', label: 'はい' },
    { id: 'no', label: 'いいえ' },
  ],
};
const scale = (id: string, required: boolean): SurveyQuestion => {
  return { id, kind: 'scale', label: id, text: id, required, words: ['5', '4', '3', '2', '1'] };
};
const SCALES = [scale('overall', true), scale('clarity', false)] as const;

describe('a new version', () => {
  const [main, second] = SCALES;
  test.each<[string, Partial<NewSurveyVersion>]>([
    ['questions.0.id', { questions: [again] }],
    ['questions.1.id', { questions: [main, main] }],
    ['questions.1.kind', { questions: [main, { ...again, id: second.id }] }],
    ['questions.1.choices', { questions: [main, { ...again, choices: [{ id: 'yes', label: 'はい' }] }] }],
    ['remindAfterDays', { remindAfterDays: 15 }],
    ['validFrom', { validFrom: '2026-11-19' }],
  ])('is refused for %s', async (field, change) => {
    const answer = await add(change);
    expect([answer.status, Object.keys(answer.problem.fields ?? {})]).toEqual([422, [field]]);
  });

  it('is for administrators only, and of a survey that is there', async () => {
    expect((await add({}, manager)).status).toBe(403);
    expect((await manager.get('/survey-definitions')).status).toBe(200);
    expect((await admin.post('/survey-definitions/other', {})).status).toBe(422);
  });

  it('is asked from its day on; who was asked before answers the old one, and reports keep both', async () => {
    const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
    const { id } = await aConsultation(db(), town, { state: 'closed' });
    const asked = await aSurveyInvitation(db(), id);
    await aSurveyResponse(db(), asked.id, { overall: 4, clarity: 3 });

    const kept = first.questions.filter((question) => question.id !== 'clarity');
    expect((await add({ questions: [...kept, again] })).body).toEqual({ version: 2 });
    expect((await add({})).status).toBe(409);
    expect(await newest()).toMatchObject({ version: 2, validFrom: '2027-04-01', used: false });

    const before = (await manager.get<SatisfactionReport>('/satisfaction')).body.questions;
    expect(before.map((question) => question.id)).toEqual(first.questions.map((question) => question.id));
    itIs('2027-04-01T09:00');
    manager = api.as(await aPerson(db(), grant('manager')));
    const { questions } = (await manager.get<SatisfactionReport>('/satisfaction')).body;
    expect(questions.map((question) => question.id)).toEqual([
      ...kept.map((question) => question.id),
      'again',
      'clarity',
    ]);
    expect(questions.at(-1)).toMatchObject({ n: 1, mean: 3 });
    expect((await manager.get('/satisfaction/responses.csv')).text).toContain('回答の分かりやすさ（点）');
    expect((await db().query(`SELECT data FROM events WHERE type = 'survey.define'`))[0].data).toMatchObject({
      version: 2,
    });
  });
});
