import { unpacked, type ZipEntry, zipEntries } from '../../platform/zip.js';
import { type Reading, xmlText } from './xml-text.js';

/** What a part, and what all parts of a file may unpack to: a bomb of zeros is as small as it likes. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 64 * 1024 * 1024;

interface Parts extends Reading {
  name: RegExp;
}

const WORDS: Reading = { of: ['t'], lines: ['p'], without: ['rt'] };
const STRINGS: Reading = { of: ['t'], lines: ['si', 'is'], without: ['rPh'] };
const CELLS: Reading = { ...STRINGS, lines: ['is', 'row'], values: { of: 'v', within: 'c', said: saidInCell } };

/** Where all that makes a file of this kind lies: what has nothing there is something else, or locked. */
const FOLDERS = { docx: 'word/', pptx: 'ppt/', xlsx: 'xl/' } as const;

/** In which parts of a file its text stands. */
const PARTS = {
  docx: [{ ...WORDS, name: /^word\/(document|footnotes|endnotes|header\d*|footer\d*)\.xml$/ }],
  pptx: [{ ...WORDS, name: /^ppt\/(slides\/slide|notesSlides\/notesSlide)\d+\.xml$/ }],
  xlsx: [
    { ...STRINGS, name: /^xl\/sharedStrings\.xml$/ },
    { ...CELLS, name: /^xl\/worksheets\/sheet\d+\.xml$/ },
  ],
} satisfies Record<string, Parts[]>;

/** The text of a Word, PowerPoint or Excel file, in the order of its parts. */
export function officeText(kind: keyof typeof PARTS, content: Buffer, limit: number): string {
  const entries = zipEntries(content).sort(byNumber);
  if (!entries.some(({ name }) => name.startsWith(FOLDERS[kind]))) throw new Error(`this is no ${kind}`);
  let left = MOST_BYTES_IN_ALL;
  let text = '';
  for (const { name, ...reading } of PARTS[kind]) {
    for (const entry of entries.filter((one) => name.test(one.name))) {
      if (text.length >= limit) return text;
      const part = unpacked(content, entry, Math.min(MOST_BYTES, left));
      if (!part) throw new Error(`${entry.name} cannot be unpacked`);
      left -= part.length;
      text += `${xmlText(part.toString('utf8'), reading, limit - text.length)}\n`;
    }
  }
  return text;
}

/** slide2 before slide10. */
const byNumber = (left: ZipEntry, right: ZipEntry) => left.name.localeCompare(right.name, 'en', { numeric: true });

/** Numbers, as they are kept and as they are usually shown; what a formula says. Other cells point to the strings. */
function saidInCell(text: string, attributes: string): string {
  const [, kind = 'n'] = /\bt="(\w+)"/.exec(attributes) ?? [];
  if (kind === 'str') return `${text} `;
  const number = Number(text);
  if (kind !== 'n' || !Number.isFinite(number)) return '';
  // 0.1 + 0.2 is kept as 0.30000000000000004 and shown as 0.3.
  const kept = Number(number.toPrecision(15));
  return Math.abs(kept) < 1000 ? `${kept} ` : `${kept} ${kept.toLocaleString('en')} `;
}
