import { isUtf8 } from 'node:buffer';

/** A text file in UTF-8 or Shift_JIS; what cannot be read is U+FFFD. No Japanese text in Shift_JIS is UTF-8 by chance. */
export const japaneseText = (bytes: Uint8Array): string =>
  new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'shift_jis').decode(bytes);
