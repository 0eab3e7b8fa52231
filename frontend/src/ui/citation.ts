import { formatWareki } from '@musubi/backend/contract/calendar';

const lines = (_: string, from: string, to: string | undefined): string =>
  `　テキストの${from}${to ? `～${to}` : ''}行目`;

/** A source as people read it: its days in 和暦, the lines of its text (L276-362) in words. */
export const citation = (words: string): string =>
  words.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatWareki(day)).replace(/\s+L(\d+)(?:-(\d+))?/g, lines);
