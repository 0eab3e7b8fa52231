import { EDITION_LABEL, MEASURE_KIND_LABEL } from '../contract/measures.js';
import type { KeptMeasure } from './measure-row.js';
import type { MeasureContent } from './reading.js';

/** Why a cell cannot be taken over. */
export class CellFault extends Error {}

export interface SheetContext {
  /** Name → code of the 政策分野 in force. */
  fields: ReadonlyMap<string, string>;
}

interface Column<Name extends keyof MeasureContent = keyof MeasureContent> {
  header: string;
  column: Name;
  /** @throws CellFault */
  read(text: string, context: SheetContext): MeasureContent[Name];
  write(measure: KeptMeasure, context: SheetContext): string | number;
}

export const ID_HEADER = '施策ID';
export const OWNER_HEADERS = { 所管府省庁: 'lead', 関係府省庁: 'related' } as const;
/** Written for the reader; not read back. */
export const SHOWN_ONLY = ['版', '記載箇所', '所管の根拠'];

const text = (header: string, column: TextColumn, max: number): Column => ({
  header,
  column,
  read: (cell) => {
    if ([...cell].length > max) throw new CellFault(`${max.toLocaleString('ja-JP')}文字以内にしてください`);
    return cell;
  },
  write: (measure) => measure[column],
});
type TextColumn =
  | 'title'
  | 'common_name'
  | 'number'
  | 'eligible'
  | 'requirements'
  | 'rate'
  | 'ceiling'
  | 'law'
  | 'contact'
  | 'grant_type'
  | 'text';

const list = (header: string, column: 'programs' | 'links' | 'keywords', apart: RegExp, between: string): Column => ({
  header,
  column,
  read: (cell) => {
    const parts = cell
      .split(apart)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const wrong = column === 'links' ? parts.find((part) => !/^https?:\/\/[^\s"<>]{1,500}$/.test(part)) : undefined;
    if (wrong) throw new CellFault(`「${wrong.slice(0, 40)}」は https:// で始まるアドレスではありません`);
    return parts;
  },
  write: (measure) => measure[column].join(between),
});

const day = (header: string, column: 'apply_from' | 'apply_until'): Column => ({
  header,
  column,
  read: (cell) => (cell === '' ? null : dayIn(cell)),
  write: (measure) => measure[column] ?? '',
});

/** What a sheet of measures may hold, in its order. A column that is not there stays as it is. */
export const SHEET_COLUMNS: readonly Column[] = [
  {
    header: '種別',
    column: 'kind',
    read: (cell) => {
      const [kind] = Object.entries(MEASURE_KIND_LABEL).find(([, label]) => label === cell) ?? [];
      if (!kind) throw new CellFault(`「${Object.values(MEASURE_KIND_LABEL).join('」「')}」のどれかにしてください`);
      return kind;
    },
    write: ({ kind }) => MEASURE_KIND_LABEL[kind as 'measure'],
  },
  {
    ...text('施策名', 'title', 200),
    read: (cell) => {
      if (cell === '' || [...cell].length > 200) throw new CellFault('1文字以上200文字以内にしてください');
      return cell;
    },
  },
  text('通称', 'common_name', 100),
  text('番号', 'number', 20),
  list('主な事業', 'programs', /\n/, '\n'),
  {
    header: '政策分野',
    column: 'fields',
    read: (cell, { fields }) =>
      cell
        .split(/[、,\n]/)
        .map((name) => name.trim())
        .filter((name) => name !== '')
        .map((name) => {
          const code = fields.get(name);
          if (!code) throw new CellFault(`「${name.slice(0, 30)}」という政策分野はありません`);
          return code;
        }),
    write: (measure, { fields }) =>
      [...fields].flatMap(([name, code]) => (measure.fields.includes(code) ? [name] : [])).join('、'),
  },
  text('対象者', 'eligible', 1000),
  text('要件', 'requirements', 2000),
  text('補助率', 'rate', 200),
  text('上限', 'ceiling', 200),
  day('公募開始日', 'apply_from'),
  day('公募終了日', 'apply_until'),
  {
    header: '年度（西暦）',
    column: 'fiscal_year',
    read: (cell) => {
      if (cell === '') return null;
      if (!/^20\d\d$/.test(cell)) throw new CellFault('2026 のような西暦4桁にしてください');
      return Number(cell);
    },
    write: ({ fiscal_year }) => fiscal_year ?? '',
  },
  text('交付金の型', 'grant_type', 100),
  text('根拠法令', 'law', 500),
  text('連絡先', 'contact', 500),
  list('URL', 'links', /\s+/, '\n'),
  list('キーワード', 'keywords', /[、,\n]/, '、'),
  text('本文', 'text', 20_000),
];

/** @throws CellFault */
function dayIn(cell: string): string {
  const [, year = '', month = '', date = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? [];
  const value = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const instant = new Date(`${value}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== value || year < '2000' || year > '2199')
    throw new CellFault('2026-04-01 の形の日付にしてください');
  return value;
}

export const editionLabel = (edition: string): string => EDITION_LABEL[edition as 'R7'] ?? edition;
