import { parseCsv } from 'hucre/csv';
import { type CellValue, readXlsx } from 'hucre/xlsx';
import { unpacked, zipEntries } from '../platform/zip.js';

const MAX_ROWS = 5000;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;

/** The cells of the first sheet as texts, or why they cannot be had. */
export type Cells = { rows: string[][] } | { fault: string };

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

export const cellsOfCsv = (text: string): Cells => within(parseCsv(text, { delimiter: ',', maxRows: MAX_ROWS + 2 }));

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
