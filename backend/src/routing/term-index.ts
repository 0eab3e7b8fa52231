/** How often each gram occurs. */
export type Bag = Map<string, number>;

const SATURATION = 1.2;
const LENGTH = 0.75;

/** Finds the documents nearest to a bag of grams. */
export class TermIndex {
  private readonly postings = new Map<string, [document: number, count: number][]>();
  private readonly norms: Float64Array;
  private readonly lengths: number[];
  private readonly meanLength: number;

  constructor(readonly documents: readonly Bag[]) {
    documents.forEach((bag, document) => {
      for (const [gram, count] of bag) {
        const posting = this.postings.get(gram) ?? [];
        posting.push([document, count]);
        this.postings.set(gram, posting);
      }
    });
    this.lengths = documents.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0));
    this.meanLength = this.lengths.reduce((sum, length) => sum + length, 0) / documents.length;
    this.norms = new Float64Array(documents.length);
    for (const [gram, posting] of this.postings)
      for (const [document, count] of posting) add(this.norms, document, (weigh(count) * this.rarity(gram)) ** 2);
    this.norms = this.norms.map((square) => Math.sqrt(square) || 1);
  }

  /** How much a gram tells: 1 for one that every document has. */
  rarity(gram: string): number {
    const seen = this.postings.get(gram)?.length ?? 0;
    return Math.log((this.documents.length + 1) / (seen + 1)) + 1;
  }

  cosine(query: Bag): Float64Array {
    const scores = new Float64Array(this.documents.length);
    let square = 0;
    for (const [gram, count] of query) {
      const rarity = this.rarity(gram);
      const weight = weigh(count) * rarity;
      square += weight * weight;
      for (const [document, found] of this.postings.get(gram) ?? [])
        add(scores, document, weight * weigh(found) * rarity);
    }
    const norm = Math.sqrt(square) || 1;
    return scores.map((score, document) => score / (norm * (this.norms[document] ?? 1)));
  }

  bm25(query: Bag): Float64Array {
    const scores = new Float64Array(this.documents.length);
    for (const [gram, count] of query) {
      const posting = this.postings.get(gram) ?? [];
      const rarity = Math.log(1 + (this.documents.length - posting.length + 0.5) / (posting.length + 0.5));
      for (const [document, found] of posting) {
        const length = 1 - LENGTH + (LENGTH * (this.lengths[document] ?? 0)) / this.meanLength;
        const score = (Math.min(count, 3) * rarity * found * (SATURATION + 1)) / (found + SATURATION * length);
        add(scores, document, score);
      }
    }
    return scores;
  }
}

const add = (scores: Float64Array, at: number, more: number) => {
  scores[at] = (scores[at] ?? 0) + more;
};

const weigh = (count: number) => (count > 0 ? 1 + Math.log(Math.max(count, 0.3)) : 0);
