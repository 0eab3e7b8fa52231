import { type Card, passagesOf } from './card.js';
import { bagOf, type Corpus } from './corpus.js';
import { Evidence } from './evidence.js';
import { TermIndex } from './term-index.js';
import { phrases } from './terms.js';

/** Which of some short texts are near to a card, nearest first, with the words both share. A chance likeness shares none. */
export function nearTexts(corpus: Corpus, card: Card, texts: readonly string[]): { at: number; words: string[] }[] {
  const passages = passagesOf(card);
  const evidence = new Evidence(corpus.index, passages);
  const terms = texts.map(phrases);
  const index = new TermIndex(terms.map((own) => bagOf(own.map((term) => [term, 1]))));
  const { cosine } = index.near(corpus.query(passages, corpus.thesaurus.conceptsOf(passages)));
  return [...cosine.entries()]
    .map(([at, near]) => ({ at, near, words: evidence.sharedWith((terms[at] ?? []).join('\n')) }))
    .filter(({ near, words }) => near > 0 && words.length > 0)
    .sort((a, b) => b.near - a.near || a.at - b.at)
    .map(({ at, words }) => ({ at, words }));
}
