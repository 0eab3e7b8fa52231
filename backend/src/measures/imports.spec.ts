import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { writeXlsx } from 'hucre/xlsx';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import { STRATEGY_2022, STRATEGY_2025 } from '../../test/strategy-files.js';
import { aZip } from '../../test/zip.js';
import type { Measure, MeasureHistory, MeasureImport } from '../contract/measures.js';
import { toCp932 } from '../platform/cp932.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);
let manager: ReturnType<typeof api.as>;
let town: ReturnType<typeof api.as>;

beforeAll(async () => {
  manager = api.as(await aPerson(db(), grant('manager')));
  town = api.as(await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO })));
});

async function tried(content: string | Buffer, name = 'file.txt'): Promise<MeasureImport> {
  const form = new FormData();
  form.append('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
  const { status, body } = await manager.post<{ id: string }>('/measure-imports', form);
  expect(status).toBe(201);
  return (await manager.get<MeasureImport>(`/measure-imports/${body.id}`)).body;
}

const apply = (id: string) => manager.post(`/measure-imports/${id}/apply`);
const measure = async (id: string) => (await manager.get<Measure>(`/measures/${id}`)).body;

/** All that stands in the catalogue, as one number. */
async function everything(): Promise<string> {
  const [{ sum }] = await db().query(
    `SELECT md5(string_agg(t, '|' ORDER BY t)) AS sum FROM (SELECT m::text AS t FROM measures m
     UNION ALL SELECT k::text FROM measure_kpis k UNION ALL SELECT h::text FROM measure_history h) all_rows`,
  );
  return sum;
}

describe('a strategy', () => {
  beforeEach(async () => {
    await db().query('DELETE FROM measures; DELETE FROM measure_kpis');
  });

  it('is shown first, then taken over in one step, and a second time changes nothing', async () => {
    const before = await everything();
    const shown = await tried(STRATEGY_2025, '総合戦略.txt');
    expect(shown).toMatchObject({ kind: 'strategy2025', state: 'ready', faults: [], allowedActions: ['apply'] });
    expect(shown.counts).toEqual([
      { label: '施策', count: 6 },
      { label: '主な事業', count: 4 },
      { label: 'KPI', count: 3 },
      { label: 'KPI のまとまり', count: 2 },
    ]);
    expect(shown.difference).toMatchObject({ added: { length: 6 }, changed: [], unchanged: 0, kpis: 3 });
    expect(await everything()).toBe(before);

    expect((await apply(shown.id)).status).toBe(204);
    expect(await measure('M25-Aa-1-01')).toMatchObject({
      text: '結び目の酒を、100か国に広める取組を支援する。',
      fields: ['産業振興'],
      kpis: { of: 'block', titles: ['結び目の酒の輸出', 'ほどき方の教室'], texts: { length: 2 } },
    });
    expect((await apply(shown.id)).problem.code).toBe('applied');

    const after = await everything();
    const again = await tried(STRATEGY_2025);
    expect(again).toMatchObject({ state: 'nothing', difference: { added: [], changed: [], unchanged: 6, kpis: 0 } });
    expect((await apply(again.id)).problem.code).toBe('nothing');
    expect(await everything()).toBe(after);
  });

  it('that was revised keeps what stood there before, with the import that changed it', async () => {
    await apply((await tried(STRATEGY_2022)).id);
    const { id, difference } = await tried(
      STRATEGY_2022.replace('ほどき方を研究する', 'ほどき方を調べる'),
      'revised.txt',
    );
    expect(difference.changed).toEqual([
      {
        ...{ id: 'S22-002', title: 'ほどき方の研究', line: expect.any(Number) },
        changes: [{ label: '本文', before: 'ほどき方を研究する。', after: 'ほどき方を調べる。' }],
      },
    ]);
    await apply(id);
    expect((await town.get<MeasureHistory>('/measures/S22-002/history')).body.items).toEqual([
      expect.objectContaining({
        version: 2,
        fileName: 'revised.txt',
        changes: [expect.objectContaining({ label: '本文' })],
      }),
      expect.objectContaining({ version: 1, changes: [] }),
    ]);
    await loadReferenceData(db());
    expect((await measure('S22-002')).text).toBe('ほどき方を調べる。');
  });

  it('names owners that can be cited', async () => {
    await apply((await tried(STRATEGY_2022)).id);
    expect((await measure('S22-001')).owners).toEqual([
      expect.objectContaining({
        ministryId: 'cao',
        division: '地方創生推進室',
        basis: 'cited',
        validFrom: '2022-12-23',
      }),
      expect.objectContaining({ ministryId: 'cao', division: '自治財政局財政課' }),
      expect.objectContaining({ ministryId: 'mic', division: '自治行政局市町村課' }),
    ]);
  });

  it('that is cut short is refused whole: it lacks measures that are known', async () => {
    await apply((await tried(STRATEGY_2025)).id);
    const before = await everything();
    const cut = await tried(STRATEGY_2025.replace(/- \(2\) ひもの研究[\s\S]*/, ''));
    expect(cut).toMatchObject({ state: 'faulty', difference: { added: [], changed: [] }, allowedActions: [] });
    expect(cut.faults).toEqual([
      { line: expect.any(Number), message: expect.stringContaining('M25-6A-002「ひもの研究」') },
    ]);
    expect((await apply(cut.id)).problem.code).toBe('faulty');
    expect(await everything()).toBe(before);
  });

  it('is not taken over when the catalogue has moved since it was shown', async () => {
    const first = await tried(STRATEGY_2025);
    await apply((await tried(STRATEGY_2025.replace('ひもの生産を支援', 'ひもの生産を応援'))).id);
    expect((await apply(first.id)).problem.code).toBe('moved');
    const shownAnew = (await manager.get<MeasureImport>(`/measure-imports/${first.id}`)).body;
    expect(shownAnew.difference.changed.map(({ id }) => id)).toEqual(['M25-6A-001']);
    expect((await apply(first.id)).status).toBe(204);
  });

  it('is written once when two apply it at the same time', async () => {
    const { id } = await tried(STRATEGY_2025);
    const answers = await Promise.all([apply(id), apply(id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await db().query('SELECT count(*)::int AS n FROM measures'))[0].n).toBe(6);
  });
});

describe('a list', () => {
  beforeAll(async () => {
    await db().query('DELETE FROM measures');
    await loadReferenceData(db());
  });

  const HEAD = '施策ID,種別,施策名,所管府省庁,公募開始日,公募終了日,年度（西暦）,補助率,上限,URL,政策分野';
  const GRANT =
    'G-2026-001,交付金,結び目交付金,内閣府 地方創生推進室、農林水産省,2026-10-01,2026/12/25,2026,1/2,"1,000万円",https://www.example.go.jp/a,観光、交通';

  test.each([
    ['CSV in UTF-8', () => `\uFEFF${HEAD}\r\n${GRANT}\r\n`, 'a.csv'],
    ['CSV in Shift_JIS', () => toCp932(`${HEAD}\r\n${GRANT}\r\n`), 'b.csv'],
    ['text in UTF-16', () => Buffer.from(`\uFEFF${HEAD}\r\n${GRANT}\r\n`, 'utf16le'), 'd.csv'],
    ['lines that end as on an old Macintosh', () => `${HEAD}\r${GRANT}\r`, 'e.csv'],
    ['Excel', () => excel([HEAD, GRANT]), 'c.xlsx'],
  ])('in %s brings a new grant', async (_, make, name) => {
    await db().query(`DELETE FROM measures WHERE id = 'G-2026-001'`);
    const { id, state, faults, difference } = await tried(await make(), name);
    expect({ state, faults, added: difference.added }).toEqual({
      state: 'ready',
      faults: [],
      added: [{ id: 'G-2026-001', title: '結び目交付金', line: 2 }],
    });
    await apply(id);
    expect(await measure('G-2026-001')).toMatchObject({
      ...{ edition: 'list', kind: 'grant', applyFrom: '2026-10-01', applyUntil: '2026-12-25', fiscalYear: 2026 },
      ...{ rate: '1/2', ceiling: '1,000万円', links: ['https://www.example.go.jp/a'], fields: ['観光', '交通'] },
      owners: [
        { ministryId: 'cao', division: '地方創生推進室', basis: 'listed' },
        { ministryId: 'maff', division: '', basis: 'listed' },
      ],
    });
  });

  it('changes only the columns it has, of measures of a strategy too, and says so in their owners', async () => {
    const { id, difference } = await tried(
      '施策ID,所管府省庁,対象者\nM25-Aa-1-03,林野庁 整備課,市町村\nM25-Aa-1-04,水産庁,\n',
    );
    expect(difference).toMatchObject({ added: [], unchanged: 1, changed: [{ id: 'M25-Aa-1-03', line: 2 }] });
    expect(difference.changed[0]?.changes.map(({ label }) => label).sort()).toEqual(['対象者', '所管']);
    await apply(id);
    expect(await measure('M25-Aa-1-03')).toMatchObject({
      ...{ title: 'スマート林業の推進', eligible: '市町村', version: 2 },
      owners: [{ ministryId: 'rinya', division: '整備課', basis: 'listed' }],
    });
  });

  it('is not taken over when somebody corrected what it replaces, even where only the beginning of a text is shown', async () => {
    const id = 'G-2026-009';
    const long = 'あ'.repeat(80);
    const stands = (end: string) =>
      db().query('UPDATE measures SET requirements = $2, version = version + 1 WHERE id = $1', [id, long + end]);
    await apply((await tried(`施策ID,施策名,要件\n${id},試験,${long}甲\n`)).id);
    const shown = await tried(`施策ID,要件\n${id},${'い'.repeat(90)}\n`);
    await stands('乙');
    expect((await apply(shown.id)).problem.code).toBe('moved');
    expect((await measure(id)).requirements).toBe(`${long}乙`);
    expect((await apply(shown.id)).status).toBe(204);
  });

  it('that was exported comes back without a change, in each form', async () => {
    const before = await everything();
    for (const path of ['/measures.xlsx?node=A', '/measures.csv?node=C', '/measures.csv?node=C&encoding=shift_jis']) {
      const { bytes } = await manager.get(path);
      const { state, faults, difference } = await tried(bytes, 'again');
      expect({ path, state, faults, changed: difference.changed }).toEqual({
        path,
        state: 'nothing',
        faults: [],
        changed: [],
      });
    }
    expect(await everything()).toBe(before);
  });

  it('with faults names every row, and changes nothing', async () => {
    const before = await everything();
    const rows = [
      'G-1,施策,,内閣府,,,,,,,',
      'あ,補助金,試験,無い省,2026-02-30,2026-01-01,令和8年,,,javascript:alert(1),無い分野',
      'G-2,施策,試験,,2026-04-02,2026-04-01,,,,,',
      'G-2,施策,試験,,,,,,,,',
    ];
    const { faults, state } = await tried(`${HEAD}\n${rows.join('\n')}\n`);
    expect(state).toBe('faulty');
    expect(faults.map(({ line, message }) => `${line} ${message.split('：')[0]}`)).toEqual([
      ...[
        '2 「施策名」',
        '3 「施策ID」',
        '3 「種別」',
        '3 「政策分野」',
        '3 「公募開始日」',
        '3 「年度（西暦）」',
        '3 「URL」',
      ],
      ...['3 「所管府省庁」', '4 「公募終了日」', '5 施策 G-2 は、4行目にもあります'],
    ]);
    expect(await everything()).toBe(before);
  });

  test.each([
    ['an unknown head', '施策ID,名前\nG-1,x\n', '「名前」という見出し'],
    ['no head', '施策名\nx\n', '総合戦略のテキスト'],
    ['no row', '施策ID\n', '1件も書かれていません'],
    ['what is no text', Buffer.from([0x81, 0x00, 0xff, 0x00]), '文字として読み取れない'],
    ['an endless line', `施策ID${'あ'.repeat(30_000)}`, '長過ぎます'],
    ['a zip that is no workbook', aZip({ 'a.txt': 'a' }), 'Excel ブック'],
    ['a workbook that is broken', Buffer.from('PK\x03\x04 broken'), 'Excel ブック'],
    ['a workbook that unpacks to too much', aZip({ 'xl/workbook.xml': 'x'.repeat(70 * 2 ** 20) }), '大き過ぎます'],
    ['a workbook without sense', aZip({ 'xl/workbook.xml': '<workbook' }), 'Excel のファイルを読み取れません'],
    ['an empty file', '', '総合戦略のテキスト'],
    ['a quote that never ends', '施策ID,施策名\nG-1,"甲\nG-2,乙\n', '閉じていない'],
    ['a quote that ends in another row', '施策ID,施策名\nG-1,"甲\nG-2,"乙"\n', '閉じていない'],
  ])('is refused: %s', async (_, content, message) => {
    const before = await everything();
    expect((await tried(content)).faults[0]?.message).toContain(message);
    expect(await everything()).toBe(before);
  });
});

function excel(lines: string[]): Promise<Buffer> {
  const cells = lines.map((line) =>
    [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? ''),
  );
  const typed = cells.map((row) =>
    row.map((cell) =>
      /^\d{4}[-/]/.test(cell)
        ? new Date(`${cell.replaceAll('/', '-')}T00:00:00Z`)
        : /^\d+$/.test(cell)
          ? Number(cell)
          : cell,
    ),
  );
  return writeXlsx({ sheets: [{ name: '施策', rows: typed }] }).then((bytes) => Buffer.from(bytes));
}
