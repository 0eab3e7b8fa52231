import { insideDesk, readsHandful } from '../consultations/view-policy.js';
import type { CaseFilter } from '../contract/consultations.js';
import { type ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { fold } from '../platform/fold.js';
import { spellingsOf } from '../platform/search/spellings.js';
import { exactCondition, pairsCondition, type QueryWords, textCondition } from '../platform/search/text-conditions.js';
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
    ...textConditions(actor, q, bind),
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

/** What a text says in the words of a search. */
export const wordsOf = (q = ''): QueryWords => ({
  groups: fold(q).split(' ').filter(Boolean).map(spellingsOf),
  without: [],
});

/** Where few cases are read, their text is read sooner than the index of all. */
function textConditions(actor: Actor, q: string | undefined, bind: Bind): string[] {
  const words = wordsOf(q);
  if (words.groups.length === 0) return [];
  if (readsHandful(actor)) return [textCondition({ text: 'c.search_text' }, words, bind)];
  return [
    `c.id IN (SELECT d.consultation_id FROM searched_cases d WHERE ${pairsCondition('d.grams', words, bind)})`,
    ...exactCondition('c.search_text', words, bind),
  ];
}
