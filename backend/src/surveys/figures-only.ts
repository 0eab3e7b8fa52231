import type { Dimension, QuestionFigures, SatisfactionFilter } from '../contract/satisfaction.js';
import { MAIN_QUESTION } from '../contract/surveys.js';
import { invalid } from '../platform/errors.js';
import { type Group, SMALLEST_SHOWN } from './breakdown.js';

/** The main question split by one thing. */
export interface Breakdown {
  by: Dimension;
  label: string;
  groups: (Group & { label: string })[];
}

/** Who sees figures only may not narrow them down until a difference tells a single answer (docs/adr/0012). */
export function refuseFineFilters({ from, to }: SatisfactionFilter, chosen: Dimension[]): void {
  const fields: Record<string, string> = {};
  if (from) fields.from = '期間では絞り込めません。依頼した月を選んでください';
  if (to) fields.to = '期間では絞り込めません。依頼した月を選んでください';
  for (const by of chosen.slice(1)) fields[by] = '少数の回答を守るため、条件は一つだけ選んでください';
  if (Object.keys(fields).length > 0) throw invalid(fields);
}

/** Questions that fewer than five answered say nothing; under a condition only the main one speaks. */
export const coarse = (figures: QuestionFigures[], conditioned: boolean): QuestionFigures[] =>
  figures
    .filter(({ id }) => !conditioned || id === MAIN_QUESTION)
    .map((each) => (each.n !== null && each.n >= SMALLEST_SHOWN ? each : { ...each, n: null, mean: null, shares: [] }));

export const isShown = (whole: Breakdown[], dimension: Dimension, key: string | undefined) =>
  whole.some(({ by, groups }) => by === dimension && groups.some((group) => group.key === key && !group.hidden));
