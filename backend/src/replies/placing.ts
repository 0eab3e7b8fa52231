import type { KeptMeasure } from '../measures/measure-row.js';
import { grams, phrases } from '../routing/terms.js';
import type { Question } from './measure-passage.js';

const gramsOf = (text: string): Set<string> => new Set(phrases(text).flatMap(grams));

/** The question that shares most terms with the measure; the first one when none does. A person may choose otherwise. */
export function placeOf<Q extends Question>(measure: KeptMeasure, questions: readonly Q[]): Q | undefined {
  const own = gramsOf([measure.title, measure.common_name, ...measure.programs, ...measure.keywords].join('\n'));
  const shared = ({ text }: Q) => [...gramsOf(text)].filter((gram) => own.has(gram)).length;
  return questions.toSorted((one, other) => shared(other) - shared(one))[0];
}
