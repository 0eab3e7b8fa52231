import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, type Person } from '../../test/desk-scene.js';
import { SAKE_KARTE as karte } from '../../test/sake-karte.js';
import type { HistoryRow } from '../contract/consultations.js';
import type { CaseSuggestions, Choice } from '../contract/suggestions.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

const NTA = { kind: 'ministry', subject: 'nta' } as const;
const EXPORT = { kind: 'measure', subject: 'M25-Aa-1-05' } as const;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
});

beforeEach(async () => {
  id = await aCase(db(), people.town, { state: 'checking', owner: people.desk });
  await db().query('UPDATE consultations SET karte = $2 WHERE id = $1', [id, JSON.stringify(karte)]);
});

const at = () => `/consultations/${id}/suggestions`;
const choose = (person: Person, choice: object) =>
  api.as(person).post(`${at()}/choices`, { verdict: 'taken', knowledge: 0, ...choice });
const undo = (person: Person, choice: object) => api.as(person).post(`${at()}/choices/undo`, choice);
const choices = async () => (await api.as(people.desk).get<{ items: Choice[] }>(`${at()}/choices`)).body.items;
const told = async (person: Person) => {
  const { body } = await api.as(person).get<{ items: HistoryRow[] }>(`/consultations/${id}/history`);
  return body.items.filter(({ what }) => what.includes('候補')).length;
};

describe('a suggestion that an officer takes or rejects', () => {
  it('is written down with who, when, its rank and the version of the knowledge', async () => {
    const { body } = await api.as(people.desk).get<CaseSuggestions>(at());
    const rank = body.ministries.findIndex(({ id: ministry }) => ministry === 'nta') + 1;
    expect(rank).toBeGreaterThan(0);
    expect((await choose(people.desk, NTA)).status).toBe(204);
    expect((await choose(people.desk, { ...EXPORT, verdict: 'rejected' })).status).toBe(204);
    // Both were chosen in the same moment of the test's clock.
    expect((await choices()).sort((a, b) => a.kind.localeCompare(b.kind))).toMatchObject([
      { ...EXPORT, verdict: 'rejected' },
      { ...NTA, label: '国税庁', verdict: 'taken', rank, knowledge: 0, chosenBy: people.desk.name, undoneAt: null },
    ]);
    const events = await db().query(
      `SELECT type, actor_id, audience, data FROM events WHERE consultation_id = $1 AND type LIKE 'suggestion.%' ORDER BY id`,
      [id],
    );
    expect(events).toEqual([
      { type: 'suggestion.take', actor_id: people.desk.id, audience: 'inward', data: { ...NTA, rank, knowledge: 0 } },
      expect.objectContaining({ type: 'suggestion.reject', audience: 'inward' }),
    ]);
  });

  it('sends nothing and asks nobody', async () => {
    await choose(people.desk, NTA);
    const [{ n }] = await db().query('SELECT count(*)::int AS n FROM inquiries WHERE consultation_id = $1', [id]);
    expect(n).toBe(0);
    const { body } = await api.as(people.desk).get<{ state: string }>(`/consultations/${id}`);
    expect(body.state).toBe('checking');
  });

  it('is one choice, however often and by how many it is pressed', async () => {
    const answers = await Promise.all(
      [people.desk, people.colleague, people.desk, people.manager].map((person) => choose(person, NTA)),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
    expect(await choices()).toHaveLength(1);
    expect(await told(people.desk)).toBe(1);
  });

  it('stays as the first of two officers chose, and names them to the second', async () => {
    const answers = await Promise.all([
      choose(people.desk, NTA),
      choose(people.colleague, { ...NTA, verdict: 'rejected' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    const [first] = await choices();
    expect(answers.find(({ status }) => status === 409)?.problem.detail).toContain(first?.chosenBy);
  });

  it('can be undone once, by another officer too, and chosen anew', async () => {
    await choose(people.desk, NTA);
    for (const _ of [1, 2]) expect((await undo(people.colleague, NTA)).status).toBe(204);
    expect(await choices()).toMatchObject([{ verdict: 'taken', undoneBy: people.colleague.name }]);
    expect((await choose(people.desk, { ...NTA, verdict: 'rejected' })).status).toBe(204);
    expect(await choices()).toHaveLength(2);
    expect(await told(people.desk)).toBe(3);
  });

  it('is refused when it was never suggested, or by another version of the knowledge', async () => {
    for (const choice of [
      { ...NTA, subject: 'moj' },
      { ...NTA, kind: 'measure' },
      { ...NTA, knowledge: 7 },
    ]) {
      const { status, problem } = await choose(people.desk, choice);
      expect([status, problem.code]).toEqual([409, 'suggestion.changed']);
    }
    expect(await choices()).toEqual([]);
  });

  test.each(['town', 'approver', 'prefecture', 'officer', 'meti'] as const)('is hidden from the %s', async (who) => {
    await choose(people.desk, NTA);
    expect([403, 404]).toContain((await api.as(people[who]).get(`${at()}/choices`)).status);
    expect([403, 404]).toContain((await choose(people[who], EXPORT)).status);
    if (who === 'town') expect(await told(people[who])).toBe(0);
  });
});
