/**
 * The tsquery that every text containing the folded term satisfies. Japanese search without a dictionary: an index of the
 * single characters and the overlapping pairs of a text (`search_grams_of`) finds candidates, and for words of up to two
 * characters the answer; a LIKE on the folded text makes it exact.
 */
export function candidateQuery(folded: string): string {
  const words = folded.split(' ').filter(Boolean);
  const lexemes = words.flatMap((word) => {
    const characters = [...word];
    if (characters.length === 1) return [quote(word)];
    return characters.slice(0, -1).map((character, i) => quote(character + characters[i + 1]));
  });
  return [...new Set(lexemes)].join(' & ');
}

/** A LIKE pattern that means the text itself. */
export const containing = (folded: string): string => `%${folded.replace(/[\\%_]/g, '\\$&')}%`;

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
