/** What stands for a character that CP932 does not have: the printers' 下駄, which nobody takes for text. */
const MISSING = '〓';

/** Characters that look the same and have one place in CP932, which TextDecoder and Windows read differently. */
const ALIKE: readonly (readonly [code: number, characters: string])[] = [
  [0x815c, '―—'],
  [0x8160, '～〜'],
  [0x8161, '∥‖'],
  [0x817c, '－−'],
  [0x818f, '￥¥'],
  [0x8191, '￠¢'],
  [0x8192, '￡£'],
  [0x81ca, '￢¬'],
];

/** Double-byte places that Windows reads but never writes: NEC's copies of IBM's characters. */
const NEVER_WRITTEN = { from: 0xed40, to: 0xeffc };

let table: Map<string, number> | undefined;

/** Text as Excel on a Japanese Windows reads it by default. Marks that only choose between forms of a character are left out. */
export function toCp932(text: string): Buffer {
  table ??= read();
  const bytes: number[] = [];
  for (const character of text.normalize('NFC').replace(/[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu, '')) {
    const code = table.get(character) ?? table.get(MISSING) ?? 0;
    if (code > 0xff) bytes.push(code >> 8);
    bytes.push(code & 0xff);
  }
  return Buffer.from(bytes);
}

/** The way back of what TextDecoder reads. */
function read(): Map<string, number> {
  const decoder = new TextDecoder('shift_jis', { fatal: true });
  const found = new Map<string, number>();
  for (const code of codes()) {
    const character = decoded(decoder, code);
    if (character !== undefined && !found.has(character)) found.set(character, code);
  }
  for (const [code, characters] of ALIKE) for (const character of characters) found.set(character, code);
  return found;
}

function* codes(): Generator<number> {
  for (let code = 0; code < 0x80; code++) yield code;
  for (let code = 0xa1; code <= 0xdf; code++) yield code;
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) {
      const code = (lead << 8) | trail;
      if (code < NEVER_WRITTEN.from || code > NEVER_WRITTEN.to) yield code;
    }
  }
}

function decoded(decoder: TextDecoder, code: number): string | undefined {
  try {
    const text = decoder.decode(Uint8Array.from(code > 0xff ? [code >> 8, code & 0xff] : [code]));
    return [...text].length === 1 ? text : undefined;
  } catch {
    return undefined; // no character stands here
  }
}
