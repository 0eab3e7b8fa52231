import { insideDesk } from '../consultations/view-policy.js';
import type { CaseFilter } from '../contract/consultations.js';
import { type ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { fold } from '../platform/fold.js';
import { candidateQuery, containing } from '../platform/search/grams.js';
import type { Bind } from '../platform/sql/bind.js';

export const CLOSED_STATES: readonly ConsultationState[] = ['closed', 'withdrawn', 'outOfScope', 'merged'];

/** Before the reply a case can be late towards its town; afterwards only the town's own answer is waited for. */
export const CAN_BE_OVERDUE: readonly ConsultationState[] = OPEN_STATES.filter(
  (state) => !['returned', 'correcting', 'replied', 'followUp'].includes(state),
);

/** What a filter asks for where nothing is set. */
export const NONE = 'none';

/** The states a filter speaks of; undefined when it speaks of all. */
export function statesOf(filter: {
  state?: ConsultationState[];
  group?: 'open' | 'closed';
  sort?: 'due' | 'submitted';
  overdue: boolean;
}): readonly ConsultationState[] | undefined {
  const sets = [
    filter.state,
    filter.group === 'open' ? OPEN_STATES : undefined,
    filter.group === 'closed' ? CLOSED_STATES : undefined,
    filter.overdue ? CAN_BE_OVERDUE : undefined,
    filter.sort === 'due' && !filter.state && !filter.group ? OPEN_STATES : undefined,
  ].filter((set) => set !== undefined);
  return sets.length === 0 ? undefined : sets.reduce((left, right) => left.filter((state) => right.includes(state)));
}

/** The conditions of a filter on `consultations c`, except state and ministry, which decide where to start from. */
export function conditions(actor: Actor, filter: CaseFilter, bind: Bind): string[] {
  const { prefecture, municipality, field, ministry, month, owner, q, year } = filter;
  return [
    prefecture && `c.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`,
    municipality && `c.municipality_code = ${bind(municipality)}`,
    field === NONE && `c.field_codes = '{}'`,
    field && field !== NONE && `c.field_codes @> ARRAY[${bind(field)}]`,
    ministry === NONE && nobodyAsked(actor),
    month && submittedIn(month, bind),
    owner === NONE && 'c.owner_id IS NULL',
    owner && owner !== NONE && `c.owner_id = ${bind(owner === 'me' ? actor.id : owner)}`,
    year && `c.fiscal_year = ${bind(year)}`,
    ...textConditions(q ?? '', bind),
  ].filter((condition) => typeof condition === 'string' && condition !== '') as string[];
}

/** Only the desk may know of every ministry whether it was asked. */
const nobodyAsked = (actor: Actor): string =>
  insideDesk(actor) ? 'NOT EXISTS (SELECT 1 FROM ministry_cases asked WHERE asked.consultation_id = c.id)' : 'false';

function submittedIn(month: string, bind: Bind): string {
  const from = `(${bind(`${month}-01`)}::timestamp AT TIME ZONE 'Asia/Tokyo')`;
  const to = `((${bind(`${month}-01`)}::timestamp + interval '1 month') AT TIME ZONE 'Asia/Tokyo')`;
  return `c.submitted_at >= ${from} AND c.submitted_at < ${to}`;
}

/** The pairs of characters find the candidates and, for words of up to two characters, are the answer already. */
function textConditions(q: string, bind: Bind): string[] {
  const text = fold(q);
  if (text === '') return [];
  const long = text.split(' ').filter((word) => [...word].length > 2);
  return [
    `c.search_grams @@ ${bind(candidateQuery(text))}::tsquery`,
    ...long.map((word) => `c.search_text LIKE ${bind(containing(word))}`),
  ];
}
