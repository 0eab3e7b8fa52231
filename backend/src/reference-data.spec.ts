import { describe, expect, it, test } from '@jest/globals';
import { testDatabase } from '../test/database.js';
import { checkDigit } from './contract/municipalities.js';
import { loadReferenceData } from './reference-data.js';

const db = testDatabase();
const all = <T = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> => db().query(sql, values);
const count = async (from: string): Promise<number> =>
  (await all<{ n: number }>(`SELECT count(*)::int AS n FROM ${from}`))[0]?.n ?? 0;

it('loads, and again without changing a row', async () => {
  await db().query(
    'TRUNCATE municipalities, ministries, holidays, policy_pillars, policy_fields, logic_model_nodes CASCADE',
  );
  await loadReferenceData(db());

  const rows =
    'SELECT code, xmin::text FROM municipalities UNION ALL SELECT id, xmin::text FROM divisions UNION ALL SELECT id, xmin::text FROM measures ORDER BY 1';
  const before = await all(rows);
  await loadReferenceData(db());
  expect(await all(rows)).toEqual(before);
});

describe('municipalities', () => {
  test('1,741 and 47 prefectures', async () => {
    const kinds = await all<{ kind: string; n: number }>(
      'SELECT kind, count(*)::int AS n FROM municipalities GROUP BY kind',
    );
    expect(Object.fromEntries(kinds.map(({ kind, n }) => [kind, n]))).toEqual({
      prefecture: 47,
      city: 792,
      town: 743,
      village: 183,
      ward: 23,
    });
  });

  test('every check digit is right, and a wrong one is refused', async () => {
    for (const { code } of await all<{ code: string }>('SELECT code FROM municipalities')) {
      expect(code[5]).toBe(checkDigit(code.slice(0, 5)));
    }
    await expect(db().query("UPDATE municipalities SET code = '016332' WHERE code = '016331'")).rejects.toThrow(
      'check',
    );
  });

  test('57 share 25 names', async () => {
    const shared = await all<{ n: number }>(
      `SELECT count(*)::int AS n FROM municipalities WHERE kind <> 'prefecture' GROUP BY name HAVING count(*) > 1`,
    );
    expect([shared.length, shared.reduce((sum, { n }) => sum + n, 0)]).toEqual([25, 57]);
  });
});

describe('ministries and divisions', () => {
  test('31 bodies, each below one that lives', async () => {
    expect(await count('ministries WHERE valid_to IS NULL')).toBe(31);
    expect(await count('ministries m JOIN ministries p ON p.id = m.parent_id WHERE p.valid_to IS NOT NULL')).toBe(0);
  });

  test('every division belongs to a living ministry and every living one to a living 局', async () => {
    expect(await count('divisions')).toBeGreaterThanOrEqual(640);
    expect(await count('divisions d JOIN ministries m ON m.id = d.ministry_id WHERE m.valid_to IS NOT NULL')).toBe(0);
    expect(
      await count(
        'divisions d JOIN divisions p ON p.id = d.parent_id WHERE d.valid_to IS NULL AND p.valid_to IS NOT NULL',
      ),
    ).toBe(0);
    expect(
      await count(
        'ministries m WHERE NOT EXISTS (SELECT 1 FROM divisions d WHERE d.ministry_id = m.id AND d.valid_to IS NULL)',
      ),
    ).toBe(0);
  });

  test('what moved to こども家庭庁 ended the day before', async () => {
    expect(
      await all(
        `SELECT d.name, d.valid_to::text, s.name AS successor, s.ministry_id FROM divisions d JOIN divisions s ON s.id = d.succeeded_by
         WHERE d.ministry_id = 'mhlw' AND d.name = '保育課'`,
      ),
    ).toEqual([{ name: '保育課', valid_to: '2023-03-31', successor: '保育政策課', ministry_id: 'cfa' }]);
  });

  test('the office of the strategy is found under each of its names', async () => {
    const offices = await all<{ name: string }>(
      `WITH RECURSIVE line AS (SELECT d.* FROM divisions d WHERE name LIKE 'デジタル田園都市国家構想実現会議%'
         UNION ALL SELECT d.* FROM divisions d JOIN line ON d.id = line.succeeded_by) SELECT name FROM line`,
    );
    expect(offices.map(({ name }) => name)).toEqual([
      'デジタル田園都市国家構想実現会議事務局',
      '新しい地方経済・生活環境創生本部事務局',
      '地域未来戦略本部事務局',
    ]);
  });
});

describe('policies and good practices', () => {
  test('5 pillars, 12 fields, the logic model 1–3, A–E, a–r, 国の役割', async () => {
    expect([await count('policy_pillars'), await count('policy_fields')]).toEqual([5, 12]);
    const levels = await all<{ codes: string }>(
      `SELECT string_agg(code, '' ORDER BY sort) AS codes FROM logic_model_nodes GROUP BY level ORDER BY min(sort)`,
    );
    expect(levels.map(({ codes }) => codes)).toEqual(['123', 'ABCDE', 'abcdefghijklmnopqr', 'NN1N2N3N4N5']);
    expect(
      await count(
        "logic_model_nodes n WHERE level <> 'state' AND NOT EXISTS (SELECT 1 FROM logic_model_kpis k WHERE k.node_code = n.code)",
      ),
    ).toBe(0);
  });

  test('52 good practices by pillar, their fields known', async () => {
    const rows = await all<{ n: number }>(
      'SELECT count(*)::int AS n FROM good_practices GROUP BY pillar_code ORDER BY pillar_code',
    );
    expect(rows.map(({ n }) => n)).toEqual([16, 16, 6, 9, 5]);
    expect(await count('good_practices g, unnest(g.fields) f WHERE f NOT IN (SELECT code FROM policy_fields)')).toBe(0);
    expect(
      await count(
        'good_practices g WHERE NOT EXISTS (SELECT 1 FROM good_practice_places p WHERE p.good_practice_id = g.id)',
      ),
    ).toBe(0);
  });
});

describe('measures', () => {
  test('331 of 2025 and 747 of 2022, each with its owners and where they come from; no sentence', async () => {
    expect(
      await all(`SELECT edition, count(*)::int AS n, count(DISTINCT ref || title || source_line)::int AS printed FROM measures
                 GROUP BY edition ORDER BY edition DESC`),
    ).toEqual([
      { edition: 'R7', n: 331, printed: 0 },
      { edition: 'R4', n: 747, printed: 747 },
    ]);
    expect(await count("measures WHERE owners = '[]' OR text <> ''")).toBe(0);
    expect(
      await count("measures WHERE edition = 'R7' AND (node_code IS NULL OR owners -> 0 ->> 'basis' <> 'inferred')"),
    ).toBe(0);
    expect(await count("measures WHERE edition = 'R4' AND owners -> 0 ->> 'basis' <> 'cited'")).toBe(0);
    expect(await count('measures m, unnest(m.fields) f WHERE f NOT IN (SELECT code FROM policy_fields)')).toBe(0);
  });
});

it('leaves alone what an administrator edited', async () => {
  await db().query(`UPDATE ministries SET short_name = '内閣府（編集）', version = 2 WHERE id = 'cao'`);
  await db().query(`UPDATE ministries SET short_name = 'データの誤り' WHERE id = 'cas'`);
  await loadReferenceData(db());
  expect(await all(`SELECT id, short_name FROM ministries WHERE id IN ('cao', 'cas') ORDER BY id`)).toEqual([
    { id: 'cao', short_name: '内閣府（編集）' },
    { id: 'cas', short_name: '内閣官房' },
  ]);
});
