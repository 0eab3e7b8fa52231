import type { Karte } from '../contract/forms.js';
import type { Card } from './card.js';

const text = (karte: Karte, key: string): string => (typeof karte[key] === 'string' ? karte[key] : '');

/** The texts of the rows of an input. */
function rows(karte: Karte, key: string, column: string): string[] {
  const value = karte[key];
  if (!Array.isArray(value)) return [];
  return value.flatMap((row) => {
    const cell = typeof row === 'object' ? row[column] : undefined;
    return typeof cell === 'string' ? [cell] : [];
  });
}

/** A 相談カルテ as a card: its lead is always a town, known by the last character of its name. */
export const cardOf = (karte: Karte, municipality: string): Card => ({
  lead: { name: municipality, kind: municipality.slice(-1) },
  title: text(karte, 'title'),
  issue: text(karte, 'situation'),
  idea: text(karte, 'vision'),
  elements: rows(karte, 'elements', 'content'),
  ask: rows(karte, 'questions', 'text').join('\n'),
});
