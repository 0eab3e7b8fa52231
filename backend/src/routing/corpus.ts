import { type Passage } from './card.js';
import type { Knowledge, Measure, StrategyRecord } from './knowledge.js';
import { type Bag, TermIndex } from './term-index.js';
import { grams, phrases } from './terms.js';
import { type Concept, Thesaurus } from './thesaurus.js';

const TITLE = 2;
const EXPANSION = 0.5;

/** One record or measure in the index. */
export interface Document {
  id: string;
  /** Its terms, one a line, to look terms of a card up in. */
  terms: string;
  /** How towns speak of what it is for, in the same way. */
  everyday: string;
  ministries: string[];
  related: string[];
  isMeasure: boolean;
}

/** All records of 2022, then all measures of 2025, behind one index. */
export class Corpus {
  readonly documents: Document[];
  readonly index: TermIndex;
  readonly bags: Bag[];
  readonly thesaurus: Thesaurus;

  /** By the list of policy words itself, which a concept carries on. */
  private readonly policyTerms: Map<string[], string[]>;

  /** `like` is a corpus of the same records and measures, whose index serves this one too. */
  constructor(
    readonly knowledge: Knowledge,
    like?: Corpus,
  ) {
    this.thesaurus = new Thesaurus(knowledge.thesaurus);
    this.policyTerms = new Map(knowledge.thesaurus.map(({ policy }) => [policy, policy.flatMap(phrases)]));
    const { documents, bags, index } = like ?? shelved(knowledge);
    this.documents = documents;
    this.bags = bags;
    this.index = index;
  }

  documentAt(at: number): Document {
    return must(this.documents[at], at);
  }

  recordAt(at: number): StrategyRecord {
    return must(this.knowledge.records[at], at);
  }

  measureAt(at: number): Measure {
    const { records, measures } = this.knowledge;
    return must(measures[at - records.length], at);
  }

  /** The grams of passages, and of what the thesaurus calls their concepts. */
  query(passages: Passage[], concepts: Concept[]): Bag {
    return bagOf([
      ...passages.flatMap(({ terms, weight }) => terms.map((term): [string, number] => [term, weight])),
      ...concepts.flatMap(({ policy, strength }) =>
        (this.policyTerms.get(policy) ?? []).map((term): [string, number] => [term, EXPANSION * strength]),
      ),
    ]);
  }
}

/** Records and measures with their terms, and the index over them. */
function shelved(knowledge: Knowledge): Pick<Corpus, 'documents' | 'bags' | 'index'> {
  const sources = [
    ...knowledge.records.map(({ id, heading, ministries }) => ({
      document: { id, ministries, related: [] as string[], isMeasure: false },
      named: [[heading, 1]] as [string, number][],
    })),
    ...knowledge.measures.map(({ id, title, place, programs, lead, related }) => ({
      document: { id, ministries: lead, related, isMeasure: true },
      named: [[title, TITLE], ...[...programs, ...place].map((name) => [name, 1])] as [string, number][],
    })),
  ].map(({ document, named }) => {
    const fromNames = named.flatMap(([name, weight]) => phrases(name).map((term): [string, number] => [term, weight]));
    const everyday = knowledge.everydayOf(document.id).flatMap(phrases);
    return { document, everyday, terms: [...fromNames, ...knowledge.termsOf(document.id)] };
  });
  const documents = sources.map(({ document, everyday, terms }) => ({
    ...document,
    terms: terms.map(([term]) => term).join('\n'),
    everyday: everyday.join('\n'),
  }));
  const bags = sources.map(({ everyday, terms }) => bagOf([...terms, ...everyday.map(once)]));
  return { documents, bags, index: new TermIndex(bags) };
}

const once = (term: string): [string, number] => [term, 1];

function must<T>(found: T | undefined, at: number): T {
  if (found === undefined) throw new Error(`No document ${at} in the index`);
  return found;
}

export function bagOf(terms: [term: string, weight: number][]): Bag {
  const bag: Bag = new Map();
  for (const [term, weight] of terms) for (const gram of grams(term)) bag.set(gram, (bag.get(gram) ?? 0) + weight);
  return bag;
}
