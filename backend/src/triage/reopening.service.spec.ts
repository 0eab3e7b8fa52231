import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
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
const row = async (id: string) => (await db().query('SELECT * FROM consultations WHERE id = $1', [id]))[0];

describe('closing and reopening', () => {
  it('gives the town twenty business days to agree', async () => {
    const id = await aCase(db(), people.town, { state: 'replied', owner: people.desk });
    await step(people.desk, id, 'proposeClose', {});
    expect(await look(people.town, id)).toMatchObject({ dueOn: '2026-12-21', dueState: 'ok' });
    await step(people.town, id, 'agreeClose');
    expect((await row(id)).closed_at.toISOString()).toBe('2026-11-20T01:00:00.000Z');
  });

  it('opens a new round under the same number with a 枝番', async () => {
    const id = await aCase(db(), people.town, {
      state: 'closed',
      owner: people.desk,
      set: { closed_at: '2026-11-01T01:00:00Z' },
    });
    const { number } = await row(id);
    await step(people.town, id, 'wishReopen', { reason });
    expect((await step(people.town, id, 'wishReopen', { reason })).status).toBe(409);
    expect(await look(people.desk, id)).toMatchObject({ nextAction: 'reopen' });
    await step(people.desk, id, 'reopen', { reason });
    expect(await row(id)).toMatchObject({ branch: 1, number: `${number}-2`, closed_at: null, reopen_wished_at: null });
    expect(await look(people.desk, id)).toMatchObject({ replyDueOn: '2026-12-21', state: 'triaged' });
  });

  test.each([
    ['2025-11-20T10:00', 204],
    ['2025-11-19T23:59', 409],
  ])('of a case closed at %s answers %i', async (closed, expected) => {
    for (const [person, action] of [
      [people.town, 'wishReopen'],
      [people.desk, 'reopen'],
    ] as const) {
      const id = await aCase(db(), people.town, { state: 'closed', set: { closed_at: `${closed}+09:00` } });
      const { status } = await step(person, id, action, { reason });
      expect(status).toBe(expected);
    }
  });
});
