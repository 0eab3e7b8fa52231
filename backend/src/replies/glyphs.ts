import { readFileSync } from 'node:fs';
import { FONTS } from './pdf-fonts.js';

/** Segments of code points that a font draws (the table `cmap`, format 12 of OpenType). */
type Segments = readonly (readonly [first: number, last: number])[];

let known: Segments | undefined;

/** Variation selectors choose a form of the letter before them and are no letters themselves. */
const isSelector = (code: number) => (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);

/** The letters of a text that the PDF's font cannot draw, each once. */
export function undrawable(text: string): string[] {
  known ??= segmentsOf(readFileSync(FONTS.BIZ.normal));
  const segments = known;
  const letters = new Set(text.replace(/\s/g, ''));
  return [...letters].filter((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return !isSelector(code) && !segments.some(([first, last]) => code >= first && code <= last);
  });
}

function segmentsOf(font: Buffer): Segments {
  const cmap = tableOf(font, 'cmap');
  const count = font.readUInt16BE(cmap + 2);
  for (let i = 0; i < count; i += 1) {
    const subtable = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
    if (font.readUInt16BE(subtable) !== 12) continue;
    const groups = font.readUInt32BE(subtable + 12);
    return Array.from({ length: groups }, (_, group) => {
      const at = subtable + 16 + 12 * group;
      return [font.readUInt32BE(at), font.readUInt32BE(at + 4)] as const;
    });
  }
  throw new Error('the PDF font has no table of its letters (cmap format 12)');
}

function tableOf(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let i = 0; i < tables; i += 1) {
    const record = 12 + 16 * i;
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8);
  }
  throw new Error(`the PDF font has no table ${tag}`);
}
