import { officeText } from './office-text.js';
import { pdfText } from './pdf-text.js';
import { plainText } from './plain-text.js';

/** So many characters of a file are searched: a report of a hundred pages. */
export const MOST_CHARACTERS = 100_000;

/** The text that is searched of a file; empty where it has none, as a picture. @throws where it is broken or locked */
export async function fileText(name: string, content: Buffer): Promise<string> {
  const text = await read(name.split('.').pop()?.toLowerCase() ?? '', content);
  return [...tidy(text)].slice(0, MOST_CHARACTERS).join('');
}

/** PostgreSQL takes no zero byte and no half of a character. */
const tidy = (text: string): string =>
  text
    .replace(/[\0\uFFFD\uFEFF\p{Cs}]/gu, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim();

function read(kind: string, content: Buffer): string | Promise<string> {
  switch (kind) {
    case 'txt':
    case 'csv':
      return plainText(content).slice(0, 2 * MOST_CHARACTERS);
    case 'docx':
    case 'pptx':
    case 'xlsx':
      return officeText(kind, content, 2 * MOST_CHARACTERS);
    case 'pdf':
      return pdfText(content, 2 * MOST_CHARACTERS);
    default:
      return '';
  }
}
