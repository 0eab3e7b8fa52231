import { japaneseText } from '../../platform/japanese-text.js';

/** Text as offices write it, or as mails are sent. */
export const plainText = (content: Buffer): string =>
  content.includes('\x1b$B') || content.includes('\x1b$@')
    ? new TextDecoder('iso-2022-jp').decode(content)
    : japaneseText(content);
