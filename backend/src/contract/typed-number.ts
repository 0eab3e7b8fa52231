/** Signs that look like a minus, as people type or paste them. */
const MINUS = /[\u2010-\u2015\u2212]/g;

/**
 * The number that somebody typed, also in full-width digits; null when the field is empty. What is no number stays the
 * text it is: then the API refuses it by name, and nobody's value is dropped in silence.
 */
export function typedNumber(value: unknown): number | string | null {
  const text = String(value ?? '')
    .normalize('NFKC')
    .replace(MINUS, '-')
    .trim();
  if (text === '') return null;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}
