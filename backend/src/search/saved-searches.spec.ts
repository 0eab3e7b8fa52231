import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { SavedSearches } from '../contract/search.js';
import { Sessions } from '../identity/sessions.js';
import { LookAgain } from '../notifications/look-again.job.js';
import type { Config } from '../platform/config.js';
import { SearchQueries } from './search.queries.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as>;
let author: Awaited<ReturnType<typeof aPerson>>;
let desk: Speaker;
let manager: Speaker;
let town: Speaker;
let neighbour: Speaker;

beforeAll(async () => {
  itIs('2026-11-20T08:00');
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  town = api.as(author);
  neighbour = api.as(await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU })));
  desk = api.as(await aPerson(db(), grant('desk')));
  manager = api.as(await aPerson(db(), grant('manager')));
});

beforeEach(async () => {
  itIs('2026-11-20T08:00');
  await db().query('DELETE FROM saved_searches');
});

const save = (who: Speaker, name: string, more: object = {}) =>
  who.post<{ id: string }>('/saved-searches', { name, question: { q: '灯台', kind: 'consultation' }, ...more });
const names = async (who: Speaker) =>
  (await who.get<SavedSearches>('/saved-searches')).body.items.map(({ name, by }) => `${name}${by ? ` (${by})` : ''}`);

describe('a saved search', () => {
  it('is listed, renamed, deleted by its owner only', async () => {
    const { body } = await save(desk, '港の灯台');
    expect(await names(desk)).toEqual(['港の灯台']);
    expect((await manager.put(`/saved-searches/${body.id}`, { name: '別' })).status).toBe(404);
    expect((await manager.send('DELETE', `/saved-searches/${body.id}`)).status).toBe(404);
    expect((await desk.put(`/saved-searches/${body.id}`, { name: '岬の灯台', shared: true })).status).toBe(204);
    expect(await names(desk)).toEqual(['岬の灯台']);
    expect((await desk.send('DELETE', `/saved-searches/${body.id}`)).status).toBe(204);
    expect(await names(desk)).toEqual([]);
  });

  it('says what is wrong with it', async () => {
    await save(desk, '灯台');
    expect((await save(desk, '灯台')).problem).toMatchObject({ fields: { name: expect.stringContaining('もう保存') } });
    expect((await save(desk, ' ')).problem).toMatchObject({ fields: { name: expect.any(String) } });
    expect((await save(desk, '空', { question: { q: ' ' } })).status).toBe(422);
    expect((await save(desk, '除くだけ', { question: { q: '-港' } })).status).toBe(422);
    const other = (await save(desk, '港')).body.id;
    expect((await desk.put(`/saved-searches/${other}`, { name: '灯台' })).status).toBe(422);
  });

  it('is shared in the office, and nowhere else', async () => {
    await save(desk, '窓口の検索', { shared: true });
    await save(desk, '自分の検索');
    await save(town, '町の検索', { shared: true });
    expect(await names(manager)).toEqual([expect.stringMatching(/^窓口の検索 \(.+\)$/)]);
    expect(await names(neighbour)).toEqual([]);
    expect(await names(town)).toEqual(['町の検索']);
  });
});

describe('the digest', () => {
  const lookAgain = async () => {
    const calendar = await new Calendar(db(), new Clock()).reload();
    const [sessions, search] = [api.app().get(Sessions), api.app().get(SearchQueries)];
    const config = { SEND_WINDOW: 'office' } as Config;
    await new LookAgain(db(), new Clock(), calendar, sessions, search, config).run();
  };
  const told = async (id: string) =>
    (await db().query(`SELECT data FROM events WHERE type = 'search.find' AND subject_id = $1 ORDER BY id`, [id])).map(
      ({ data }: { data: object }) => data,
    );
  const aCaseAbout = async (text: string) => {
    const { id } = await aConsultation(db(), author, { state: 'checking' });
    await db().query('UPDATE consultations SET search_text = $2 WHERE id = $1', [id, text]);
    return id;
  };

  it('tells of what is new since the last time, at the hour of the person, and of nothing twice', async () => {
    await aCaseAbout('前からある灯台');
    const { id } = (await save(desk, '灯台', { digest: 'daily' })).body;
    await lookAgain();
    expect(await told(id)).toEqual([]);
    await aCaseAbout('新しい灯台');
    itIs('2026-11-20T08:59');
    await lookAgain();
    expect(await told(id)).toEqual([]);
    itIs('2026-11-20T09:00');
    await lookAgain();
    await lookAgain();
    expect(await told(id)).toEqual([{ hits: 1 }]);
    // The weekend and the holiday on Monday are quiet; nothing new, nothing told.
    itIs('2026-11-24T09:30');
    await lookAgain();
    expect(await told(id)).toHaveLength(1);
    await aCaseAbout('もう一つの灯台');
    itIs('2026-11-25T09:30');
    await lookAgain();
    expect(await told(id)).toEqual([{ hits: 1 }, { hits: 1 }]);
  });

  it('looks with the eyes of its owner', async () => {
    const { id } = (await save(neighbour, '灯台', { digest: 'weekly' })).body;
    await lookAgain();
    await aCaseAbout('よその町の灯台');
    itIs('2026-12-01T12:00');
    await lookAgain();
    expect(await told(id)).toEqual([]);
    await db().query(`UPDATE consultations SET municipality_code = $1 WHERE search_text = 'よその町の灯台'`, [
      NISHIIZU,
    ]);
    itIs('2026-12-08T12:00');
    await lookAgain();
    expect(await told(id)).toEqual([{ hits: 1 }]);
  });
});
