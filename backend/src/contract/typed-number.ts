/** Signs that look like a minus, as people type or paste them. */
const MINUS = /[\u2010-\u2015\u2212]/g;

const plain = (value: unknown): string =>
  String(value ?? '')
    .normalize('NFKC')
    .replace(MINUS, '-')
    .trim();

/**
 * The number that somebody typed, also in full-width digits; null when the field is empty. What is no number stays the
 * text it is: then the API refuses it by name, and nobody's value is dropped in silence.
 */
export function typedNumber(value: unknown): number | string | null {
  const text = plain(value);
  if (text === '') return null;
  return Number.isFinite(Number(text)) ? Number(text) : text;
}

/** The same with thousands separators, kept as digits: 53.0 stays 53.0, and no fraction of it is lost. */
export function typedAmount(value: unknown): string | null {
  const text = plain(value);
  if (text === '') return null;
  return /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text;
}
