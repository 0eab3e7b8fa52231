import { MeasureId } from '../contract/measures.js';
import { apart } from './owner-line.js';
import type { Directory } from './owners.js';
import type { Fault, PrintedOwner, Reading, ReadMeasure } from './reading.js';
import { CellFault, ID_HEADER, OWNER_HEADERS, SHEET_COLUMNS, SHOWN_ONLY, type SheetContext } from './sheet-columns.js';

const KNOWN = new Set([
  ID_HEADER,
  ...Object.keys(OWNER_HEADERS),
  ...SHOWN_ONLY,
  ...SHEET_COLUMNS.map(({ header }) => header),
]);

/** A list of measures: a head, then one measure a row. Rows are counted as Excel shows them. */
export function readMeasureSheet(
  rows: readonly (readonly string[])[],
  directory: Directory,
  context: SheetContext,
): Reading {
  const [head = [], ...body] = rows;
  const faults = headFaults(head);
  const measures =
    faults.length > 0
      ? []
      : body.flatMap((cells, index) => {
          if (cells.every((cell) => cell === '')) return [];
          const row = new Row(head, cells, index + 2);
          const measure = row.read(directory, context);
          faults.push(...row.faults);
          return [measure];
        });
  if (faults.length === 0 && measures.length === 0) faults.push({ line: 1, message: '施策が1件も書かれていません' });
  return { kind: 'list', measures, kpis: [], faults, counts: { 施策: measures.length } };
}

function headFaults(head: readonly string[]): Fault[] {
  const unknown = head.filter((name) => name !== '' && !KNOWN.has(name));
  const twice = head.filter((name, index) => name !== '' && head.indexOf(name) !== index);
  return [
    ...(head.includes(ID_HEADER) ? [] : [`見出しに「${ID_HEADER}」の列がありません`]),
    ...unknown.map((name) => `「${name.slice(0, 30)}」という見出しの列はありません`),
    ...twice.map((name) => `「${name}」の列が2つあります`),
  ].map((message) => ({ line: 1, message }));
}

class Row {
  readonly faults: Fault[] = [];

  constructor(
    private readonly head: readonly string[],
    private readonly cells: readonly string[],
    private readonly line: number,
  ) {}

  read(directory: Directory, context: SheetContext): ReadMeasure {
    const id = this.cell(ID_HEADER) ?? '';
    if (!MeasureId.safeParse(id).success)
      this.fault(ID_HEADER, '英数字とハイフンで40文字以内にしてください（例 G-2026-001）');
    const says: Record<string, unknown> = {};
    for (const { header, column, read } of SHEET_COLUMNS) {
      const cell = this.cell(header);
      if (cell === undefined) continue;
      try {
        says[column] = read(cell, context);
      } catch (error) {
        if (!(error instanceof CellFault)) throw error;
        this.fault(header, error.message);
      }
    }
    if (says.apply_from && says.apply_until && says.apply_until < says.apply_from)
      this.fault('公募終了日', '公募開始日より前です');
    return { id, line: this.line, says, owners: this.owners(directory) };
  }

  private owners(directory: Directory): PrintedOwner[] | undefined {
    const given = Object.entries(OWNER_HEADERS).filter(([header]) => this.head.includes(header));
    if (given.length === 0) return undefined;
    return given.flatMap(([header, relation]) => {
      return apart(this.cell(header) ?? '', '、\n').flatMap((name) => {
        const owner = directory.ownerIn(name);
        if (!owner) this.fault(header, `「${name.slice(0, 30)}」の府省庁は名簿にありません`);
        return owner ? [{ ...owner, relation }] : [];
      });
    });
  }

  private cell(header: string): string | undefined {
    const at = this.head.indexOf(header);
    return at < 0 ? undefined : (this.cells[at] ?? '');
  }

  private fault(header: string, message: string): void {
    this.faults.push({ line: this.line, message: `「${header}」：${message}` });
  }
}
