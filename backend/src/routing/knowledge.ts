import { readSeed } from '../platform/seed.js';

/** A record of the 2022 strategy: the bracket of ministries behind it can be cited. */
export interface StrategyRecord {
  id: string;
  heading: string;
  path: string[];
  printed: string[];
  ministries: string[];
  divisions: { org: string; divisions: string[] }[];
  group: number;
  line: number;
}

/** A measure of the 2025 strategy, which names no ministry: `lead` and `related` are the desk's inference. */
export interface Measure {
  id: string;
  ref: string;
  title: string;
  place: string[];
  programs: string[];
  lead: string[];
  related: string[];
}

export interface ThesaurusEntry {
  policy: string[];
  everyday: string[];
  reason: string;
}

export interface Remit {
  ministry: string;
  source: string;
  words: string[];
}

export interface Signal {
  flag: 'out_of_scope' | 'no_municipality' | 'vague';
  kind: string;
  strong: string[];
  weak: string[];
  reason: string;
}

interface Terms {
  terms: string[];
  rows: Record<string, string>;
}

export interface Knowledge {
  records: StrategyRecord[];
  measures: Measure[];
  thesaurus: ThesaurusEntry[];
  remits: Remit[];
  signals: Signal[];
  /** How towns speak of what a measure is for. */
  everydayOf(id: string): string[];
  /** The terms of the sentences behind a record or measure, each with its count. */
  termsOf(id: string): [term: string, count: number][];
}

export async function readKnowledge(): Promise<Knowledge> {
  const [records, measures, everyday, thesaurus, remits, signals, { terms, rows }] = await Promise.all([
    rowsOf<StrategyRecord>('strategy-2022'),
    rowsOf<Measure>('measures-2025'),
    rowsOf<{ measure: string; words: string[] }>('everyday'),
    rowsOf<ThesaurusEntry>('thesaurus'),
    rowsOf<Remit>('remits'),
    rowsOf<Signal>('signals'),
    readSeed<Terms>('routing/terms.json'),
  ]);
  const everydayWords = new Map(everyday.map(({ measure, words }) => [measure, words]));
  const everydayOf = (id: string) => everydayWords.get(id) ?? [];
  const termsOf = (id: string) =>
    (rows[id] ?? '')
      .split(' ')
      .filter(Boolean)
      .map((entry) => readTerm(entry, terms));
  return { records, measures, thesaurus, remits, signals, everydayOf, termsOf };
}

const rowsOf = async <T>(name: string): Promise<T[]> => (await readSeed<{ rows: T[] }>(`routing/${name}.json`)).rows;

/** `12` is the term of that number once, `12x3` three times. */
function readTerm(entry: string, terms: string[]): [string, number] {
  const [at, count = '1'] = entry.split('x');
  const term = terms[Number(at)];
  if (term === undefined) throw new Error(`routing/terms.json has no term ${at}`);
  return [term, Number(count)];
}
