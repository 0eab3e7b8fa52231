import { foldKana, type Passage } from './card.js';
import type { Remit } from './knowledge.js';
import { finderOf, type Spoken, spoken, together } from './spoken.js';
import type { Concept } from './thesaurus.js';

/** A word of a ministry's remit that a card uses, or that a concept of the card brought in. */
export interface RemitHit {
  ministry: string;
  word: string;
  source: string;
  weight: number;
  /** The card's own words, when the word came by the thesaurus. */
  via?: string[];
}

interface Word {
  word: string;
  folded: string;
  isIn: (passage: Spoken) => boolean;
  owners: { ministry: string; source: string }[];
}

/** What came by the thesaurus counts less than what the card says. */
const BY_THESAURUS = 0.3;

/** 所掌事務: which ministry a word belongs to, by law. */
export class Remits {
  private readonly words: Word[];

  constructor(remits: Remit[]) {
    const words = new Map<string, Word>();
    for (const { ministry, source, words: own } of remits)
      for (const word of own) {
        const folded = foldKana(word);
        const known = words.get(folded) ?? { word, folded, isIn: finderOf(word), owners: [] };
        if (known.owners.every((owner) => owner.ministry !== ministry)) known.owners.push({ ministry, source });
        words.set(folded, known);
      }
    this.words = [...words.values()];
  }

  hitsOf(passages: Passage[], concepts: Concept[]): RemitHit[] {
    const sources = [
      ...passages.map((passage) => ({ ...spoken(passage), via: undefined })),
      ...concepts.map(({ policy, words, strength }) => ({
        ...spoken({ text: policy.join('。'), weight: BY_THESAURUS * strength }),
        via: words,
      })),
    ];
    const whole = together(sources);
    const said = this.words.filter(({ isIn }) => isIn(whole));
    const found = said.flatMap((word) => {
      const best = sources
        .filter(word.isIn)
        .reduce<(typeof sources)[number] | undefined>((a, b) => (a && a.weight >= b.weight ? a : b), undefined);
      return best ? [{ ...word, best }] : [];
    });
    return found
      .filter(({ folded }) => !found.some((longer) => longer.folded !== folded && longer.folded.includes(folded)))
      .flatMap(({ word, folded, owners, best }) => {
        const weight = (best.weight * Math.min(1.5, 0.5 + folded.length / 6)) / Math.sqrt(owners.length);
        return owners.map((owner) => ({ ...owner, word, weight, via: best.via }));
      });
  }
}
