import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { violations } from '../../src/audit/invariants.js';
import { testApi } from '../api.js';
import { testDatabase } from '../database.js';
import { aFilledKarte, aTownAndADesk } from './submitting.js';

const FIFTY = Array.from({ length: 50 }, (_, index) => index);
const LONG = 120_000;

afterEach(async () => expect(await violations(db())).toEqual([]));

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aTownAndADesk>>;

beforeAll(async () => {
  people = await aTownAndADesk(db(), api);
});

const serials = async (): Promise<number[]> => {
  const rows: { serial: number }[] = await db().query(
    'SELECT serial FROM consultations WHERE serial IS NOT NULL ORDER BY serial',
  );
  return rows.map(({ serial }) => serial);
};

const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status).sort();

describe('submitting', () => {
  it(
    'the same カルテ fifty times at once gives one number, one submission, one event',
    async () => {
      const { id, submit } = await aFilledKarte(people.town);
      const answers = await Promise.all(FIFTY.map(submit));
      expect(statuses(answers)).toEqual([200, ...FIFTY.slice(1).map(() => 409)]);
      expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch(/[ぁ-ん]/);
      expect(await serials()).toEqual([1]);
      const [{ submissions, events }] = await db().query(
        `SELECT (SELECT count(*)::int FROM submissions WHERE consultation_id = $1) AS submissions,
                (SELECT count(*)::int FROM events WHERE consultation_id = $1 AND type = 'consultation.submit') AS events`,
        [id],
      );
      expect([submissions, events]).toEqual([1, 1]);
    },
    LONG,
  );

  it(
    'fifty カルテ at once gives fifty numbers in a row',
    async () => {
      const kartes = [];
      for (const _ of FIFTY) kartes.push(await aFilledKarte(people.town));
      const answers = await Promise.all(kartes.map(({ submit }) => submit()));
      expect(statuses(answers)).toEqual(FIFTY.map(() => 200));
      expect(await serials()).toEqual(FIFTY.concat(50).map((index) => index + 1));
    },
    LONG,
  );
});

describe('two desks at one case at once', () => {
  const desk = (index: number) => people.desks[index] ?? fail();
  const step = (index: number, path: string, body: object = {}) => desk(index).post(path, body);

  async function aTakenCase() {
    const { id, submit } = await aFilledKarte(people.town);
    await submit();
    const path = `/consultations/${id}`;
    const taken = await Promise.all([step(0, `${path}/take`), step(1, `${path}/take`)]);
    return { id, path, taken };
  }
  const triage = (ownerId: string) => ({ fieldCodes: ['transport'], priority: 'normal', ownerId });
  const owner = async (id: string) =>
    (await db().query('SELECT owner_id FROM consultations WHERE id = $1', [id]))[0].owner_id;

  it('one takes it, one routes it; the other is told that somebody was faster', async () => {
    const { id, path, taken } = await aTakenCase();
    expect(statuses(taken)).toEqual([204, 409]);
    expect(await owner(id)).toBe(desk(taken[0].status === 204 ? 0 : 1).id);

    const routed = await Promise.all([0, 1].map((n) => step(n, `${path}/triage`, triage(desk(n).id))));
    expect(statuses(routed)).toEqual([204, 409]);
    expect(await owner(id)).toBe(desk(routed[0]?.status === 204 ? 0 : 1).id);
    const told = routed.find(({ status }) => status === 409)?.problem;
    expect(told?.detail).toMatch(/状態/);
  });

  it('the same questions go to the same ministry once', async () => {
    const { path, id } = await aTakenCase();
    await step(0, `${path}/triage`, triage(desk(0).id));
    const { items } = (await desk(0).get<{ items: { id: string }[] }>(`${path}/questions`)).body;
    const ask = { asks: [{ ministryId: 'mlit', questionRowIds: items.map((one) => one.id) }] };
    const asked = await Promise.all([0, 1].map((n) => step(n, `${path}/inquiries`, ask)));
    expect(statuses(asked)).toEqual([201, 422]);
    const refused = asked.find(({ status }) => status === 422)?.problem;
    expect(refused?.fields?.['asks.0.questionRowIds']).toMatch('照会済み');
    const inquiries = await db().query('SELECT id FROM inquiries WHERE consultation_id = $1', [id]);
    expect(inquiries).toHaveLength(1);
  });

  it('one returns it while the other routes it, both from the same screen: never both', async () => {
    const { id, path } = await aTakenCase();
    const [{ since }] = await db().query(
      `SELECT to_char(state_since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS since FROM consultations WHERE id = $1`,
      [id],
    );
    const items = [{ item: 'vision', reason: '目指す姿をもう少し詳しく書いてください。' }];
    const answers = await Promise.all([
      step(0, `${path}/return`, { since, items }),
      step(1, `${path}/triage`, { since, ...triage(desk(1).id) }),
    ]);
    expect(statuses(answers)).toEqual([204, 409]);
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toMatch('状態');
  });
});

function fail(): never {
  throw new Error('there are two desks');
}
