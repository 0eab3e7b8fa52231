import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { ROUND_STATE_LABEL, type Round, RoundAction, RoundState } from '../contract/rounds.js';
import { nextRoundState, ROUND_LIFECYCLE } from './lifecycle.js';

const db = testDatabase();
const api = testApi(db);
let secretariat: ReturnType<typeof api.as>;
let manager: ReturnType<typeof api.as>;
let town: ReturnType<typeof api.as>;
let id: string;

beforeAll(async () => {
  itIs('2027-02-19T16:30');
  secretariat = api.as(await aPerson(db(), grant('secretariat')));
  manager = api.as(await aPerson(db(), grant('manager')));
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
  id = (await secretariat.post<{ id: string }>('/rounds', { fiscalYear: 2027 })).body.id;
});

const pairs = RoundState.options.flatMap((from) => RoundAction.options.map((action) => ({ from, action })));
test.each(pairs)('$action from $from moves only along the table', ({ from, action }) => {
  const { from: allowed, to } = ROUND_LIFECYCLE[action];
  if (allowed.includes(from)) expect(nextRoundState(from, action)).toBe(to);
  else expect(() => nextRoundState(from, action)).toThrow('現在の段階では');
});

test('every state but the first is reached, and every state but the last is left', () => {
  const steps = Object.values(ROUND_LIFECYCLE);
  const states = Object.keys(ROUND_STATE_LABEL) as RoundState[];
  expect(states.filter((state) => !steps.some(({ to }) => to === state))).toEqual(['preparing']);
  expect(states.filter((state) => !steps.some(({ from }) => from.includes(state)))).toEqual(['ended']);
});

const read = async (who = secretariat) => (await who.get<Round>(`/rounds/${id}`)).body;

/** The round as the screen sends it back. */
async function saved(change: (content: Record<string, unknown>) => object) {
  const { version, name, places, populationLimit, calendar, calls, inside } = await read();
  const { counts: _, ...settings } = inside ?? fail();
  const content = { version, name, places, populationLimit, calendar, calls, ...settings };
  return secretariat.put(`/rounds/${id}`, { ...content, ...change(content) });
}

function fail(): never {
  throw new Error('the secretariat reads the settings');
}

describe('a new round', () => {
  it('has the calendar of its 年度, two calls and the default weights', async () => {
    const round = await read();
    expect(round).toMatchObject({
      fiscalYear: 2027,
      name: '令和9年度 地方創生伴走支援',
      places: 60,
      state: 'preparing',
    });
    expect(round.calls.map(({ kind, closesAt }) => [kind, closesAt])).toEqual([
      ['town', '2027-02-19T08:00:00.000Z'],
      ['officer', '2027-02-19T08:00:00.000Z'],
    ]);
    expect(round.calendar.find(({ key }) => key === 'termEnds')?.on).toBe('2028-03-31');
    expect(round.inside?.weights).toMatchObject({ coverage: 60, tie: 15 });
  });

  it('is not seen by towns before the calls are made public', async () => {
    expect((await town.get(`/rounds/${id}`)).status).toBe(404);
    expect((await town.get<{ total: number }>('/rounds')).body.total).toBe(0);
  });

  it('stands once for a 年度', async () => {
    const again = await secretariat.post('/rounds', { fiscalYear: 2027 });
    expect([again.status, again.problem.fields?.fiscalYear]).toEqual([422, expect.stringContaining('登録済み')]);
  });

  it('is edited with an optimistic version', async () => {
    const stale = await read();
    expect((await saved(() => ({ places: 50 }))).status).toBe(204);
    expect((await saved(() => ({ version: stale.version }))).status).toBe(409);
    expect((await read()).places).toBe(50);
  });

  it.each([
    [
      'a closing before the opening',
      { opensAt: '2027-02-20T10:00:00+09:00', closesAt: '2027-02-19T17:00:00+09:00' },
      422,
    ],
    ['seconds in a closing time', { closesAt: '2027-02-19T17:00:30+09:00' }, 422],
    ['a version that the form does not have', { formVersion: 99 }, 422],
  ])('refuses %s', async (_, change, status) => {
    const answer = await saved(({ calls }) => ({ calls: (calls as object[]).map((call) => ({ ...call, ...change })) }));
    expect(answer.status).toBe(status);
  });
});

describe('the steps of a round', () => {
  it('are taken by whom the table names, and closing waits for the last minute of the calls', async () => {
    expect((await manager.post(`/rounds/${id}/steps/open`, {})).status).toBe(403);
    expect((await secretariat.post(`/rounds/${id}/steps/open`, {})).status).toBe(204);
    expect((await town.get<Round>(`/rounds/${id}`)).body.inside).toBeNull();
    itIs('2027-02-19T16:59:59');
    const early = await secretariat.post(`/rounds/${id}/steps/close`, {});
    expect([early.status, early.problem.code]).toEqual([409, 'round.call_running']);
    itIs('2027-02-19T17:00');
    expect((await secretariat.post(`/rounds/${id}/steps/close`, {})).status).toBe(204);
    expect((await read()).state).toBe('closed');
    const events = await db().query(`SELECT type FROM events WHERE subject_id = $1 ORDER BY id`, [id]);
    expect(events.map(({ type }: { type: string }) => type)).toEqual([
      ...['round.create', 'round.edit', 'round.open', 'round.close'],
    ]);
  });

  it('cannot settle a selection in which nothing was decided', async () => {
    expect((await secretariat.post(`/rounds/${id}/steps/startSelection`, {})).status).toBe(204);
    const answer = await manager.post(`/rounds/${id}/steps/settleSelection`, {});
    expect([answer.status, answer.problem.code]).toEqual([409, 'round.undecided']);
  });
});
