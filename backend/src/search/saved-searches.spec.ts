import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { SavedSearches, SearchResult } from '../contract/search.js';
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

  it('shared, gives each reader what he may read', async () => {
    const meti = await aPerson(db(), grant('ministry', { ministryId: 'meti' }));
    const other = await aPerson(db(), grant('ministry', { ministryId: 'meti' }), grant('desk'));
    await save(api.as(other), '共有の検索', { question: { q: '分教場' }, shared: true });
    const { id } = await aConsultation(db(), author, { state: 'checking' });
    await db().query(`UPDATE consultations SET search_text = '分教場' WHERE id = $1`, [id]);
    const found = async (who: Speaker) => {
      const { items } = (await who.get<SavedSearches>('/saved-searches')).body;
      const q = items.find(({ name }) => name === '共有の検索')?.question.q;
      const { groups } = (await who.get<SearchResult>(`/search?q=${encodeURIComponent(q ?? '')}`)).body;
      return groups.find(({ kind }) => kind === 'consultation')?.total;
    };
    expect([await found(api.as(other)), await found(api.as(meti))]).toEqual([1, 0]);
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

  it('goes on where one search fails every time, and tells its owner', async () => {
    const broken = (await save(town, '壊れた検索', { digest: 'daily' })).body.id;
    const whole = (await save(desk, '灯台', { digest: 'daily' })).body.id;
    await lookAgain();
    await db().query(`UPDATE saved_searches SET question = '{"q":"-灯台"}' WHERE id = $1`, [broken]);
    await aCaseAbout('直った灯台');
    itIs('2026-11-24T09:30');
    await lookAgain();
    expect([await told(whole), await told(broken)]).toEqual([[{ hits: 1 }], []]);
    const failures = async () => {
      const [row] = await db().query(
        `SELECT failures, failed_because IS NOT NULL AS why, (SELECT count(*)::int FROM events e
           WHERE e.type = 'search.fail' AND e.subject_id = s.id::text) AS told FROM saved_searches s WHERE id = $1`,
        [broken],
      );
      return row;
    };
    expect(await failures()).toEqual({ failures: 1, why: true, told: 0 });
    for (const minute of ['40', '50', '59']) {
      itIs(`2026-11-24T09:${minute}`);
      await lookAgain();
    }
    expect(await failures()).toEqual({ failures: 3, why: true, told: 1 });
    const shown = async () =>
      (await api.as(author).get<SavedSearches>('/saved-searches')).body.items.map(({ failing }) => failing);
    expect(await shown()).toEqual([true]);
    itIs('2026-11-25T09:30');
    await lookAgain();
    expect(await failures()).toEqual({ failures: 4, why: true, told: 1 });
    await db().query(`UPDATE saved_searches SET question = '{"q":"灯台"}' WHERE id = $1`, [broken]);
    itIs('2026-11-26T09:30');
    await lookAgain();
    expect([await failures(), await shown()]).toEqual([{ failures: 0, why: false, told: 1 }, [false]]);
    expect(await told(broken)).toEqual([{ hits: 1 }]);
  });

  it('makes no news of what was there, where the first look failed', async () => {
    await aCaseAbout('元からある燈台');
    const { id } = (await save(desk, '燈台', { question: { q: '燈台' }, digest: 'daily' })).body;
    await db().query(`UPDATE saved_searches SET question = '{"q":"-燈台"}' WHERE id = $1`, [id]);
    await lookAgain();
    await db().query(`UPDATE saved_searches SET question = '{"q":"燈台"}' WHERE id = $1`, [id]);
    itIs('2026-11-20T08:30');
    await lookAgain();
    expect(await told(id)).toEqual([]);
  });

  it('tells nothing to whom is gone, nor of what is read no more; back again, only of what came since', async () => {
    const person = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
    const meti = await aPerson(db(), grant('ministry', { ministryId: 'meti' }));
    const { id } = (await save(api.as(person), '岬の灯台', { question: { q: '岬' }, shared: true, digest: 'daily' }))
      .body;
    const ask = (consultation: string, ministry: string) =>
      db().query(
        `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
         SELECT $1, $2, 'asked', '2026-12-01', created_by, now() FROM consultations WHERE id = $1`,
        [consultation, ministry],
      );
    const onDay = async (day: string) => {
      itIs(`${day}T09:30`);
      await lookAgain();
      return (await told(id)).length;
    };
    await lookAgain();
    await ask(await aCaseAbout('岬の一'), 'mlit');
    expect(await onDay('2026-11-24')).toBe(1);
    await db().query(`UPDATE grants SET ministry_id = 'meti' WHERE person_id = $1`, [person.id]);
    await ask(await aCaseAbout('岬の二'), 'mlit');
    expect(await onDay('2026-11-25')).toBe(1);
    await ask(await aCaseAbout('岬の三'), 'meti');
    expect(await onDay('2026-11-26')).toBe(2);
    await db().query('DELETE FROM grants WHERE person_id = $1', [person.id]);
    await ask(await aCaseAbout('岬の四'), 'meti');
    expect(await onDay('2026-11-27')).toBe(2);
    expect(await names(api.as(meti))).toEqual([]);
    await db().query(`INSERT INTO grants (person_id, role, ministry_id) VALUES ($1, 'ministry', 'meti')`, [person.id]);
    await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [person.id]);
    expect(await onDay('2026-11-30')).toBe(2);
    expect(await names(api.as(meti))).toEqual([]);
    await db().query('UPDATE people SET disabled_at = NULL WHERE id = $1', [person.id]);
    expect(await onDay('2026-12-01')).toBe(3);
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
