import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Card } from './card.js';
import { Flags } from './flags.js';
import { readKnowledge } from './knowledge.js';

const card = (kind: string | undefined, ask: string): Card => ({
  lead: kind ? { kind } : undefined,
  title: 'ご相談',
  issue: '',
  idea: '',
  elements: [],
  ask,
});

describe('Flags', () => {
  let flags: Flags;
  beforeAll(async () => {
    flags = new Flags((await readKnowledge()).signals);
  });

  it.each([
    ['個人', '夫婦で移り住みたいので、おすすめの町と仕事を紹介してください。', 'private_request'],
    ['個人', '隣の家の犬がうるさく、何度も電話したが職員の態度が悪い。', 'complaint'],
    ['企業', '弊社が開発した名簿ソフトの無料トライアルをご案内します。', 'sales_pitch'],
    ['個人', '与党の政策に断固反対します。', 'political'],
    ['匿名', '課長が業者から賄賂を受け取っています。', 'whistle_blowing'],
    ['大学', '卒業論文のためのアンケートにご協力ください。', 'survey'],
    ['町', 'テスト送信です。ああああ', 'test_entry'],
    ['市', '職員駐車場の割当てと忘年会の会場について。', 'internal_admin'],
  ])('%s: %s', (kind, ask, expected) => {
    const { raised, reasons } = flags.outOfScope(card(kind, ask));
    expect(raised).toBe(true);
    expect(reasons.map((reason) => reason.kind)).toContain(expected);
  });

  it.each([
    ['市', '観光客が増えて苦情が多く、近所の方が迷惑している。'],
    ['町', '移住者へのアンケートで、実家の近くに戻りたい人が多かった。公用車の電動化も考えたい。'],
    ['村', 'ドローンの飛行テストと、不正アクセスへの備えについて工夫したい。'],
    ['企業', '当社は地元の食品会社で、商品の輸出と工場の人手に困っています。'],
    ['NPO', '私たちの会は空き家を直して学生の宿にしています。'],
  ])('leaves %s alone: %s', (kind, ask) => {
    expect(flags.outOfScope(card(kind, ask))).toEqual({ raised: false, reasons: [] });
  });

  it.each(['市', '町', '村', '特別区', '県', '広域連合', '一部事務組合'])('knows %s as a municipality', (kind) => {
    expect(flags.noMunicipality(card(kind, '')).raised).toBe(false);
  });

  it.each(['NPO', '大学', '商工会', '企業', '観光協会', '住民団体', '町内会', '市民団体'])(
    'asks for a municipality behind %s',
    (kind) => {
      const { raised, reasons } = flags.noMunicipality(card(kind, ''));
      expect(raised).toBe(true);
      expect(reasons[0]?.words).toEqual([kind]);
    },
  );

  it('reads from the text who writes when the form does not say', () => {
    expect(flags.noMunicipality(card(undefined, '本学では学生が集落に通っています。')).raised).toBe(true);
    expect(flags.noMunicipality(card(undefined, '本町では学生が集落に通っています。')).raised).toBe(false);
  });
});
