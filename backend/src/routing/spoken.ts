import { foldKana } from './card.js';
import { normalise } from './terms.js';

/** A passage in the two spellings in which words are looked for. */
export interface Spoken {
  plain: string;
  folded: string;
  weight: number;
}

export const spoken = ({ text, weight }: { text: string; weight: number }): Spoken => ({
  plain: normalise(text),
  folded: foldKana(text),
  weight,
});

/** All passages as one, to look once for what most do not say. */
export const together = (passages: readonly Spoken[]): Spoken => ({
  plain: passages.map(({ plain }) => plain).join('\n'),
  folded: passages.map(({ folded }) => folded).join('\n'),
  weight: 1,
});

const FOREIGN = /^(\p{Script=Katakana}|ー)+$/u;
const LATIN = /^[a-z]+$/;
const KANA = /^\p{Script=Hiragana}+$/u;
const SHORT = 3;

/**
 * Finds a word in a passage. A long one in any kana; a short one must stand alone: シカ is not しか, わな is not in 使わない,
 * EV not in level.
 */
export function finderOf(word: string): (passage: Spoken) => boolean {
  const plain = normalise(word);
  if (plain.length <= SHORT) {
    if (FOREIGN.test(plain)) return alone(`(?<![\\p{Script=Katakana}ー])${plain}(?![\\p{Script=Katakana}ー])`);
    if (LATIN.test(plain)) return alone(`(?<![a-z])${plain}(?![a-z])`);
    if (KANA.test(plain)) return alone(`(?<!\\p{Script=Han}|(?![のやとでにをは])\\p{Script=Hiragana})${plain}`);
  }
  const folded = foldKana(word);
  return (passage) => passage.folded.includes(folded);
}

function alone(source: string): (passage: Spoken) => boolean {
  const pattern = new RegExp(source, 'u');
  return ({ plain }) => pattern.test(plain);
}
