const words = new Intl.Segmenter('ja', { granularity: 'word' });
const CONTENT = /[\p{Script=Han}\p{Script=Katakana}a-z]/u;
// Hiragana that is part of a term of the field; other hiragana is grammar.
const KANA_TERMS =
  /^(まち|まちづくり|づくり|おこし|ふるさと|こども|子ども|ものづくり|くらし|ひと|しごと|ごみ|わな|けもの|かわ)$/;
const RUNS = /[\p{Script=Katakana}ー]+|[a-z0-9]+|[\p{Script=Han}\p{Script=Hiragana}々]+/gu;

/** Full and half width, capitals and the many dashes of typed text are one. */
export const normalise = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‐‑–—―－]|(?<=\p{Script=Katakana})-/gu, 'ー');

/** The terms of a text: words that stand side by side without grammar between them are one term. */
export function phrases(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment, isWordLike } of words.segment(normalise(text))) {
    if (isWordLike && (CONTENT.test(segment) || segment === 'ー' || KANA_TERMS.test(segment))) open += segment;
    else {
      if (open) found.push(open);
      open = '';
    }
  }
  if (open) found.push(open);
  return found;
}

/** What two spellings of a term share: pairs of characters, and foreign words whole and in threes. */
export function grams(term: string): string[] {
  return [...term.matchAll(RUNS)].flatMap(([run]) => {
    const letters = [...run];
    if (/^[0-9]+$/.test(run)) return [];
    if (letters.length === 1) return /\p{Script=Han}/u.test(run) ? [run] : [];
    if (/^[\p{Script=Katakana}ーa-z0-9]+$/u.test(run))
      return letters.length > 3 ? [`#${run}`, ...windows(letters, 3)] : [`#${run}`];
    return windows(letters, 2).filter((pair) => !/^\p{Script=Hiragana}+$/u.test(pair));
  });
}

const windows = (letters: string[], size: number): string[] =>
  letters.slice(0, letters.length - size + 1).map((_, at) => letters.slice(at, at + size).join(''));
