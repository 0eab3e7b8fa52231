import type { CardPart, Context } from '../contract/suggestions.js';
import { type Card, foldKana } from './card.js';

/** How much of the card stands before and after a word. */
const AROUND = 18;
/** A voiced sound of half-width kana is two characters that fold to one. */
const LETTERS = /\P{M}[\uFF9E\uFF9F\p{M}]*/gsu;

interface Part {
  part: CardPart;
  text: string;
  folded: string;
  /** Where in `text` each character of `folded` begins; one more for the end. */
  starts: number[];
}

/** Where the card says these words: the first place of each, as it is written there. */
export function contextsOf(card: Card, words: Iterable<string>): Context[] {
  const parts = partsOf(card);
  return [...new Set(words)].flatMap((word) => {
    const wanted = foldKana(word);
    for (const part of parts) {
      const at = part.folded.indexOf(wanted);
      if (at >= 0) return [cut(part, word, at, at + wanted.length)];
    }
    return [];
  });
}

function partsOf({ title, issue, idea, elements, ask }: Card): Part[] {
  const texts: [CardPart, string][] = [
    ['title', title],
    ...elements.map((element): [CardPart, string] => ['element', element]),
    ['issue', issue],
    ['idea', idea],
    ['ask', ask],
  ];
  return texts.filter(([, text]) => text).map(([part, text]) => ({ part, text, ...foldedWithPlaces(text) }));
}

function foldedWithPlaces(text: string): Pick<Part, 'folded' | 'starts'> {
  const starts: number[] = [];
  let pieces = '';
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const folded = letter.normalize('NFKC').toLowerCase();
    for (let i = 0; i < folded.length; i += 1) starts.push(index);
    pieces += folded;
  }
  return { folded: foldKana(pieces), starts: [...starts, text.length] };
}

function cut({ part, text, starts }: Part, word: string, from: number, to: number): Context {
  const start = starts[from] ?? 0;
  const end = starts[to] ?? text.length;
  const before = text.slice(Math.max(0, start - AROUND), start);
  const after = text.slice(end, end + AROUND);
  return {
    word,
    part,
    before: `${start > AROUND ? '…' : ''}${before}`,
    said: text.slice(start, end),
    after: `${after}${end + AROUND < text.length ? '…' : ''}`,
  };
}
