/**
 * Japanese text search without a dictionary: folded text is cut into overlapping pairs of characters. A GIN index on
 * the pairs finds candidates, a LIKE on the folded text makes the answer exact, from one character on.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/ゖ/g, 'け')
    .replace(/ゕ/g, 'か')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The distinct pairs of a folded text, and each word's last character alone. */
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
