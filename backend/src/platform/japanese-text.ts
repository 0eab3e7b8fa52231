import { isUtf8 } from 'node:buffer';

/**
 * A text file in whatever Japanese offices write: by its mark, else UTF-8, else Shift_JIS; what cannot be read is U+FFFD.
 * No Japanese text in Shift_JIS is UTF-8 by chance.
 */
export function japaneseText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'shift_jis').decode(bytes);
}
