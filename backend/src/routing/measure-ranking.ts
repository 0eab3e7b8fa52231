import type { Corpus } from './corpus.js';
import type { RankedMinistry } from './ministry-ranking.js';
import type { Nearness } from './term-index.js';

const BRIDGES = 15;
const BY_BRIDGE = 0.35;
const BY_OWNER = 0.2;
const RELATED = 0.5;

/** Measures by their terms, by the records of 2022 that are near to both, and by the ministries already ranked. */
export class MeasureRanking {
  private readonly first: number;
  private readonly bridges: Float64Array[];

  /** `like` ranks the same measures, whatever the thesaurus: its bridges stand here too. */
  constructor(
    private readonly corpus: Corpus,
    like?: MeasureRanking,
  ) {
    const { bags, index, knowledge } = corpus;
    this.first = knowledge.records.length;
    this.bridges = like?.bridges ?? bags.slice(0, this.first).map((bag) => this.measuresOf(index.near(bag).cosine));
  }

  rank(near: Nearness, ministries: RankedMinistry[]): { document: number; score: number }[] {
    const cosine = unit(this.measuresOf(near.cosine));
    const bm25 = unit(this.measuresOf(near.bm25));
    const bridge = unit(this.bridgeFrom(near.cosine.subarray(0, this.first)));
    const most = ministries[0]?.score || 1;
    const owners = new Map(ministries.map(({ name, score }) => [name, score / most]));
    return [...cosine]
      .map((byCosine, at) => {
        const document = this.first + at;
        const { ministries: lead, related } = this.corpus.documentAt(document);
        const own = Math.max(0, ...lead.map((name) => owners.get(name) ?? 0));
        const beside = Math.max(0, ...related.map((name) => (owners.get(name) ?? 0) * RELATED));
        const byTerms = (byCosine + (bm25[at] ?? 0)) / 2;
        const score = (1 - BY_BRIDGE) * byTerms + BY_BRIDGE * (bridge[at] ?? 0) + BY_OWNER * Math.max(own, beside);
        return { document, score };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.document - b.document);
  }

  private bridgeFrom(near: Float64Array): Float64Array {
    const scores = new Float64Array(this.corpus.documents.length - this.first);
    const nearest = [...near.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, BRIDGES);
    for (const [record, similarity] of nearest)
      this.bridges[record]?.forEach((score, at) => {
        scores[at] = (scores[at] ?? 0) + similarity * score;
      });
    return scores;
  }

  private measuresOf(scores: Float64Array): Float64Array {
    return scores.subarray(this.first);
  }
}

/** The same order between 0 and 1. */
function unit(scores: Float64Array): Float64Array {
  const [least, most] = [Math.min(...scores), Math.max(...scores)];
  return scores.map((score) => (most > least ? (score - least) / (most - least) : 0));
}
