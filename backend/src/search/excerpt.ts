import type { Stretch } from '../contract/search.js';
import { DASHES, fold } from '../platform/fold.js';

const BEFORE = 30;
const LENGTH = 120;

/** A character with what modifies it (ﾄﾞ is two), so that it folds as it does in the whole text. */
const CLUSTER = /\P{M}[\p{M}\u{FF9E}\u{FF9F}]*/gsu;

interface Folded {
  text: string;
  /** For each place of the folded text, where its character stands in the original, and where that ends. */
  from: number[];
  to: number[];
}

const DASH = new RegExp(`^[${DASHES}]$`, 'u');
const AFTER_KANA = /[ぁ-ゖ]$/u;

const known = new Map<string, string>();

/** Each character is folded once for all texts. */
function foldedCluster(cluster: string): string {
  if (cluster.length > 1) return fold(cluster);
  const folded = known.get(cluster) ?? (/\s/u.test(cluster) ? ' ' : fold(cluster));
  known.set(cluster, folded);
  return folded;
}

function foldWithPlaces(original: string): Folded {
  const folded: Folded = { text: '', from: [], to: [] };
  for (const { 0: cluster, index } of original.matchAll(CLUSTER)) {
    const one = foldedCluster(cluster);
    if (one === ' ' && folded.text.endsWith(' ')) continue;
    if (DASH.test(one) && AFTER_KANA.test(folded.text)) continue;
    folded.text += one;
    for (let i = 0; i < one.length; i += 1) {
      folded.from.push(index);
      folded.to.push(index + cluster.length);
    }
  }
  return folded;
}

type Span = [from: number, to: number];

/** Where the terms stand in the original, in order and without overlap. */
function placesOf(original: string, terms: readonly string[]): Span[] {
  const { text, from, to } = foldWithPlaces(original);
  const spans: Span[] = [];
  for (const term of terms)
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length))
      spans.push([from[at] ?? 0, to[at + term.length - 1] ?? original.length]);
  spans.sort(([left], [right]) => left - right);
  const apart: Span[] = [];
  for (const [start, end] of spans) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** A text as stretches, with the terms marked. */
export function marked(original: string, terms: readonly string[]): Stretch[] {
  return stretches(original, placesOf(original, terms), 0, original.length);
}

/** The surroundings of the first term found; nothing where none is. */
export function excerpt(original: string, terms: readonly string[]): Stretch[] {
  const text = original.replace(/\s+/g, ' ');
  const places = placesOf(text, terms);
  const [first] = places;
  if (!first) return [];
  const start = wholeCharacter(text, Math.max(0, first[0] - BEFORE));
  const end = wholeCharacter(text, Math.min(text.length, Math.max(start + LENGTH, first[1])));
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...stretches(text, places, start, end),
    ...(end < text.length ? [{ text: '…', hit: false }] : []),
  ];
}

/** Not between the two halves of 𠮷. */
const wholeCharacter = (text: string, at: number): number => (/^[\uDC00-\uDFFF]/.test(text.slice(at)) ? at - 1 : at);

function stretches(text: string, places: readonly Span[], start: number, end: number): Stretch[] {
  const parts: Stretch[] = [];
  let at = start;
  for (const [from, to] of places.filter(([from]) => from < end)) {
    if (from > at) parts.push({ text: text.slice(at, from), hit: false });
    parts.push({ text: text.slice(Math.max(from, at), Math.min(to, end)), hit: true });
    at = Math.min(to, end);
  }
  if (at < end) parts.push({ text: text.slice(at, end), hit: false });
  return parts;
}
