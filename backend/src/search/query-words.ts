import { invalid } from '../platform/errors.js';
import { DASHES, fold } from '../platform/fold.js';
import { spellingsOf } from '../platform/search/spellings.js';
import type { QueryWords } from '../platform/search/text-conditions.js';

const MOST_TERMS = 20;

/** Minus as people type it, in Japanese input too: full width, dashes, 長音. */
const TOKEN = /([-－−‐–—ー])?(?:["“”＂]([^"“”＂]*)["“”＂]?|([^\s"“”＂|｜]+))|[|｜]/gu;
/** Where a phrase is cut out of a word, its first dash is the 長音 of a kana that was left out. */
const CUT_OFF = new RegExp(`^[${DASHES}]+(?=[ぁ-ゖ])`, 'u');
const OR = /^(?:OR|ＯＲ|[|｜])$/u;

/**
 * Reads what somebody typed: 「防災 "避難 計画" 港 OR 漁港 -観光」. OR binds its neighbours, a space means and.
 * Each word that has several spellings becomes all of them.
 * @throws DomainError where there is nothing to look for
 */
export function queryWords(typed: string): QueryWords {
  const groups: string[][] = [];
  const without: string[] = [];
  let either = false;
  let terms = 0;
  for (const [token, minus, phrase, word] of typed.matchAll(TOKEN)) {
    if (OR.test(token)) {
      either = groups.length > 0;
      continue;
    }
    const term = fold(phrase ?? word ?? '').replace(CUT_OFF, '');
    if (term === '') continue;
    terms += 1;
    if (minus) without.push(...spellingsOf(term));
    else if (either) groups.at(-1)?.push(...spellingsOf(term));
    else groups.push(spellingsOf(term));
    either = false;
  }
  if (groups.length === 0 && without.length > 0)
    throw invalid({ q: '除く語だけでは検索できません。探す語を一つ以上入力してください' });
  if (terms > MOST_TERMS) throw invalid({ q: `検索語は${MOST_TERMS}語までにしてください` });
  return { groups, without };
}
