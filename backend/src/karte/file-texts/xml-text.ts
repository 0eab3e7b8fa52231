/** A tag or what stands between tags. No tag has another inside, so that broken files are read in one go as well. */
const PIECE = /<(\/?)(?:\w+:)?(\w+)([^<>]*)>|[^<]+/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What `&amp;` and `&#x6e2f;` stand for; anything else stays as it is. */
const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hexadecimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

export interface Reading {
  /** Elements whose text is read. */
  of: readonly string[];
  /** Elements that end a line. */
  lines: readonly string[];
  /** Elements of which nothing is read, as 振り仮名. */
  without?: readonly string[];
  /** An element whose text means what the attributes of the one around it say. */
  values?: { of: string; within: string; said(text: string, attributes: string): string };
}

/** The text of some elements of an XML file, as its reader sees it, up to so many characters. */
export function xmlText(xml: string, { of, lines, without = [], values }: Reading, limit: number): string {
  const parts: string[] = [];
  let length = 0;
  let reading = false;
  let skipping = 0;
  let attributes = '';
  let value = false;
  for (const [piece, end, name, rest] of xml.matchAll(PIECE)) {
    if (length >= limit) break;
    if (name === undefined) {
      if (reading && skipping === 0) parts.push(plain(piece));
      if (value && values) parts.push(values.said(plain(piece), attributes));
      length += reading || value ? piece.length : 0;
      continue;
    }
    const empty = rest?.endsWith('/') ?? false;
    if (name === values?.within) attributes = rest ?? '';
    if (name === values?.of) value = !end && !empty;
    if (of.includes(name)) reading = !end && !empty;
    else if (without.includes(name) && !empty) skipping = Math.max(0, skipping + (end ? -1 : 1));
    else if (name === 'br' || name === 'tab') parts.push(' ');
    if (lines.includes(name) && (end || empty)) parts.push('\n');
  }
  return parts.join('');
}
