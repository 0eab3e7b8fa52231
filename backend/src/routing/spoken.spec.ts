import { describe, expect, it } from '@jest/globals';
import { finderOf, spoken } from './spoken.js';

const says = (text: string, word: string) => finderOf(word)(spoken({ text, weight: 1 }));

describe('finderOf', () => {
  it.each([
    ['シカとイノシシが増えた', 'シカ'],
    ['畑のわなを見回る', 'わな'],
    ['町のEVバス', 'EV'],
    ['まいなんばーかーどの更新', 'マイナンバーカード'],
    ['ﾄﾞﾛｰﾝを飛ばす', 'ドローン'],
  ])('%s says %s', (text, word) => expect(says(text, word)).toBe(true));

  it.each([
    ['職員は3人しかいない', 'シカ'],
    ['使わなくなった校舎', 'わな'],
    ['levelを上げる', 'EV'],
    ['コンサルタントに頼む', 'サル'],
  ])('%s does not say %s', (text, word) => expect(says(text, word)).toBe(false));
});
