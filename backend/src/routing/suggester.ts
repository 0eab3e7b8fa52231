import type { Citation, SuggestedMeasure, SuggestedMinistry, Suggestions } from '../contract/routing.js';
import { type Card, passagesOf } from './card.js';
import { Corpus } from './corpus.js';
import { Evidence } from './evidence.js';
import { Flags } from './flags.js';
import { type Knowledge } from './knowledge.js';
import { MeasureRanking } from './measure-ranking.js';
import { type RankedMinistry, rankMinistries } from './ministry-ranking.js';
import { nearTexts } from './near-texts.js';
import { questionsFor } from './questions.js';
import { type RemitHit, Remits } from './remits.js';
import { type TellingWord, tellingWords } from './telling-words.js';
import type { Concept } from './thesaurus.js';

const ELEMENT = 0.1;
const MINISTRIES = 8;
const MEASURES = 15;
const RECORDS = 10;
const WITNESSES = 3;

/** Suggests whom to ask and what may help, each with its evidence. The same card always gets the same answer. */
export class Suggester {
  private readonly corpus: Corpus;
  private readonly remits: Remits;
  private readonly measures: MeasureRanking;
  private readonly flags: Flags;

  /** `like` knows the same records and measures: its index, which takes long to build, serves this one too. */
  constructor(
    readonly knowledge: Knowledge,
    like?: Suggester,
  ) {
    this.corpus = new Corpus(knowledge, like?.corpus);
    this.remits = new Remits(knowledge.remits);
    this.measures = new MeasureRanking(this.corpus, like?.measures);
    this.flags = new Flags(knowledge.signals);
  }

  /** `without` are documents that may not vote: an evaluation keeps what it asks about out. */
  suggest(card: Card, without: ReadonlySet<number> = new Set()): Suggestions {
    const passages = passagesOf(card);
    const concepts = this.corpus.thesaurus.conceptsOf(passages);
    const hits = this.remits.hitsOf(passages, concepts);
    const near = this.corpus.index.near(this.corpus.query(passages, concepts));
    const elements = passages
      .filter(({ part }) => part === 'element')
      .map((element) => {
        const alone = [{ ...element, weight: 1 }];
        const query = this.corpus.query(alone, this.corpus.thesaurus.conceptsOf(alone));
        return { near: this.corpus.index.near(query), weight: ELEMENT };
      });
    const ministries = rankMinistries(this.corpus, [{ near, weight: 1 }, ...elements], hits, without);
    const evidence = new Evidence(this.corpus.index, passages);
    const vague = this.flags.vague(card);
    return {
      ministries: ministries.slice(0, MINISTRIES).map((one, at) => this.ministry(one, at === 0, hits, evidence)),
      measures: this.measures
        .rank(near, ministries)
        .slice(0, MEASURES)
        .map(({ document, score }) => this.measure(document, score, concepts, evidence)),
      similarRecords: this.similar(near.cosine, without).map((document) => this.citation(document, evidence)),
      outOfScope: this.flags.outOfScope(card),
      noMunicipality: this.flags.noMunicipality(card),
      vague: { ...vague, questions: vague.raised ? questionsFor(card) : [] },
    };
  }

  /** What thesaurus and remits find in a card: where two suggesters find the same, they suggest the same. */
  foundIn(card: Card): { concepts: Concept[]; hits: RemitHit[] } {
    const passages = passagesOf(card);
    const concepts = this.corpus.thesaurus.conceptsOf(passages);
    return { concepts, hits: this.remits.hitsOf(passages, concepts) };
  }

  /** The words of a card by which other cases like it are found. */
  tellingWords(card: Card): TellingWord[] {
    return tellingWords(card, this.corpus.index);
  }

  /** Which of some short texts are near to a card. */
  near(card: Card, texts: readonly string[]): { at: number; words: string[] }[] {
    return nearTexts(this.corpus, card, texts);
  }

  private ministry({ name, score, votes }: RankedMinistry, leads: boolean, hits: RemitHit[], evidence: Evidence) {
    const witnesses = votes.map(([document]) => document);
    const records = witnesses.filter((document) => !this.corpus.documentAt(document).isMeasure);
    const measures = witnesses.filter((document) => this.corpus.documentAt(document).isMeasure);
    const own = hits.filter(({ ministry }) => ministry === name).sort((a, b) => b.weight - a.weight);
    return {
      name,
      score: round(score),
      leads,
      divisions: this.divisions(name, records),
      citations: records.slice(0, WITNESSES).map((document) => this.citation(document, evidence)),
      inferences: measures.slice(0, WITNESSES).map((document) => {
        const { id, ref, title } = this.corpus.measureAt(document);
        return { id, ref, title, ...this.shared(document, evidence) };
      }),
      remits: own.slice(0, WITNESSES).map(({ word, source, via }) => ({ word, source, via: via ?? null })),
    } satisfies SuggestedMinistry;
  }

  /** The divisions in the brackets of the records that vote, those of the nearest record first. */
  private divisions(ministry: string, records: number[]): SuggestedMinistry['divisions'] {
    const found = new Map<string, string[]>();
    for (const document of records.slice(0, WITNESSES)) {
      const { id, divisions } = this.corpus.recordAt(document);
      for (const { org, divisions: names } of divisions)
        if (org === ministry) for (const name of names) found.set(name, [...(found.get(name) ?? []), id]);
    }
    return [...found]
      .map(([name, ids]) => ({ name, records: ids }))
      .sort((a, b) => b.records.length - a.records.length);
  }

  private measure(document: number, score: number, concepts: Concept[], evidence: Evidence): SuggestedMeasure {
    const { id, ref, title, lead, related } = this.corpus.measureAt(document);
    const { terms } = this.corpus.documentAt(document);
    const thesaurus = concepts.map(({ words, policy }) => ({
      words,
      policy: policy.filter((word) => terms.includes(word)),
    }));
    return {
      id,
      ref,
      title,
      score: round(score),
      owners: [...lead, ...related],
      ...this.shared(document, evidence),
      thesaurus: thesaurus.filter(({ policy }) => policy.length > 0).slice(0, WITNESSES),
    };
  }

  /** What a card has in common with a measure, and beyond it with how towns speak of what the measure is for. */
  private shared(document: number, evidence: Evidence): Pick<SuggestedMeasure, 'terms' | 'everyday'> {
    const { terms, everyday } = this.corpus.documentAt(document);
    const own = evidence.sharedWith(terms);
    return { terms: own, everyday: evidence.sharedWith(everyday).filter((word) => !terms.includes(word)) };
  }

  private similar(near: Float64Array, without: ReadonlySet<number>): number[] {
    return [...near.subarray(0, this.knowledge.records.length).entries()]
      .filter(([document, similarity]) => similarity > 0 && !without.has(document))
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, RECORDS)
      .map(([document]) => document);
  }

  private citation(document: number, evidence: Evidence): Citation {
    const { id, heading, path, line, printed } = this.corpus.recordAt(document);
    return { id, heading, path, line, printed, terms: evidence.sharedWith(this.corpus.documentAt(document).terms) };
  }
}

const round = (score: number) => Math.round(score * 10_000) / 10_000;
