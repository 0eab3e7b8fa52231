/**
 * The distinct pairs of characters of a folded text, and each word's last character alone. Japanese search without a
 * dictionary: a GIN index on the pairs finds candidates, a LIKE on the folded text makes the answer exact.
 */
export function grams(folded: string): string[] {
  const found = new Set<string>();
  for (const word of folded.split(' ')) {
    const characters = [...word];
    characters.forEach((character, i) => found.add(character + (characters[i + 1] ?? '')));
  }
  found.delete('');
  return [...found];
}

/** The tsquery that every text containing the folded term satisfies. */
export function candidateQuery(folded: string): string {
  const words = folded.split(' ').filter(Boolean);
  const lexemes = words.flatMap((word) => {
    const characters = [...word];
    if (characters.length === 1) return [`${quote(word)}:*`];
    return characters.slice(0, -1).map((character, i) => quote(character + characters[i + 1]));
  });
  return [...new Set(lexemes)].join(' & ');
}

/** A LIKE pattern that means the text itself. */
export const containing = (folded: string): string => `%${folded.replace(/[\\%_]/g, '\\$&')}%`;

const quote = (lexeme: string) => `'${lexeme.replace(/['\\]/g, '$&$&')}'`;
