import { normalise } from './terms.js';

/** What a suggestion reads of a 相談カルテ, and nothing else. */
export interface Card {
  lead?: { name?: string; kind?: string; region?: string; population?: number | null };
  title: string;
  issue: string;
  idea: string;
  elements: string[];
  ask: string;
}

/** A part of a card; the title and the elements say most in fewest words. */
export interface Passage {
  text: string;
  weight: number;
}

export function passagesOf({ title, issue, idea, elements, ask }: Card): Passage[] {
  const passages = [title, ...elements].map((text) => ({ text, weight: 2 }));
  return [...passages, ...[issue, idea, ask].map((text) => ({ text, weight: 1 }))].filter(({ text }) => text);
}

/** One spelling for hiragana and katakana too: people type マイナンバー in both. */
export const foldKana = (text: string): string =>
  normalise(text).replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
