import type { ImportKind, MeasureOwner } from '../contract/measures.js';

/** A line that cannot be taken over, and why. */
export interface Fault {
  line: number;
  message: string;
}

/** Who owns a measure, as the source prints it. */
export type PrintedOwner = Pick<MeasureOwner, 'ministry' | 'division' | 'relation'>;

/** What a source says about one measure. What it does not speak of is left out, and stays as it is. */
export interface ReadMeasure {
  id: string;
  line: number;
  /** Of the columns of `measures`. */
  says: Partial<MeasureContent>;
  owners?: PrintedOwner[];
}

/** The columns of a measure that a source can speak of. */
export interface MeasureContent {
  edition: string;
  kind: string;
  ref: string;
  number: string;
  title: string;
  common_name: string;
  node_code: string | null;
  place: string[];
  programs: string[];
  fields: string[];
  block: string | null;
  repeat_of: string | null;
  eligible: string;
  requirements: string;
  rate: string;
  ceiling: string;
  law: string;
  contact: string;
  apply_from: string | null;
  apply_until: string | null;
  fiscal_year: number | null;
  grant_type: string;
  links: string[];
  keywords: string[];
  text: string;
  source: string;
  source_line: number | null;
}

/** A KPI stands under a block of measures, never under one. */
export interface BlockKpi {
  block: string;
  text: string;
}

export interface Reading {
  kind: ImportKind;
  measures: ReadMeasure[];
  kpis: BlockKpi[];
  faults: Fault[];
  /** What was counted, by its Japanese name. */
  counts: Record<string, number>;
}
