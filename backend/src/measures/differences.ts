import { MEASURE_KIND_LABEL, type MeasureDifference, type MeasureKind, type OwnerBasis } from '../contract/measures.js';
import type { Fields } from './fields.js';
import { EMPTY, type KeptMeasure, type KeptOwner, type MeasureRow, rowOf, sortAt } from './measure-row.js';
import type { Directory } from './owners.js';
import type { BlockKpi, Fault, PrintedOwner, Reading, ReadMeasure } from './reading.js';

/** What stands in the catalogue now. */
export interface Catalogue {
  measures: ReadonlyMap<string, KeptMeasure & { sort: number; version: number }>;
  kpis: readonly BlockKpi[];
  directory: Directory;
  fields: Fields;
}

/** Where a source comes from, and since when what it says holds. */
export interface Origin {
  source: string;
  since: string;
}

export interface Outcome {
  difference: MeasureDifference;
  faults: Fault[];
  /** What is to be written: new rows of version 1, changed ones of the next. */
  rows: (MeasureRow & { version: number })[];
}

type Change = MeasureDifference['changed'][number]['changes'][number];

const LABELS: Partial<Record<keyof KeptMeasure, string>> = {
  ...{ kind: '種別', ref: '記載箇所', number: '番号', title: '施策名', common_name: '通称', place: '位置' },
  ...{ node_code: 'ロジックモデル', programs: '主な事業', fields: '政策分野', owners: '所管', block: 'KPI のまとまり' },
  ...{
    repeat_of: '再掲の元',
    eligible: '対象者',
    requirements: '要件',
    rate: '補助率',
    ceiling: '上限',
    law: '根拠法令',
  },
  ...{ contact: '連絡先', apply_from: '公募開始日', apply_until: '公募終了日', fiscal_year: '年度' },
  ...{ grant_type: '交付金の型', links: 'URL', keywords: 'キーワード', text: '本文', source_line: '出典の行' },
};

/** What a reading would change. Nothing that it does not speak of is touched. */
export function compare(reading: Reading, stored: Catalogue, origin: Origin): Outcome {
  const outcome: Outcome = {
    difference: { added: [], changed: [], unchanged: 0, kpis: 0 },
    faults: missing(reading, stored),
    rows: [],
  };
  const newPlaces: Record<string, number> = {};
  for (const [index, read] of reading.measures.entries()) {
    const before = stored.measures.get(read.id);
    const after = merged(read, before, stored, origin, reading);
    const { id, line } = read;
    if (!before) {
      if (!Object.hasOwn(read.says, 'title'))
        outcome.faults.push({ line, message: '新しい施策には「施策名」が要ります' });
      const taken =
        newPlaces[after.edition] ??
        [...stored.measures.values()].filter(({ edition }) => edition === after.edition).length;
      newPlaces[after.edition] = taken + 1;
      outcome.difference.added.push({ id, title: after.title, line });
      const place = reading.kind === 'list' ? taken : index;
      outcome.rows.push({ ...rowOf(after, sortAt(after.edition, place)), version: 1 });
      continue;
    }
    const changes = changesOf(before, after);
    if (changes.length === 0) outcome.difference.unchanged += 1;
    else {
      outcome.difference.changed.push({ id, title: after.title, line, changes });
      outcome.rows.push({ ...rowOf(after, before.sort), version: before.version + 1 });
    }
  }
  if (reading.kind === 'strategy2025') outcome.difference.kpis = kpisThatDiffer(reading.kpis, stored.kpis);
  return outcome;
}

const BASIS: Record<Reading['kind'], OwnerBasis> = { strategy2022: 'cited', strategy2025: 'inferred', list: 'listed' };

