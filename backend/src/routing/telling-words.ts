import { type Card, passagesOf } from './card.js';
import type { TermIndex } from './term-index.js';
import { grams } from './terms.js';

export interface TellingWord {
  word: string;
  weight: number;
}

const MOST = 8;
const SHORTEST = 2;
const LONGEST = 8;

/** The words that say most about a card: rare in the strategies, but known there, so that no name of a place is one. */
export function tellingWords(card: Card, index: TermIndex): TellingWord[] {
  const words = new Map<string, number>();
  for (const { terms, weight } of passagesOf(card))
    for (const word of terms) {
      if (word.length < SHORTEST || word.length > LONGEST) continue;
      const pairs = grams(word);
      if (pairs.length === 0 || !pairs.every((pair) => index.knows(pair))) continue;
      const rarity = pairs.reduce((sum, pair) => sum + index.rarity(pair), 0) / Math.sqrt(pairs.length);
      words.set(word, Math.max(words.get(word) ?? 0, rarity * weight));
    }
  return [...words]
    .map(([word, weight]) => ({ word, weight }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .filter(
      ({ word }, at, all) =>
        !all.slice(0, at).some((better) => better.word.includes(word) || word.includes(better.word)),
    )
    .slice(0, MOST);
}
