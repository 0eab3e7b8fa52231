import type { MeasureOwner } from '../contract/measures.js';
import { foldName } from '../platform/fold.js';
import type { MeasureContent } from './reading.js';

/** An owner as it is kept: who has taken over since comes from the directory. */
export type KeptOwner = Omit<MeasureOwner, 'today'> & { divisionId: string | null };

export type KeptMeasure = MeasureContent & { id: string; owners: KeptOwner[] };
export type MeasureRow = KeptMeasure & { search_key: string; sort: number };

/** Column → type, in the order of people who read a row. */
export const COLUMNS: Record<keyof MeasureRow, string> = {
  id: 'text',
  edition: 'text',
  kind: 'text',
  ref: 'text',
  number: 'text',
  title: 'text',
  common_name: 'text',
  node_code: 'text',
  place: 'text[]',
  programs: 'text[]',
  fields: 'text[]',
  owners: 'jsonb',
  block: 'text',
  repeat_of: 'text',
  eligible: 'text',
  requirements: 'text',
  rate: 'text',
  ceiling: 'text',
  law: 'text',
  contact: 'text',
  apply_from: 'date',
  apply_until: 'date',
  fiscal_year: 'integer',
  grant_type: 'text',
  links: 'text[]',
  keywords: 'text[]',
  text: 'text',
  source: 'text',
  source_line: 'integer',
  search_key: 'text',
  sort: 'integer',
};

export const EMPTY: Omit<MeasureContent, 'edition' | 'ref' | 'title' | 'source'> = {
  kind: 'measure',
  number: '',
  common_name: '',
  node_code: null,
  place: [],
  programs: [],
  fields: [],
  block: null,
  repeat_of: null,
  eligible: '',
  requirements: '',
  rate: '',
  ceiling: '',
  law: '',
  contact: '',
  apply_from: null,
  apply_until: null,
  fiscal_year: null,
  grant_type: '',
  links: [],
  keywords: [],
  text: '',
  source_line: null,
};

const BASE: Record<string, number> = { R7: 0, R4: 100_000, list: 200_000 };

/** Where the measure at this place of its edition stands in lists; places count from 0. */
export const sortAt = (edition: string, at: number): number => (BASE[edition] ?? 0) + (at + 1) * 10;

/** With what it is found by. */
export function rowOf(measure: KeptMeasure, sort: number): MeasureRow {
  const { id, ref, title, common_name, place, programs, keywords, grant_type, eligible, text, owners } = measure;
  const words = [id, ref, title, common_name, ...place, ...programs, ...keywords, grant_type, eligible, text];
  return { ...measure, search_key: foldName([...words, ...owners.map(({ division }) => division)].join(' ')), sort };
}
