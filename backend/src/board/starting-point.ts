import { readable, readableAsked } from '../consultations/policy.js';
import { hitsOf, narrowed } from '../consultations/searched-cases.js';
import { mayFilterByMinistry, readsFew, readsHandful, soleMinistryOf } from '../consultations/view-policy.js';
import type { CaseFilter } from '../contract/consultations.js';
import { type ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { fold } from '../platform/fold.js';
import { exactCondition, pairsCondition } from '../platform/search/text-conditions.js';
import type { Bind } from '../platform/sql/bind.js';
import { CAN_BE_OVERDUE, CLOSED_STATES, conditions, NONE, wordsOf } from './case-filter.js';

const GROUPS: readonly (readonly ConsultationState[])[] = [OPEN_STATES, CLOSED_STATES, CAN_BE_OVERDUE];

/** Where the rows of a list come from: `matching` stands after FROM, the others are what it is ordered by. */
export interface StartingPoint {
  /** A common table expression, when the rows must be gathered before they are ordered. */
  hits: string;
  matching: string;
  state: string;
  id: string;
  dueOn: string;
  newest: string;
}

/**
 * The table whose index has the order of the list: the cases themselves, or a ministry's own table for a ministry. What
 * is few (the hits of a text, the cases of a town) is gathered first and ordered then: PostgreSQL, guessing that there
 * are many, would look for them along the whole order. Of what a text hits, no more than a list shows is gathered where the
 * newest come first.
 * @param newest whether they are listed so
 */
export function startingPoint(
  actor: Actor,
  filter: CaseFilter,
  states: readonly ConsultationState[] | undefined,
  today: string,
  bind: Bind,
  newest = false,
): StartingPoint {
  if (newest && wordsOf(filter.q).groups.length > 0 && !readsHandful(actor))
    return newestWithText(actor, filter, states, today, bind);
  const ministry = filter.ministry === NONE ? undefined : (filter.ministry ?? soleMinistryOf(actor));
  const key = ministry ? 'k' : 'c';
  const ofCase = conditions(actor, filter, bind);
  const asked = ministry && ofCase.length === 0 ? readableAsked(actor, bind) : undefined;
  const from = {
    cases: 'consultations c',
    both: 'ministry_cases k JOIN consultations c ON c.id = k.consultation_id',
    asked: 'ministry_cases k',
  }[asked ? 'asked' : ministry ? 'both' : 'cases'];

  const where = [asked ?? readable(actor, bind), ...ofCase];
  if (ministry) where.push(`k.ministry_id = ${bind(ministry)}`);
  if (ministry && !mayFilterByMinistry(actor, ministry)) where.push('false');
  if (states) where.push(inStates(`${key}.state`, states, bind));
  if (filter.overdue) where.push(`${key}.due_on < ${bind(today)}`);

  const id = ministry ? 'k.consultation_id' : 'c.id';
  const matching = `${from} WHERE ${where.join(' AND ')}`;
  const few = fold(filter.q ?? '') !== '' || filter.municipality !== undefined || readsFew(actor);
  if (!few) return { hits: '', matching, ...orderOf(key, id) };
  const hits = `hits AS MATERIALIZED (SELECT c.id, c.state, c.due_on, c.submitted_at FROM ${matching}),`;
  return { hits, matching: 'hits WHERE true', ...orderOf('hits', 'hits.id') };
}

function newestWithText(
  actor: Actor,
  { q, ...filter }: CaseFilter,
  states: readonly ConsultationState[] | undefined,
  today: string,
  bind: Bind,
): StartingPoint {
  const words = wordsOf(q);
  const ministry = filter.ministry === NONE ? undefined : filter.ministry;
  const small = [pairsCondition('d.grams', words, bind), narrowed(actor, bind)];
  if (states) small.push(`d.state = ANY (${bind(states)})`);
  if (ministry) small.push(`d.ministries @> ARRAY[${bind(ministry)}]`);
  if (filter.overdue) small.push(`d.due_on < ${bind(today)}`);
  const whole = [
    readable(actor, bind),
    ...conditions(actor, filter, bind),
    ...exactCondition('c.search_text', words, bind),
  ];
  if (ministry && !mayFilterByMinistry(actor, ministry)) whole.push('false');
  const hits = hitsOf(actor)('c.id, c.state, c.due_on, c.submitted_at', small, whole);
  return { hits: `hits AS MATERIALIZED (${hits}),`, matching: 'hits WHERE true', ...orderOf('hits', 'hits.id') };
}

/** The usual groups stand in the text, so that the index of open cases is recognised; anything else is a value. */
function inStates(column: string, states: readonly ConsultationState[], bind: Bind): string {
  if (states.length === 1) return `${column} = ${bind(states[0])}`;
  const usual = GROUPS.includes(states);
  return usual ? `${column} IN (${states.map((state) => `'${state}'`)})` : `${column} = ANY (${bind(states)})`;
}

const orderOf = (table: string, id: string) => ({
  state: `${table}.state`,
  id,
  dueOn: `${table}.due_on, ${id}`,
  newest: `${table}.submitted_at DESC NULLS LAST, ${id}`,
});
