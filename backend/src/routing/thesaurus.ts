import { foldKana, type Passage } from './card.js';
import type { ThesaurusEntry } from './knowledge.js';

/** An entry that a card speaks of, by the words it uses. */
export interface Concept {
  policy: string[];
  words: string[];
  strength: number;
}

interface Entry {
  policy: string[];
  words: { word: string; folded: string }[];
}

const MOST_CONCEPTS = 14;
const STRONGEST = 2;

/** How towns speak → what plans and measures call it. */
export class Thesaurus {
  private readonly entries: Entry[];

  constructor(entries: ThesaurusEntry[]) {
    this.entries = entries.map(({ policy, everyday }) => ({
      policy,
      words: [...policy, ...everyday].map((word) => ({ word, folded: foldKana(word) })),
    }));
  }

  conceptsOf(passages: Passage[]): Concept[] {
    const folded = passages.map(({ text, weight }) => ({ text: foldKana(text), weight }));
    return this.entries
      .map((entry) => spokenOf(entry, folded))
      .filter(({ strength }) => strength > 0)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_CONCEPTS)
      .map((concept) => ({ ...concept, strength: Math.min(STRONGEST, concept.strength) }));
  }
}

function spokenOf({ policy, words }: Entry, passages: Passage[]): Concept {
  const concept: Concept = { policy, words: [], strength: 0 };
  for (const { word, folded } of words) {
    const weight = Math.max(0, ...passages.filter(({ text }) => text.includes(folded)).map((found) => found.weight));
    if (weight === 0) continue;
    concept.words.push(word);
    concept.strength += weight * Math.min(1.5, folded.length / 3);
  }
  return concept;
}
