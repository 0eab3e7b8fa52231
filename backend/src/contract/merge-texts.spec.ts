import { describe, expect, it } from '@jest/globals';
import { mergeTexts } from './merge-texts.js';

const text = (...lines: string[]) => lines.join('\n');

describe('two versions of one text', () => {
  it.each([
    ['only mine changed', text('一', '二'), text('一', '弐'), text('一', '二'), text('一', '弐')],
    ['only theirs changed', text('一', '二'), text('一', '二'), text('壱', '二'), text('壱', '二')],
    ['different lines', text('一', '二', '三'), text('壱', '二', '三'), text('一', '二', '参'), text('壱', '二', '参')],
    ['both wrote into nothing', '', '私', '相手', text('相手', '私')],
    ['both added at the end', '一', text('一', '私'), text('一', '相手'), text('一', '相手', '私')],
    ['both wrote the same', '一', text('一', '二'), text('一', '二'), text('一', '二')],
    [
      'one removed, the other added',
      text('一', '二', '三'),
      text('一', '三'),
      text('一', '二', '三', '四'),
      text('一', '三', '四'),
    ],
    ['both made it empty', '一', '', '', ''],
    ['the same line differently', '一', '壱', 'いち', null],
    ['one removed what the other changed', text('一', '二'), '一', text('一', '弐'), null],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(mergeTexts(base, mine, theirs)).toBe(merged);
  });

  it('loses no line that either of them added, and none that both kept', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const dice = diceOf(seed);
      const base = Array.from({ length: dice(6) }, (_, i) => `元${i}`);
      const mine = changed(base, '私', dice);
      const theirs = changed(base, '相', dice);
      const merged = mergeTexts(base.join('\n'), mine.join('\n'), theirs.join('\n'));
      if (merged === null) continue;
      const lines = merged.split('\n');
      const added = [...mine, ...theirs].filter((line) => !line.startsWith('元'));
      const kept = base.filter((line) => mine.includes(line) && theirs.includes(line));
      expect(lines).toEqual(expect.arrayContaining([...added, ...kept]));
    }
  });
});

/** Numbers below `n` that are the same for the same seed. */
function diceOf(seed: number): (n: number) => number {
  let state = seed * 2654435761;
  return (n) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * n);
  };
}

/** Some lines removed, some added. */
function changed(base: readonly string[], who: string, dice: (n: number) => number): string[] {
  const lines = base.filter(() => dice(4) > 0);
  for (let i = dice(3); i > 0; i--) lines.splice(dice(lines.length + 1), 0, `${who}${i}`);
  return lines;
}