function merged(
  { id, says, owners }: ReadMeasure,
  before: KeptMeasure | undefined,
  { directory, fields }: Catalogue,
  { source, since }: Origin,
  { kind }: Reading,
): KeptMeasure {
  const start = before ?? { ...EMPTY, id, edition: 'list', ref: source, title: '', source, owners: [] };
  const { version: _, sort: __, ...content } = { version: 0, sort: 0, ...start };
  const after = { ...content, ...says };
  if (!before && says.fields === undefined) after.fields = fields.of(after);
  if (owners && !sameOwners(owners, after.owners))
    after.owners = owners.map((owner) => directory.kept(owner, BASIS[kind], since));
  return after;
}

const nameOf = ({ ministry, division, relation }: PrintedOwner) => `${relation} ${ministry} ${division}`;

const sameOwners = (left: readonly PrintedOwner[], right: readonly PrintedOwner[]): boolean =>
  left.length === right.length && left.every((owner, at) => nameOf(owner) === nameOf(right[at] ?? owner));

/** What differs, in words. */
export function changesOf(before: KeptMeasure, after: KeptMeasure): Change[] {
  return Object.entries(LABELS).flatMap(([column, label]) => {
    const [old, fresh] = [before[column as 'title'], after[column as 'title']];
    if (JSON.stringify(old) === JSON.stringify(fresh)) return [];
    return [{ label, before: shown(inWords(column, old)), after: shown(inWords(column, fresh)) }];
  });
}

const inWords = (column: string, value: unknown): unknown =>
  column === 'kind' ? MEASURE_KIND_LABEL[value as MeasureKind] : value;

const SHOWN = 60;

/** Enough of a value to know it again. */
function shown(value: unknown): string {
  const parts = [value].flat().map((part) => (isOwner(part) ? ownerIn(part) : part));
  const text = parts.map((part) => String(part ?? '')).join('、');
  const characters = [...text];
  if (characters.length <= SHOWN) return text;
  return `${characters.slice(0, SHOWN).join('')}…（${characters.length.toLocaleString('ja-JP')}文字）`;
}

const ownerIn = ({ ministry, division, validTo }: KeptOwner): string =>
  `${ministry} ${division}`.trim() + (validTo ? `（${validTo}まで）` : '');

const isOwner = (part: unknown): part is KeptOwner => typeof part === 'object' && part !== null && 'ministry' in part;

/** Measures that a file names twice. */
export function doubles(measures: readonly ReadMeasure[]): Fault[] {
  const first = new Map<string, number>();
  return measures.flatMap(({ id, line }) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    return before === undefined ? [] : [{ line, message: `施策 ${id} は、${before}行目にもあります` }];
  });
}

/** A strategy, once printed, loses no measure: a file that does is cut short or damaged. */
function missing({ kind, measures }: Reading, stored: Catalogue): Fault[] {
  if (kind === 'list') return [];
  const edition = kind === 'strategy2022' ? 'R4' : 'R7';
  const known = [...stored.measures.values()].filter((one) => one.edition === edition);
  const read = new Set(measures.map(({ id }) => id));
  const lost = known.filter(({ id }) => !read.has(id));
  if (lost.length === 0) return [];
  const parting = known.findIndex(({ id, title }, at) => measures[at]?.id !== id || measures[at]?.says.title !== title);
  const line = (measures[parting] ?? measures.at(-1))?.line ?? 1;
  const named = lost.slice(0, 3).map(({ id, title }) => `${id}「${title}」`);
  const more = lost.length > 3 ? `ほか${lost.length - 3}件` : '';
  const message = `この行の辺りから登録済みの施策と合わず、${named.join('、')}${more}がありません。行が欠けていないか確認してください`;
  return [{ line, message }];
}

function kpisThatDiffer(read: readonly BlockKpi[], stored: readonly BlockKpi[]): number {
  const line = ({ block, text }: BlockKpi) => `${block} ${text}`;
  const [before, after] = [new Set(stored.map(line)), new Set(read.map(line))];
  return [...after].filter((kpi) => !before.has(kpi)).length + [...before].filter((kpi) => !after.has(kpi)).length;
}
