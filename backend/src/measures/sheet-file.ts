import { parseCsv } from 'hucre/csv';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { unpacked, zipEntries } from '../platform/zip.js';

const MAX_ROWS = 5000;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The cells of the first sheet as texts, or why they cannot be had. */
export type Cells = { rows: string[][] } | { fault: string; line?: number };

/** An Excel file. What a few bytes unpack to is counted before anything reads it. */
export async function cellsOfXlsx(content: Buffer): Promise<Cells> {
  let left = MAX_UNPACKED_BYTES;
  const entries = zipEntries(content);
  for (const entry of entries) {
    const size = left > 0 ? unpacked(content, entry, left)?.length : undefined;
    if (size === undefined) return { fault: 'Excel のファイルが壊れているか、展開すると大き過ぎます' };
    left -= size;
  }
  if (!entries.some(({ name }) => name === 'xl/workbook.xml')) return { fault: 'Excel ブック（.xlsx）ではありません' };
  try {
    const { sheets } = await readXlsx(content, { sheets: [0], maxRows: MAX_ROWS + 2 });
    return within(sheets[0]?.rows ?? []);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return {
      fault: 'Excel のファイルを読み取れません。Excel で開いて「Excel ブック（.xlsx）」として保存し直してください',
    };
  }
}

export function cellsOfCsv(text: string): Cells {
  const line = rowWithBrokenQuote(text);
  if (line !== undefined) return { line, fault: 'セルを囲む「"」が閉じていないか、余分です' };
  return within(parseCsv(text, { delimiter: ',', maxRows: MAX_ROWS + 2 }));
}

/** The row of a cell whose quotes do not end where a cell ends: it would swallow the rows below. */
function rowWithBrokenQuote(text: string): number | undefined {
  let row = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\n') row += 1;
    if (text[at] !== '"' || !endsCell(text[at - 1])) continue;
    let end = text.indexOf('"', at + 1);
    while (end >= 0 && text[end + 1] === '"') end = text.indexOf('"', end + 2);
    if (end < 0 || !endsCell(text[end + 1])) return row;
    at = end;
  }
  return undefined;
}

const endsCell = (character: string | undefined): boolean => character === undefined || /[,\n]/.test(character);

function within(rows: readonly (readonly CellValue[])[]): Cells {
  if (rows.length > MAX_ROWS + 1)
    return { fault: `${MAX_ROWS.toLocaleString('ja-JP')}行を超えています。ファイルを分けてください` };
  return { rows: rows.map((row) => row.map(textOf)) };
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  // A day in Excel has no time zone; the library gives it as midnight UTC.
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  // Our own CSV files mark what Excel would take for a formula.
  return String(value)
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/^'(?=[=+\-@])/, '')
    .trim();
}
