import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Card } from './card.js';
import { readKnowledge } from './knowledge.js';
import { Suggester } from './suggester.js';

const lead = { name: '見本町', kind: '町', region: '東北', population: 9000 };
const forest: Card = {
  lead,
  title: '手入れの進まない山林',
  issue: '町の8割が山林だが、間伐が遅れ、森林組合の作業員は12人しかいない。',
  idea: 'ドローンで木の量を測り、木材を公共建築に使う。',
  elements: ['森林の測量', '県産材の利用'],
  ask: '林業の機械の導入に使える補助を知りたい。',
};
const three: Card = {
  lead,
  title: '閉校した小学校を、子育てと観光と防災の拠点に',
  issue: '廃校が2か所ある。保育士が足りず、旅館は空室が多い。避難所の備蓄も少ない。',
  idea: '校舎に一時預かりと宿泊の場、備蓄倉庫を置く。',
  elements: ['保育', '宿泊', '避難所'],
  ask: '校舎の転用の手続と、使える交付金を教えてほしい。',
};

describe('Suggester', () => {
  let suggester: Suggester;
  beforeAll(async () => {
    suggester = new Suggester(await readKnowledge());
  });
  const names = (card: Card) => suggester.suggest(card).ministries.map(({ name }) => name);

  it('puts the body nearest to the question first, a 外局 before its ministry', () => {
    expect(names(forest)[0]).toBe('林野庁');
    expect(
      suggester
        .suggest(forest)
        .ministries.map(({ leads }) => leads)
        .slice(0, 2),
    ).toEqual([true, false]);
  });

  it('finds each of three fields of one card', () => {
    const first = names(three).slice(0, 6);
    expect(first).toEqual(expect.arrayContaining(['文部科学省', 'こども家庭庁', '内閣府', '観光庁']));
  });

  it('cites records of 2022 whose bracket names the ministry, and terms that card and record share', () => {
    const [first] = suggester.suggest(forest).ministries;
    expect(first?.citations.length).toBeGreaterThan(0);
    for (const { id, printed, terms, line } of first?.citations ?? []) {
      expect(id).toMatch(/^S22-\d{3}$/);
      expect(printed).toContain('林野庁');
      expect(line).toBeGreaterThan(0);
      for (const term of terms) expect(Object.values(forest).flat().join('\n')).toContain(term);
    }
    expect(first?.divisions.length).toBeGreaterThan(0);
  });

  it('knows how towns speak of what a measure is for, and keeps these words apart from its own', async () => {
    const { measures, everydayOf } = await readKnowledge();
    for (const { id, title } of measures) {
      expect(everydayOf(id).length).toBeGreaterThanOrEqual(8);
      for (const word of everydayOf(id)) {
        expect([...word].length).toBeLessThanOrEqual(12);
        expect(title).not.toBe(word);
      }
    }
    const card = { ...forest, title: 'カードの期限切れ', issue: '寝たきりの人の代わりに役場が出張受付をしたい。' };
    const [first] = suggester.suggest({ ...card, idea: '', elements: [], ask: '' }).measures;
    expect(first?.id).toBe('M25-6D-032');
    expect(first?.everyday).toContain('出張受付');
    expect(first?.terms).not.toContain('出張受付');
  });

  it('shows foreign words that card and measure share whole or not at all', () => {
    const card = { ...forest, title: 'バイオガスで発電', issue: '牛のふん尿をバイオガス発電に使いたい。' };
    const { measures } = suggester.suggest({ ...card, idea: '', elements: [], ask: '' });
    const shown = measures.flatMap(({ terms, everyday }) => [...terms, ...everyday]);
    expect(shown).toContain('発電');
    expect(shown.filter((term) => /^(バイオ|イオ|オガス|ガス|ス)(発電)?$/.test(term))).toEqual([]);
  });

  it('names the law behind a word of a remit, and the word of the card that led to it', () => {
    const card = { ...forest, title: 'イノシシの害', issue: '猟師が減った。', idea: '', elements: [], ask: '' };
    const agriculture = suggester.suggest(card).ministries.find(({ name }) => name === '農林水産省');
    const hit = agriculture?.remits.find(({ via }) => via?.includes('猟師'));
    expect(hit?.source).toMatch(/農林水産省設置法/);
  });

  it('keeps measures of 2025 apart as inferences, with their printed place', () => {
    const { measures } = suggester.suggest(forest);
    expect(measures.map(({ id }) => id)).toContain('M25-Aa-1-03');
    expect(measures.every(({ id, ref }) => id.startsWith('M25-') && /^第[56]節/.test(ref))).toBe(true);
  });

  it('gives the same answer twice, whatever was asked in between', async () => {
    const first = suggester.suggest(three);
    suggester.suggest(forest);
    expect(suggester.suggest(three)).toEqual(first);
    expect(new Suggester(await readKnowledge()).suggest(three)).toEqual(first);
  });

  it('reads katakana words typed in hiragana', () => {
    const typed = { ...forest, title: 'まいなんばーかーどの更新', issue: '', idea: '', elements: [], ask: '' };
    expect(names(typed)[0]).toBe('デジタル庁');
  });

  it('does not let documents vote that are kept out', () => {
    const all = suggester.suggest(forest).similarRecords.map(({ id }) => id);
    const at = suggester.knowledge.records.findIndex(({ id }) => id === all[0]);
    const without = suggester.suggest(forest, new Set([at]));
    expect(without.similarRecords.map(({ id }) => id)).toEqual(expect.not.arrayContaining([all[0]]));
    expect(without.ministries.flatMap(({ citations }) => citations.map(({ id }) => id))).not.toContain(all[0]);
  });

  it('answers an empty card with nothing but questions', () => {
    const empty = { title: '', issue: '', idea: '', elements: [], ask: '' };
    const { ministries, measures, vague } = suggester.suggest(empty);
    expect([ministries, measures]).toEqual([[], []]);
    expect(vague.raised).toBe(true);
    expect(vague.questions.length).toBeGreaterThan(2);
  });
});
