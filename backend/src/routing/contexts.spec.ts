import { describe, expect, it, test } from '@jest/globals';
import { contextsOf } from './contexts.js';

const card = {
  title: '酒蔵の海外販路',
  issue: '町の酒蔵が3軒に減り、杜氏も高齢になった。',
  idea: '',
  elements: ['ﾄﾞﾛｰﾝで荷物を運ぶ'],
  ask: 'まいなんばーカードは使えるか。Ｅ Ｖ は走れるか。',
};

describe('the words of the evidence in the card', () => {
  test.each([
    ['酒蔵', 'title', '酒蔵'],
    ['ドローン', 'element', 'ﾄﾞﾛｰﾝ'],
    ['マイナンバー', 'ask', 'まいなんばー'],
    ['3軒', 'issue', '3軒'],
  ])('%s stands in %s as %s', (word, part, said) => {
    expect(contextsOf(card, [word])).toMatchObject([{ word, part, said }]);
  });

  it('shows what stands around, and where it goes on', () => {
    expect(contextsOf(card, ['高齢'])).toEqual([
      { word: '高齢', part: 'issue', before: '町の酒蔵が3軒に減り、杜氏も', said: '高齢', after: 'になった。' },
    ]);
    const long = { ...card, title: '', elements: [], issue: `${'あ'.repeat(30)}棚田${'い'.repeat(30)}` };
    expect(contextsOf(long, ['棚田'])).toMatchObject([{ before: `…${'あ'.repeat(18)}`, after: `${'い'.repeat(18)}…` }]);
  });

  it('leaves out what the card does not say, and says each word once', () => {
    expect(contextsOf(card, ['酒蔵', '酒蔵', '水素'])).toHaveLength(1);
  });
});
