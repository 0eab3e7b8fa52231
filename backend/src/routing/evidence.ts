import type { Passage } from './card.js';
import type { TermIndex } from './term-index.js';
import { grams } from './terms.js';

const MOST = 5;
/** A term whose grams stand in most records says nothing. */
const TELLING = 2.2;
const TRIMMED = /^[\p{Script=Hiragana}ー]+|\p{Script=Hiragana}+$/gu;

const FOREIGN = /^[\p{Script=Katakana}a-z]/u;
const FOREIGN_START = /^[\p{Script=Katakana}ーa-z]+/u;
const FOREIGN_END = /[\p{Script=Katakana}ーa-z]+$/u;

/** Finds what a card and a record have in common, for people to read. */
export class Evidence {
  private readonly terms: string[];

  constructor(
    private readonly index: TermIndex,
    passages: Passage[],
  ) {
    this.terms = [...new Set(passages.flatMap((passage) => passage.terms))];
  }

  /** The longest parts of the card's terms that stand in a record's terms, most telling first. */
  sharedWith(recordTerms: string): string[] {
    const shared = new Map<string, number>();
    for (const term of this.terms)
      for (const part of partsIn(term, recordTerms)) {
        const rarities = grams(part).map((gram) => this.index.rarity(gram));
        const best = Math.max(0, ...rarities);
        if (best >= TELLING) shared.set(part, best * Math.sqrt(rarities.length));
      }
    return [...shared]
      .sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0], 'ja'))
      .map(([part]) => part)
      .filter((part, at, all) => !all.slice(0, at).some((longer) => longer.includes(part)))
      .slice(0, MOST);
  }
}

function partsIn(term: string, text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  while (from + 2 <= term.length) {
    let to = from + 2;
    if (text.includes(term.slice(from, to))) {
      while (to < term.length && text.includes(term.slice(from, to + 1))) to += 1;
      const part = wholeWords(term, from, to).replace(TRIMMED, '');
      if (part.length >= 2) parts.push(part);
      from = to;
    } else from += 1;
  }
  return parts;
}

/** A foreign word is shared whole or not at all: ガス発電 and マス発電 share 発電. */
function wholeWords(term: string, from: number, to: number): string {
  let part = term.slice(from, to);
  if (FOREIGN.test(term.charAt(from - 1))) part = part.replace(FOREIGN_START, '');
  if (FOREIGN.test(term.charAt(to))) part = part.replace(FOREIGN_END, '');
  return part;
}
