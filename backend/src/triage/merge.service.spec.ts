import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, type Person } from '../../test/desk-scene.js';
import type { ConsultationDetail } from '../contract/consultations.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  people = await aDesk(db());
});
beforeEach(() => {
  itIs('2026-11-20T10:00');
});

const reason = '同じ内容の相談が先に届いているため。';
const step = (person: Person, id: string, action: string, body?: object) =>
  api.as(person).post(`/consultations/${id}/${action}`, body);
const look = async (person: Person, id: string) =>
  (await api.as(person).get<ConsultationDetail>(`/consultations/${id}`)).body;

describe('merging', () => {
  const open = (traits = {}) => aCase(db(), people.town, { state: 'checking', ...traits });
  const merge = (id: string, into: string, person = people.desk) => step(person, id, 'merge', { into, reason });

  it('points to the case that goes on, and back', async () => {
    const [id, into] = [await open(), await open()];
    expect((await merge(id, into)).status).toBe(204);
    expect(await look(people.town, id)).toMatchObject({ state: 'merged', mergedInto: { id: into } });
    expect(await look(people.town, into)).toMatchObject({ merges: [{ id }] });
    await step(people.desk, id, 'unmerge', { reason });
    expect(await look(people.town, id)).toMatchObject({ state: 'checking', mergedInto: null });
    expect(await look(people.town, into)).toMatchObject({ merges: [] });
  });

  it('is never with itself, with what is over, with what nobody submitted, or in a chain', async () => {
    const [id, into, third] = [await open(), await open(), await open()];
    const refused = async (from: string, target: string) => (await merge(from, target)).problem.fields?.into;
    expect(await refused(id, id)).toMatch(/別の/);
    expect(await refused(id, await aCase(db(), people.town, { state: 'draft' }))).toMatch(/見つかりません/);
    expect(await refused(id, await open({ state: 'closed' }))).toMatch(/対応中/);
    await merge(id, into);
    expect(await refused(third, id)).toMatch(/対応中/);
    expect((await merge(into, third)).problem.detail).toMatch(/統合されています/);
  });

  it('stays where the town can follow', async () => {
    const [id, foreign] = [await open(), await open({ municipalityCode: NISHIIZU })];
    expect((await merge(id, foreign)).problem.fields?.into).toMatch(/構成団体/);
    await db().query(`INSERT INTO consultation_members VALUES ($1, '016331')`, [foreign]);
    expect((await merge(id, foreign)).status).toBe(204);
    expect(await look(people.town, id)).toMatchObject({ mergedInto: { id: foreign } });
  });

  it('in both directions at once happens in one', async () => {
    const [id, into] = [await open(), await open()];
    const answers = await Promise.all([merge(id, into), merge(into, id, people.colleague)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 422]);
  });

  it('is not for the town', async () => {
    expect((await merge(await open(), await open(), people.town)).status).toBe(403);
  });
});
