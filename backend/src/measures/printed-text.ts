/** A line of a printed document, as text extraction left it. */
export interface PrintedLine {
  /** Its number in the file, from 1. */
  no: number;
  raw: string;
  /** Read without what extraction added. */
  text: string;
}

/** What extraction took for another character. */
const GLYPHS: Record<string, string> = { 污: '汚', 处: '処', 发: '発', 实: '実', й: 'イ', д: 'ド', 續: '続' };

/** Words that extraction misread, each looked up in the printed document. */
const MISREADINGS: readonly (readonly [string, string])[] = [
  ['り・デザイン', 'リ・デザイン'],
  ['連携・スキリング', '連携リ・スキリング'],
  ['において、スキリングを行った', 'において、リ・スキリングを行った'],
  ['公共サービスマッシュ', '公共サービスメッシュ'],
  ['強かに推進', '強力に推進'],
  ['コンセプションの導入', 'コンセッションの導入'],
  ['アンコンシヤス・ハイアス', 'アンコンシャス・バイアス'],
];

const FOOTNOTE_MARKS = /[¹²³⁴⁵⁶⁷⁸⁹⁰]+/g;
const RUBY = /\s*\^\{[^}]*\}\s*/g;
const TAGS = /<\/?(?:div|ul|li|p|br|span|sup|sub|u|b|table|tr|td)\b[^>]{0,80}>/g;
/** Japanese has no blanks between words; between Latin words they stay. */
const STRAY_BLANKS = /(?<=\P{ASCII}) +(?=\P{ASCII}|[0-9A-Za-z(])|(?<=[0-9A-Za-z)%]) +(?=\P{ASCII})/gu;

export function cleaned(raw: string): string {
  const glyphs = raw.replace(/[污处发实йд續]/g, (glyph) => GLYPHS[glyph] ?? glyph);
  const words = MISREADINGS.reduce((text, [wrong, right]) => text.replaceAll(wrong, right), glyphs);
  const bare = words.replace(RUBY, '').replace(TAGS, '').replace(FOOTNOTE_MARKS, '').replaceAll('**', '');
  return bare.replace(STRAY_BLANKS, '').trim();
}

const STARTS_FOOTNOTE = /^[¹²³⁴⁵⁶⁷⁸⁹⁰]/;
const STARTS_ANOTHER = /^[-（(■【①-⑳]/;

/** The lines that say something, without footnotes (which end at an empty line). */
export function printedLines(text: string): PrintedLine[] {
  const found: PrintedLine[] = [];
  let inFootnote = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const raw = line.trim();
    if (raw === '' || STARTS_ANOTHER.test(raw)) inFootnote = false;
    if (STARTS_FOOTNOTE.test(raw)) inFootnote = true;
    if (raw !== '' && !inFootnote) found.push({ no: index + 1, raw: line.trimEnd(), text: cleaned(line) });
  }
  return found;
}
