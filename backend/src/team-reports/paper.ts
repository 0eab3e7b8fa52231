/** What a document says, whatever file it becomes. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[]; widths: readonly number[] };

export interface Paper {
  title: string;
  subtitle: string;
  /** On top of every page: what this document is not yet. */
  note: string | null;
  facts: readonly { label: string; value: string }[];
  parts: readonly { heading: string; blocks: readonly Block[] }[];
}

export const text = (words: string): Block => ({ kind: 'text', text: words === '' ? '（記載なし）' : words });
