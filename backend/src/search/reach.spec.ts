import { beforeAll, expect, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import type { SearchResult } from '../contract/search.js';

const db = testDatabase();
const api = testApi(db);
let desk: ReturnType<typeof api.as>;
let ministry: ReturnType<typeof api.as>;

/** 8,400 cases of the last ten days, 900 of the eighty days before, 900 that are years old. */
beforeAll(async () => {
  itIs('2026-11-20T09:00');
  const person = await aPerson(db(), grant('desk'));
  desk = api.as(person);
  await db().query(
    `INSERT INTO consultations (municipality_code, state, state_since, number, form_version, karte, title, submitted_at,
       owner_id, created_by, updated_by, created_at, updated_at, search_text)
     SELECT '011002', 'checking', at, 'reach-' || i, 1, '{}', '', at, $1, $1, $1, at, at,
       CASE WHEN i % 10 = 0 THEN '灯台 ' ELSE '' END || CASE WHEN i > 8400 AND i % 3 = 0 THEN '岬 ' ELSE '' END
         || CASE WHEN i > 9300 THEN '古い港' ELSE '' END || CASE WHEN i <= 9300 AND i % 2 = 0 THEN '棚田' ELSE '' END
     FROM (SELECT i, '2026-11-20T00:00Z'::timestamptz - CASE WHEN i <= 8400 THEN i * interval '100 seconds'
             WHEN i <= 9300 THEN interval '11 days' + i * interval '600 seconds'
             ELSE interval '3 years' + i * interval '1 hour' END AS at FROM generate_series(1, 10200) i) cases`,
    [person.id],
  );
  ministry = api.as(await aPerson(db(), grant('ministry', { ministryId: 'meti' })));
  await db().query(
    `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
     SELECT id, 'meti', 'asked', '2026-12-01', created_by, submitted_at FROM consultations WHERE right(number, 1) IN ('0', '2', '6')`,
  );
}, 120_000);

/** Every page of what is found, in its order. */
async function found(q: string, who = desk): Promise<{ ids: string[]; more: boolean }> {
  const ids: string[] = [];
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({ kind: 'consultation', size: '100', page: String(page), q });
    const { body } = await who.get<SearchResult>(`/search?${query}`);
    const [group] = body.groups.filter(({ kind }) => kind === 'consultation');
    ids.push(...(group?.items.map(({ id }) => id) ?? []));
    if (!group || ids.length >= group.total) return { ids, more: group?.more ?? false };
  }
}

test.each([
  ['棚田', 'in the first reach'],
  ['灯台 OR 岬', 'in the second'],
  ['灯台', 'in the last'],
  ['棚田 -灯台', 'in the first, with an exclusion'],
  ['岬 OR 古い港', 'in the last'],
  ['灯台 古い港', 'only the oldest'],
  ['岬', 'few, in the second and the last'],
  ['燈台', 'in 旧字体'],
])('the newest thousand of 「%s」: %s', async (q) => {
  const has = (word: string) => `search_text LIKE '%${word}%'`;
  const where: Record<string, string> = {
    棚田: has('棚田'),
    '灯台 OR 岬': `(${has('灯台')} OR ${has('岬')})`,
    灯台: has('灯台'),
    燈台: has('灯台'),
    '棚田 -灯台': `${has('棚田')} AND NOT ${has('灯台')}`,
    '岬 OR 古い港': `(${has('岬')} OR ${has('古い港')})`,
    '灯台 古い港': `${has('灯台')} AND ${has('古い港')}`,
    岬: has('岬'),
  };
  const plain: { id: string }[] = await db().query(
    `SELECT id FROM consultations WHERE ${where[q]} ORDER BY submitted_at DESC, id`,
  );
  const { ids, more } = await found(q);
  expect(ids).toEqual(plain.slice(0, 1000).map(({ id }) => id));
  expect(more).toBe(plain.length > 1000);
});

test.each([
  ['棚田', true],
  ['灯台', true],
  ['岬', false],
  ['古い港', false],
])('the newest of 「%s」 among the cases of a ministry', async (word, many) => {
  const plain: { id: string }[] = await db().query(
    `SELECT id FROM consultations WHERE search_text LIKE '%${word}%' AND right(number, 1) IN ('0', '2', '6')
     ORDER BY submitted_at DESC, id`,
  );
  const { ids, more } = await found(word, ministry);
  expect(ids).toEqual(plain.slice(0, 1000).map(({ id }) => id));
  expect({ more, some: plain.length > 0 }).toEqual({ more: many, some: true });
});

test('a list with a text is cut at the same place', async () => {
  const list = async (more: string) =>
    (await desk.get<{ items: { id: string }[]; total: number; more: boolean }>(`/consultations?size=20&q=${more}`))
      .body;
  expect(await list(encodeURIComponent('棚田'))).toMatchObject({ total: 1000, more: true });
  const old = await list(`${encodeURIComponent('灯台 古い港')}&page=2`);
  const plain: { id: string }[] = await db().query(
    `SELECT id FROM consultations WHERE search_text LIKE '%灯台%' AND search_text LIKE '%古い港%' ORDER BY submitted_at DESC, id`,
  );
  expect(old.total).toBe(plain.length);
  expect(old.items.map(({ id }) => id)).toEqual(plain.slice(20, 40).map(({ id }) => id));
});
