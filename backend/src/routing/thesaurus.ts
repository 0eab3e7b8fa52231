import type { Passage } from './card.js';
import type { ThesaurusEntry } from './knowledge.js';
import { finderOf, type Spoken, spoken, together } from './spoken.js';

/** An entry that a card speaks of, by the words it uses. */
export interface Concept {
  policy: string[];
  words: string[];
  strength: number;
}

interface Entry {
  policy: string[];
  words: { word: string; isIn: (passage: Spoken) => boolean }[];
}

const MOST_CONCEPTS = 14;
const STRONGEST = 2;

/** How towns speak → what plans and measures call it. */
export class Thesaurus {
  private readonly entries: Entry[];

  constructor(entries: ThesaurusEntry[]) {
    this.entries = entries.map(({ policy, everyday }) => ({
      policy,
      words: [...policy, ...everyday].map((word) => ({ word, isIn: finderOf(word) })),
    }));
  }

  conceptsOf(passages: Passage[]): Concept[] {
    const said = passages.map(spoken);
    const whole = together(said);
    return this.entries
      .map(({ policy, words }) => spokenOf({ policy, words: words.filter(({ isIn }) => isIn(whole)) }, said))
      .filter(({ strength }) => strength > 0)
      .sort((a, b) => b.strength - a.strength)
      .slice(0, MOST_CONCEPTS)
      .map((concept) => ({ ...concept, strength: Math.min(STRONGEST, concept.strength) }));
  }
}

function spokenOf({ policy, words }: Entry, passages: Spoken[]): Concept {
  const concept: Concept = { policy, words: [], strength: 0 };
  for (const { word, isIn } of words) {
    const weight = Math.max(0, ...passages.filter(isIn).map((found) => found.weight));
    if (weight === 0) continue;
    concept.words.push(word);
    concept.strength += weight * Math.min(1.5, word.length / 3);
  }
  return concept;
}
