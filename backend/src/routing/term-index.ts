/** How often each gram occurs. */
export type Bag = Map<string, number>;

/** How near each document is, by two measures that err differently. */
export interface Nearness {
  cosine: Float64Array;
  bm25: Float64Array;
}

interface Posting {
  documents: Uint32Array;
  /** What the gram weighs in each of them: for the cosine, and for BM25 with the gram's rarity in it. */
  weights: Float64Array;
  saturated: Float64Array;
  rarity: number;
}

const SATURATION = 1.2;
const LENGTH = 0.75;
const OFTEN = 3;

/** Finds the documents nearest to a bag of grams. */
export class TermIndex {
  private readonly postings = new Map<string, Posting>();
  private readonly norms: Float64Array;
  private readonly count: number;

  constructor(documents: readonly Bag[]) {
    this.count = documents.length;
    const lengths = documents.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
    const mean = lengths.reduce((sum, length) => sum + length, 0) / documents.length;
    this.norms = new Float64Array(documents.length);
    for (const [gram, found] of occurrences(documents)) {
      const rarity = this.rarityOf(found.length);
      const tells = Math.log(1 + (this.count - found.length + 0.5) / (found.length + 0.5));
      const weights = found.map(([, count]) => weigh(count) * rarity);
      const saturated = found.map(([document, count]) => {
        const length = 1 - LENGTH + (LENGTH * (lengths[document] ?? 0)) / mean;
        return (tells * count * (SATURATION + 1)) / (count + SATURATION * length);
      });
      found.forEach(([document], at) => add(this.norms, document, (weights[at] ?? 0) ** 2));
      this.postings.set(gram, {
        documents: Uint32Array.from(found, ([document]) => document),
        weights: Float64Array.from(weights),
        saturated: Float64Array.from(saturated),
        rarity,
      });
    }
    this.norms = this.norms.map((square) => Math.sqrt(square) || 1);
  }

  /** How much a gram tells: 1 for one that every document has. */
  rarity(gram: string): number {
    return this.postings.get(gram)?.rarity ?? this.rarityOf(0);
  }

  knows(gram: string): boolean {
    return this.postings.has(gram);
  }

  near(query: Bag): Nearness {
    const cosine = new Float64Array(this.count);
    const bm25 = new Float64Array(this.count);
    let square = 0;
    for (const [gram, count] of query) {
      const posting = this.postings.get(gram);
      const weight = weigh(count) * (posting?.rarity ?? this.rarityOf(0));
      square += weight * weight;
      if (!posting) continue;
      const { documents, weights, saturated } = posting;
      const repeated = Math.min(count, OFTEN);
      for (let at = 0; at < documents.length; at += 1) {
        const document = documents[at] ?? 0;
        cosine[document] = (cosine[document] ?? 0) + weight * (weights[at] ?? 0);
        bm25[document] = (bm25[document] ?? 0) + repeated * (saturated[at] ?? 0);
      }
    }
    const norm = Math.sqrt(square) || 1;
    return { cosine: cosine.map((score, document) => score / (norm * (this.norms[document] ?? 1))), bm25 };
  }

  private rarityOf(documents: number): number {
    return Math.log((this.count + 1) / (documents + 1)) + 1;
  }
}

function occurrences(documents: readonly Bag[]): Map<string, [document: number, count: number][]> {
  const found = new Map<string, [number, number][]>();
  documents.forEach((bag, document) => {
    for (const [gram, count] of bag) {
      const known = found.get(gram);
      if (known) known.push([document, count]);
      else found.set(gram, [[document, count]]);
    }
  });
  return found;
}

const add = (scores: Float64Array, at: number, more: number) => {
  scores[at] = (scores[at] ?? 0) + more;
};

/** A word said three times says a little more; expansions count in parts. */
const weigh = (count: number) => 1 + Math.log(Math.max(count, 0.3));
