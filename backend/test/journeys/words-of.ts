import { PDFParse } from 'pdf-parse';
import { unpacked, zipEntries } from '../../src/platform/zip.js';
import type { Answer } from '../api.js';

/** What a search marks, it cuts out of its sentence. */
const BETWEEN_STRETCHES = /","hit":(?:true|false)\},\{"text":"/g;

/** The readable words of an answer, of a PDF or an Office file too. */
export async function wordsOf({ headers, text, bytes }: Answer): Promise<string> {
  if (String(headers['content-type']).includes('openxml'))
    return zipEntries(bytes)
      .map((entry) => unpacked(bytes, entry, 10_000_000)?.toString())
      .join(' ');
  if (!String(headers['content-type']).includes('pdf')) return text.replace(BETWEEN_STRETCHES, '');
  const parser = new PDFParse({ data: new Uint8Array(bytes) });
  const read = await parser.getText();
  await parser.destroy();
  return read.text;
}
