import type { ImportKind } from '../contract/measures.js';
import { japaneseText } from '../platform/japanese-text.js';
import { readMeasureSheet } from './measure-sheet.js';
import type { Directory } from './owners.js';
import type { Fault, Reading } from './reading.js';
import { ID_HEADER, type SheetContext } from './sheet-columns.js';
import { type Cells, cellsOfCsv, cellsOfXlsx } from './sheet-file.js';
import { readStrategy2022, START_2022 } from './strategy-2022.js';
import { readStrategy2025, START_2025 } from './strategy-2025.js';

/** Longer than any line of print; patterns are not tried on what is not text. */
const MAX_LINE = 20_000;
const UNKNOWN =
  '総合戦略のテキスト（第5節「アウトカムに貢献する主な施策」又は第4章「各分野の施策の推進」を含むもの）でも、施策の一覧（見出しに「施策ID」がある Excel・CSV）でもありません';

/** What a file says, whichever of the three kinds it is. `kind` is null for a file that is none of them. */
export type FileReading = Omit<Reading, 'kind'> & { kind: ImportKind | null };

export async function readFile(content: Buffer, directory: Directory, context: SheetContext): Promise<FileReading> {
  if (content.subarray(0, 2).equals(Buffer.from('PK')))
    return fromCells(await cellsOfXlsx(content), directory, context);
  const text = japaneseText(content)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const unreadable = unreadableLines(text);
  if (unreadable.length > 0) return faulty(unreadable);
  const lines = text.split('\n').map((line) => line.trimEnd());
  if (lines.some((line) => START_2025.test(line))) return readStrategy2025(text);
  if (lines.some((line) => START_2022.test(line))) return readStrategy2022(text);
  if (lines[0]?.includes(ID_HEADER)) return fromCells(cellsOfCsv(text), directory, context);
  return faulty([{ line: 1, message: UNKNOWN }]);
}

const fromCells = (cells: Cells, directory: Directory, context: SheetContext): FileReading =>
  'fault' in cells
    ? faulty([{ line: cells.line ?? 1, message: cells.fault }])
    : readMeasureSheet(cells.rows, directory, context);

const faulty = (faults: Fault[]): FileReading => ({ kind: null, measures: [], kpis: [], faults, counts: {} });

function unreadableLines(text: string): Fault[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.length > MAX_LINE)
      return [{ line: index + 1, message: '1行が長過ぎます。テキストのファイルか確認してください' }];
    if (/(?![\t\f])[\p{Cc}\uFFFD]/u.test(line))
      return [
        {
          line: index + 1,
          message: '文字として読み取れないところがあります。文字コードを UTF-8 にして保存し直してください',
        },
      ];
    return [];
  });
}
