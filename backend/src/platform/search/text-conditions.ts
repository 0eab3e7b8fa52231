import type { Bind } from '../sql/bind.js';
import { candidateQuery, containing } from './grams.js';

/** What is searched for, folded. A term is a word, or a phrase with its spaces. */
export interface QueryWords {
  /** Of each group at least one term occurs. */
  groups: string[][];
  /** None of these occurs. */
  without: string[];
}

/** Where a text is kept: folded, and as the pairs of its characters where there is an index of them. */
export interface SearchedText {
  text: string;
  grams?: string;
}

/** A word of one or two characters is a pair of the index itself: nothing is left to look up in the text. */
const isPair = (term: string): boolean => !term.includes(' ') && [...term].length <= 2;

/** The condition that a text has what was asked for, exactly. */
export function textCondition({ text, grams }: SearchedText, words: QueryWords, bind: Bind): string {
  if (grams) return [pairsCondition(grams, words, bind), ...exactCondition(text, words, bind)].join(' AND ');
  return said(text, words.groups, words.without, bind).join(' AND ');
}

/** What the index of pairs knows: all that is said by words of one or two characters, and candidates for the others. */
export const pairsCondition = (grams: string, { groups, without }: QueryWords, bind: Bind): string =>
  `${grams} @@ ${bind(pairsQuery({ groups, without: without.filter(isPair) }))}::tsquery`;

/** What only the text knows. */
export const exactCondition = (text: string, { groups, without }: QueryWords, bind: Bind): string[] =>
  said(
    text,
    groups.filter((terms) => !terms.every(isPair)),
    without.filter((term) => !isPair(term)),
    bind,
  );

function said(text: string, groups: string[][], without: string[], bind: Bind): string[] {
  const says = (term: string) => `${text} LIKE ${bind(containing(term))}`;
  return [...groups.map((terms) => `(${terms.map(says).join(' OR ')})`), ...without.map((term) => `NOT ${says(term)}`)];
}

function pairsQuery({ groups, without }: QueryWords): string {
  const either = groups.map((terms) => `(${terms.map((term) => `(${candidateQuery(term)})`).join(' | ')})`);
  return [...either, ...without.map((term) => `!(${candidateQuery(term)})`)].join(' & ');
}

/** Of how many groups a title has a term. */
export const titleRank = (title: string, { groups }: QueryWords, bind: Bind): string =>
  groups
    .map((terms) => `(${terms.map((term) => `${title} LIKE ${bind(containing(term))}`).join(' OR ')})::int`)
    .join(' + ');
