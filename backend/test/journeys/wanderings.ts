import { SearchKind } from '../../src/contract/search.js';
import type { Dice } from './dice.js';
import { MINISTRIES, TOWNS } from './passers-by.js';
import type { Call } from './routes/route.js';

/** Where one walks: the people, the words and the things that have addresses. */
interface Ground {
  people: readonly { id: string }[];
  facts: readonly { marker: string }[];
  /** Ids, by the beginning of their addresses. */
  cases: readonly { objects: Record<string, string[]> }[];
}

type Make = (throws: Dice, world: Ground) => Record<string, string | undefined>;

const maybe = <T>(throws: Dice, value: T): T | undefined => (throws.chance(0.25) ? value : undefined);

const cases: Make = (throws, { facts, people }) => ({
  q: maybe(throws, throws.pick(facts).marker),
  group: maybe(throws, throws.pick(['open', 'closed'])),
  prefecture: maybe(throws, throws.pick(Object.values(TOWNS)).slice(0, 2)),
  municipality: maybe(throws, throws.pick(Object.keys(TOWNS))),
  ministry: maybe(throws, throws.pick([...MINISTRIES, 'none'])),
  field: maybe(throws, throws.pick(['transport', 'none'])),
  owner: maybe(throws, throws.pick(['me', 'none', throws.pick(people).id])),
  overdue: maybe(throws, 'true'),
  month: maybe(throws, '2026-11'),
  year: maybe(throws, '2026'),
  size: '100',
});

const search: Make = (throws, { facts }) => ({
  q: throws.pick([throws.pick(facts).marker, 'MK', 'Q -新結合', '"試験"', '試 OR MK']),
  kind: maybe(throws, throws.pick(SearchKind.options)),
  state: maybe(throws, throws.pick(['inquiring', 'replied,closed'])),
  ministry: maybe(throws, throws.pick(MINISTRIES)),
  prefecture: maybe(throws, throws.pick(Object.values(TOWNS)).slice(0, 2)),
  field: maybe(throws, 'transport'),
  year: maybe(throws, '2026'),
  size: '100',
});

const satisfaction: Make = (throws) => ({
  [throws.pick(['field', 'ministry', 'prefecture', 'month'])]: maybe(
    throws,
    throws.pick(['transport', 'none', 'meti', '010006', '2026-11']),
  ),
});

const answers: Make = (throws, world) => ({
  ...satisfaction(throws, world),
  question: maybe(throws, 'overall'),
  size: '100',
});

/** What people add to the addresses of lists. */
const QUERIES: Record<string, Make> = {
  'GET /consultations': cases,
  'GET /search': search,
  'GET /good-practices': (throws) => ({ source: maybe(throws, 'caseSheet'), size: '100' }),
  'GET /board': (throws, world) => ({ ...cases(throws, world), group: undefined, size: undefined }),
  'GET /inquiries': (throws) => ({
    state: maybe(throws, throws.pick(['asked,acknowledged,questioned', 'answered,notApplicable', 'cancelled'])),
    ministryId: maybe(throws, throws.pick(MINISTRIES)),
    timely: maybe(throws, throws.pick(['true', 'false'])),
    size: '100',
  }),
  'GET /map': (throws) => ({
    layer: maybe(throws, throws.pick(['consultations', 'teams'])),
    prefecture: maybe(throws, throws.pick(Object.values(TOWNS)).slice(0, 2)),
  }),
  'GET /consultations/{id}/history': () => ({ size: '100' }),
  'GET /consultations/{id}/reply': (throws) => ({ no: maybe(throws, throws.pick(['1', '2'])) }),
  'GET /consultations/{id}/reply.pdf': (throws) => ({ no: maybe(throws, throws.pick(['1', '2'])) }),
  'GET /consultations/{id}/reply.docx': (throws) => ({ no: maybe(throws, throws.pick(['1', '2'])) }),
  'GET /consultations/{id}/reply.xlsx': (throws) => ({ no: maybe(throws, throws.pick(['1', '2'])) }),
  'GET /audit': (throws) => ({ type: maybe(throws, throws.pick(['consultation', 'inquiry'])), size: '100' }),
  'GET /dashboard': (throws) => ({ year: maybe(throws, '2026') }),
  'GET /dashboard/durations': (throws) => ({ measure: throws.pick(['response', 'answer', 'reply']), size: '100' }),
  'GET /satisfaction': satisfaction,
  'GET /satisfaction.csv': satisfaction,
  'GET /satisfaction/responses': answers,
  'GET /satisfaction/responses.csv': answers,
  'GET /satisfaction/follow-ups': (throws) => ({ state: throws.pick(['open', 'done']), size: '100' }),
  'GET /contacts': (throws) => ({ ministryId: maybe(throws, throws.pick(MINISTRIES)) }),
  'GET /people': () => ({ size: '100' }),
  'GET /hand-overs/people': () => ({ size: '100' }),
  'GET /hand-overs/divisions': () => ({ size: '100' }),
  'GET /teams': () => ({ size: '100' }),
  'GET /applications': () => ({ size: '100' }),
  'GET /team-feed': (throws) => ({ field: maybe(throws, 'transport'), size: '100' }),
  'GET /teams/{id}/posts': () => ({ size: '100' }),
  'GET /teams/{id}/support/hints': (throws, { facts }) => ({
    text: throws.pick(['空き家の改修', throws.pick(facts).marker]),
  }),
  'GET /support-requests': () => ({ size: '100' }),
  'GET /team-health': (throws) => ({ finding: maybe(throws, 'noContact'), size: '100' }),
};

/** The places in the reference data that have an address of their own. */
const PLACES: Record<string, string> = {
  '/municipalities/{code}': '016331',
  '/ministries/{id}': 'meti',
  '/divisions/{id}': 'meti-001',
  '/hand-overs/divisions/{id}': 'meti-001',
  '/good-practices/{id}/applications': 'gp-1-01',
  '/measures/{id}': 'M25-Aa-1-01',
  '/measures/{id}/history': 'M25-Aa-1-01',
  '/measure-imports/{id}': '00000000-0000-4000-8000-000000000000',
};

/** A form is named by two words. */
const FORM = { form: 'karte', version: '1' };

/** One call of the route on any object of the world that fits; undefined when there is none. */
export function wander(throws: Dice, world: Ground, route: string): Call | undefined {
  const made = QUERIES[route]?.(throws, world) ?? {};
  const query = Object.fromEntries(Object.entries(made).flatMap(([name, value]) => (value ? [[name, value]] : [])));
  const [, template = ''] = route.split(' ');
  const [placeholder, name] = /\{(\w+)\}/.exec(template) ?? [];
  if (!placeholder || !name) return { query };
  if (name === 'form') return { params: FORM, query };
  const kind = template === '/hand-overs/people/{id}' ? 'people' : (template.split('/')[1] ?? '');
  const id = PLACES[template] ?? someObject(throws, world, kind);
  return id ? { params: { other: id, [name]: id }, query } : undefined;
}

function someObject(throws: Dice, { cases: all, people }: Ground, kind: string): string | undefined {
  if (kind === 'people') return throws.pick(people).id;
  const ids = all.flatMap(({ objects }) => objects[kind] ?? []);
  return ids.length > 0 ? throws.pick(ids) : undefined;
}
