import { stringify } from 'csv-stringify/sync';
import type { CsvEncoding } from '../contract/csv.js';
import { toCp932 } from './cp932.js';

export type Cell = string | number | null;

/**
 * 機械判読ルール (domain.md §8): one datum in a cell, units in the head, numbers as numbers. A cell is never a
 * formula, and a line break in it is part of it.
 */
export const csv = (columns: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  stringify([columns, ...rows], { escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ });

/** As a file. Excel takes UTF-8 for such only behind a mark. */
export const encoded = (text: string, { encoding }: CsvEncoding): Buffer =>
  encoding === 'shift_jis' ? toCp932(text) : Buffer.from(`\uFEFF${text}`);
