import { candidateQuery, containing } from '../platform/search/grams.js';
import type { Bind } from '../platform/sql/bind.js';
import type { QueryWords } from './query-words.js';

/** Where a text is kept: folded, and as the pairs of its characters where there is an index of them. */
export interface SearchedText {
  text: string;
  grams?: string;
}

/** A word of one or two characters is a pair of the index itself: nothing is left to look up in the text. */
const isPair = (term: string): boolean => !term.includes(' ') && [...term].length <= 2;

/** The condition that a text has what was asked for, exactly. */
export function textCondition(where: SearchedText, { groups, without }: QueryWords, bind: Bind): string {
  const { text, grams } = where;
  const bySight = (term: string) => grams !== undefined && isPair(term);
  const says = (term: string) => `${text} LIKE ${bind(containing(term))}`;
  return [
    ...(grams ? [`${grams} @@ ${bind(pairsQuery({ groups, without: without.filter(isPair) }))}::tsquery`] : []),
    ...groups.filter((terms) => !terms.every(bySight)).map((terms) => `(${terms.map(says).join(' OR ')})`),
    ...without.filter((term) => !bySight(term)).map((term) => `NOT ${says(term)}`),
  ].join(' AND ');
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
