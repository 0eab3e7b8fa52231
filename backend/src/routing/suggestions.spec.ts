import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, type Person } from '../../test/desk-scene.js';
import { SAKE_KARTE as karte } from '../../test/sake-karte.js';
import type { CaseSuggestions } from '../contract/suggestions.js';
import { fold } from '../platform/fold.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  id = await aCase(db(), people.town, { state: 'checking', owner: people.desk });
  await db().query('UPDATE consultations SET karte = $2 WHERE id = $1', [id, JSON.stringify(karte)]);
  await db().query('UPDATE submissions SET karte = $2 WHERE consultation_id = $1', [id, JSON.stringify(karte)]);
});

const suggestions = (person: Person) => api.as(person).get<CaseSuggestions>(`/consultations/${id}/suggestions`);

describe('GET /consultations/:id/suggestions', () => {
  test.each(['desk', 'manager'] as const)('helps the %s to decide whom to ask', async (who) => {
    const { status, body } = await suggestions(people[who]);
    expect(status).toBe(200);
    expect(body.ministries.slice(0, 3).map(({ name }) => name)).toContain('国税庁');
    expect(body.measures.slice(0, 3).map(({ id: measure }) => measure)).toContain('M25-Aa-1-05');
    expect(body.noMunicipality.raised).toBe(false);
  });

  test.each(['town', 'approver', 'secretariat'] as const)('is not for the %s', async (who) => {
    expect((await suggestions(people[who])).status).toBe(403);
  });

  it('does not exist for a neighbour', async () => {
    expect((await suggestions(people.neighbour)).status).toBe(404);
  });

  it('shows the words of the evidence where the カルテ says them', async () => {
    const { body } = await suggestions(people.desk);
    const sake = body.contexts.find(({ word }) => word === '清酒');
    expect(sake).toEqual({
      word: '清酒',
      part: 'idea',
      before: '',
      said: '清酒',
      after: 'の輸出と、酒蔵を巡る旅行を組み合わせ…',
    });
    expect(body.ministries.find(({ name }) => name === '国税庁')?.id).toBe('nta');
  });

  it('names cases with the same telling words that the reader may read', async () => {
    const similar = async (town: string, text: string, set: object = {}) => {
      const other = await aCase(db(), people.town, { municipalityCode: town, state: 'checking', set: { ...set } });
      await db().query('UPDATE consultations SET search_text = $2 WHERE id = $1', [other, fold(text)]);
      return other;
    };
    const [near, far] = [
      await similar(NISHIIZU, '酒造と清酒の輸出、海外販路を広げたい。'),
      await similar(NISHIIZU, '学校の統廃合の後の校舎を使いたい。'),
    ];
    const { body } = await suggestions(people.desk);
    expect(body.similarCases.map(({ id: other }) => other)).toContain(near);
    expect(body.similarCases.map(({ id: other }) => other)).not.toContain(far);
    expect(body.similarCases.map(({ id: other }) => other)).not.toContain(id);
    expect(body.similarCases.find(({ id: other }) => other === near)?.words.length).toBeGreaterThan(1);
  });

  it('changes nothing', async () => {
    const state = () => db().query('SELECT state, version, updated_at FROM consultations WHERE id = $1', [id]);
    const events = () => db().query('SELECT count(*)::int AS n FROM events WHERE consultation_id = $1', [id]);
    const before = [await state(), await events()];
    await suggestions(people.desk);
    expect([await state(), await events()]).toEqual(before);
  });
});
