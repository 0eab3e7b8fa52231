import type { Corpus } from './corpus.js';
import type { RemitHit } from './remits.js';
import type { Nearness } from './term-index.js';

const NEIGHBOURS = 30;
const RELATED = 0.3;
const REMITS = 0.45;
/** Remit votes are spread over more ministries than the votes of records; this puts both on one scale. */
const REMIT_SCALE = 2;
/** 内閣府 and 内閣官房 act as one desk in 地方創生: the second of the two makes room. */
const ONE_DESK = ['内閣府', '内閣官房'];
const SECOND_DESK = 0.6;

export interface RankedMinistry {
  name: string;
  score: number;
  /** How much each document voted for it, greatest first. */
  votes: [document: number, weight: number][];
}

export interface Query {
  near: Nearness;
  weight: number;
}

/** Ministries by the records nearest to a card, and by the words of their remits. */
export function rankMinistries(
  corpus: Corpus,
  queries: Query[],
  hits: RemitHit[],
  without: ReadonlySet<number>,
): RankedMinistry[] {
  const total = queries.reduce((sum, { weight }) => sum + weight, 0);
  const remitTotal = hits.reduce((sum, { weight }) => sum + weight, 0);
  const votes = new Map<string, Map<number, number>>();
  const scores = new Map<string, number>();
  const add = (name: string, share: number) => scores.set(name, (scores.get(name) ?? 0) + share);
  for (const { near, weight } of queries)
    for (const similarity of [near.cosine, near.bm25])
      for (const [document, share] of neighbours(similarity, without)) {
        const vote = ((1 - REMITS) * share * weight) / total / 2;
        const { ministries, related } = corpus.documentAt(document);
        const owners = [
          ...ministries.map((name) => ({ name, part: vote })),
          ...related.map((name) => ({ name, part: vote * RELATED })),
        ];
        for (const { name, part } of owners) {
          add(name, part);
          const own = votes.get(name) ?? new Map<number, number>();
          votes.set(name, own.set(document, (own.get(document) ?? 0) + part));
        }
      }
  for (const { ministry, weight } of hits) add(ministry, (REMITS * REMIT_SCALE * weight) / remitTotal);
  const [, second] = ONE_DESK.filter((name) => scores.has(name)).sort((a, b) => score(scores, b) - score(scores, a));
  if (second) scores.set(second, score(scores, second) * SECOND_DESK);
  return [...scores]
    .map(([name, value]) => ({ name, score: value, votes: byWeight([...(votes.get(name) ?? [])]) }))
    .sort((a, b) => b.score - a.score || a.name.localeCompare(b.name, 'ja'));
}

/** The nearest documents, each with its share of the vote. */
function neighbours(similarity: Float64Array, without: ReadonlySet<number>): [number, number][] {
  const candidates = similarity.map((near, document) => (without.has(document) ? 0 : near));
  const least = candidates.slice().sort().at(-NEIGHBOURS) ?? 0;
  const near: [number, number][] = [];
  candidates.forEach((value, document) => {
    if (value > 0 && value >= least) near.push([document, value]);
  });
  const nearest = byWeight(near)
    .slice(0, NEIGHBOURS)
    .map(([document, value]): [number, number] => [document, value * value]);
  const sum = nearest.reduce((total, [, weight]) => total + weight, 0);
  return nearest.map(([document, weight]) => [document, weight / sum]);
}

const score = (scores: Map<string, number>, name: string) => scores.get(name) ?? 0;
const byWeight = (entries: [number, number][]) => entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
