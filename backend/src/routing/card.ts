import { normalise, phrases } from './terms.js';

/** What a suggestion reads of a 相談カルテ, and nothing else. */
export interface Card {
  lead?: { name?: string; kind?: string; region?: string; population?: number | null };
  title: string;
  issue: string;
  idea: string;
  elements: string[];
  ask: string;
}

/** A part of a card with its terms; the title and the elements say most in fewest words. */
export interface Passage {
  part: 'title' | 'element' | 'text';
  text: string;
  weight: number;
  terms: string[];
}

export function passagesOf({ title, issue, idea, elements, ask }: Card): Passage[] {
  return [
    passage('title', title, 2),
    ...elements.map((text) => passage('element', text, 2)),
    ...[issue, idea, ask].map((text) => passage('text', text, 1)),
  ].filter(({ text }) => text);
}

const passage = (part: Passage['part'], text: string, weight: number): Passage => ({
  part,
  text,
  weight,
  terms: phrases(text),
});

/** One spelling for hiragana and katakana too: people type マイナンバー in both. */
export const foldKana = (text: string): string =>
  normalise(text).replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
