import { describe, expect, it, test } from '@jest/globals';
import { STRATEGY_2022, STRATEGY_2025 } from '../../test/strategy-files.js';
import { readStrategy2022 } from './strategy-2022.js';
import { readStrategy2025 } from './strategy-2025.js';

/** Where the last line with this text stands. */
const lineOf = (text: string, at: string | RegExp): number =>
  text.split('\n').findLastIndex((line) => (typeof at === 'string' ? line.includes(at) : at.test(line))) + 1;

describe('the strategy of 2022', () => {
  const { measures, counts, faults } = readStrategy2022(STRATEGY_2022);

  it('is read into records, each with its place and text', () => {
    expect(faults).toEqual([]);
    expect(counts).toEqual({ 記載: 4, 箇条書き: 5 });
    expect(measures.map(({ id, says: { title, ref, place } }) => [id, title, ref, place?.at(-1)])).toEqual([
      ['S22-001', '結び目交付金', '第4章1.①i', 'i 試験の取組への支援'],
      ['S22-002', 'ほどき方の研究', '第4章1.①i', 'i 試験の取組への支援'],
      ['S22-003', 'ほどく人の育成', '第4章1.①i', 'i 試験の取組への支援'],
      ['S22-004', '再掲の取組', '第4章1.(2)', '(2) 続きの試験'],
    ]);
    expect(measures[0]?.says.text).toBe(
      '試験の町が、2030年度までに結び目を作る取組を支援する。\n取組の成果を、ほかの町に広める（参考となる町の例を含む。）。',
    );
    expect(measures[0]?.line).toBe(15);
  });

  it('gives each record the owners of its bracket, over the turn of a page and for several headings at once', () => {
    const owners = measures.map((measure) =>
      measure.owners?.map(({ ministry, division }) => `${ministry}/${division}`),
    );
    expect(owners).toEqual([
      ['内閣府/地方創生推進室', '内閣府/自治財政局財政課', '総務省/自治行政局市町村課'],
      ['文部科学省/大臣官房政策課'],
      ['文部科学省/大臣官房政策課'],
      ['農林水産省/'],
    ]);
  });

  test.each([
    ['a bracket that is lost', /\n（農林水産省）\n/, '\n', '再掲の取組を進める', '担当府省庁の記載がありません'],
    ['a bracket that is not closed', '（農林水産省）', '（総務省、', '（総務省、', 'かっこが閉じていません'],
    ['text before any heading', '(a)再掲の取組\n', '', '再掲の取組を進める', 'どの項目にも属していません'],
    ['nothing but headings', /【具体的取組】/g, '', '（農林水産省）', '1件もありません'],
  ])('names the line of %s', (_, what, by, at, message) => {
    const broken = STRATEGY_2022.replace(what, by);
    expect(readStrategy2022(broken).faults[0]).toEqual({
      line: lineOf(broken, at),
      message: expect.stringContaining(message),
    });
  });
});

describe('the strategy of 2025', () => {
  const { measures, kpis, counts, faults } = readStrategy2025(STRATEGY_2025);

  it('is read into measures with path, number and 主な事業', () => {
    expect(faults).toEqual([]);
    expect(counts).toEqual({ 施策: 6, 主な事業: 4, KPI: 3, 'KPI のまとまり': 2 });
    expect(measures.map(({ id, says }) => [id, says.ref, says.title, says.node_code, says.repeat_of])).toEqual([
      ['M25-Aa-1-01', '第5節1.A.a.(1)①', '結び目の酒の輸出', 'a', null],
      ['M25-Aa-1-02', '第5節1.A.a.(1)②', 'ほどき方の教室', 'a', null],
      ['M25-Ag-1-01', '第5節1.A.g.(1)①', 'ほどき方の教室', 'g', 'M25-Aa-1-02'],
      ['M25-N-1-01', '第5節4.(1)①', '結び手の派遣', 'N1', null],
      ['M25-6A-001', '第6節1.A.(1)', 'ひもの生産', 'A', undefined],
      ['M25-6A-002', '第6節1.A.(2)', 'ひもの研究', 'A', undefined],
    ]);
    expect(measures[0]?.says).toMatchObject({
      place: ['地域資源の活用促進', '結び目の活用', '酒類'],
      programs: ['結び目輸出支援事業（うち試験分）', '結び目広報事業'],
      text: '結び目の酒を、100か国に広める取組を支援する。',
    });
  });

  it('keeps KPI with the block they stand under', () => {
    expect(kpis).toEqual([
      { block: 'B01', text: '結び目の数：50個（2030年度）' },
      { block: 'B01', text: '教室の数：5か所（2028年度）' },
      { block: 'B02', text: '旅人の数：10人（2030年度）' },
    ]);
    expect(measures.slice(0, 3).map(({ says }) => says.block)).toEqual(['B01', 'B01', 'B02']);
  });

  test.each([
    ['a number that is left out', '②ほどき方', '③ほどき方', '③ほどき方の教室', '番号③の前に②がありません'],
    [
      'a measure of section 6 that is left out',
      '- (2) ひも',
      '- (3) ひも',
      '(3) ひもの研究',
      '番号(3)の前に(2)がありません',
    ],
    ['a measure without text', 'ほどき方の教室を開く。\n', '', '②ほどき方の教室', '本文がありません'],
    ['what is no 主な事業', '- ・教室支援事業', '教室支援事業', /^教室支援事業$/, '主な事業として読み取れません'],
    ['a file cut before section 6', /\n*第6節[\s\S]*$/, '', '結び手を派遣する', '途中で切れて'],
  ])('names the line of %s', (_, what, by, at, message) => {
    const broken = STRATEGY_2025.replace(what, by);
    expect(readStrategy2025(broken).faults[0]).toEqual({
      line: lineOf(broken, at),
      message: expect.stringContaining(message),
    });
  });
});
