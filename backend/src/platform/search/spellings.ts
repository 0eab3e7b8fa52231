/** The ヶ of a name (茅ヶ崎, 茅が崎) stands between kanji, that of a count (3ヶ月, 3か月, 3箇月) after a number. */
const WAYS: readonly (readonly [RegExp, string])[] = [
  [/(?<=\p{Script=Han})[けが](?=\p{Script=Han})/gu, 'けが'],
  [/(?<=[0-9〇一二三四五六七八九十百千万数何幾])[けか箇](?=\p{Script=Han})/gu, 'けか箇'],
];
const MOST = 16;

/**
 * All ways to write a folded term that the fold tells apart, itself first. が between kanji is mostly the particle, so texts
 * keep it and only what is asked for is widened: 茅が崎 is found, and nobody writes 国け県. Of a term with many such places
 * the first ones are widened.
 */
export function spellingsOf(term: string): string[] {
  const places = new Map<number, Set<string>>();
  for (const [pattern, ways] of WAYS)
    for (const { 0: typed, index } of term.matchAll(pattern))
      places.set(index, new Set([...(places.get(index) ?? [typed]), ...ways]));
  let spellings = [term];
  for (const [index, ways] of [...places].sort(([left], [right]) => left - right)) {
    if (spellings.length * ways.size > MOST) break;
    spellings = [...ways].flatMap((one) => spellings.map((said) => said.slice(0, index) + one + said.slice(index + 1)));
  }
  return spellings;
}
