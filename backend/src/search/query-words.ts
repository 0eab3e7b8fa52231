import { invalid } from '../platform/errors.js';
import { fold } from '../platform/fold.js';
import type { QueryWords } from '../platform/search/text-conditions.js';

const MOST_TERMS = 20;

/** Minus as people type it, in Japanese input too: full width, dashes, 長音. */
const TOKEN = /([-－−‐–—ー])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂|｜]+))|[|｜]/gu;
const OR = /^(?:OR|ＯＲ|[|｜])$/u;

/**
 * Reads what somebody typed: 「防災 "避難 計画" 港 OR 漁港 -観光」. OR binds its neighbours, a space means and.
 * @throws DomainError where there is nothing to look for
 */
export function queryWords(typed: string): QueryWords {
  const groups: string[][] = [];
  const without: string[] = [];
  let either = false;
  for (const [token, minus, phrase, word] of typed.matchAll(TOKEN)) {
    if (OR.test(token)) {
      either = groups.length > 0;
      continue;
    }
    const term = fold(phrase ?? word ?? '');
    if (term === '') continue;
    if (minus) without.push(term);
    else if (either) groups.at(-1)?.push(term);
    else groups.push([term]);
    either = false;
  }
  if (groups.length === 0 && without.length > 0)
    throw invalid({ q: '除く語だけでは検索できません。探す語を一つ以上入力してください' });
  if (groups.flat().length + without.length > MOST_TERMS)
    throw invalid({ q: `検索語は${MOST_TERMS}語までにしてください` });
  return { groups, without };
}
