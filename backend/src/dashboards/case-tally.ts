import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import { tokyoDay } from '../contract/calendar.js';
import { Measure } from '../contract/dashboards.js';
import type { InquiryState } from '../contract/inquiries.js';
import { type ConsultationState, OPEN_STATES } from '../contract/lifecycle.js';
import { listOf } from '../platform/sql/json.js';
import { tokyo } from '../platform/sql/tokyo.js';
import type { Counted, Entry, Kept } from '../tallies/tallies.js';
import { reached } from './reached.js';

/** The group of what belongs to none, in lists and figures alike. */
export const NONE = 'none';

interface Facts extends Record<Measure, Date | null> {
  id: string;
  year: number | null;
  state: ConsultationState;
  since: string;
  submittedAt: Date | null;
  prefecture: string;
  fields: string[];
  ministries: string[];
  inquiries: { ministry: string; state: InquiryState; dueOn: string; answeredOn: string | null }[];
}

/** What a 相談 adds to the figures: one that has a number, or that the desk entered for a town. */
export const casesCounted = (calendar: Calendar): Counted => ({
  kind: 'case',
  async kept(tx, units) {
    const cases = await readFacts(tx, units);
    return new Map(cases.map((one) => [one.id, keptOf(one, calendar)]));
  },
});

const readFacts = (tx: EntityManager, units: string[]): Promise<Facts[]> =>
  tx.query(
    `SELECT c.id, c.fiscal_year AS year, c.state, ${tokyo('c.state_since')}::date::text AS since,
            c.submitted_at AS "submittedAt", left(c.municipality_code, 2) AS prefecture, c.field_codes AS fields,
            ARRAY(SELECT k.ministry_id FROM ministry_cases k WHERE k.consultation_id = c.id) AS ministries,
            ${Measure.options.map((measure) => `${reached(measure)} AS ${measure}`).join(', ')},
            ${listOf(
              `'ministry', i.ministry_id, 'state', i.state, 'dueOn', i.due_on,
               'answeredOn', ${tokyo('i.answered_at')}::date`,
              'inquiries i WHERE i.consultation_id = c.id',
            )} AS inquiries
     FROM consultations c WHERE c.id = ANY ($1) AND c.team_id IS NULL AND (c.number IS NOT NULL OR c.proxy_channel IS NOT NULL)`,
    [units],
  );

function keptOf(one: Facts, calendar: Calendar): Kept {
  const { year, state, since, prefecture, submittedAt, fields, ministries, inquiries } = one;
  const start = submittedAt && calendar.startDay(submittedAt);
  const days = Measure.options.flatMap((measure) => {
    const at = one[measure];
    return start && at ? [{ measure, rank: daysBetween(calendar, start, tokyoDay(at)) }] : [];
  });
  const entries: Entry[] = [
    { figure: 'state', year, key: state, also: OPEN_STATES.includes(state) ? since : '' },
    ...orNone(ministries).map((key) => ({ figure: 'ministry', year, key, also: state })),
    ...orNone(fields).map((key) => ({ figure: 'field', year, key, also: prefecture })),
    ...(submittedAt ? [{ figure: 'received', year, key: tokyoDay(submittedAt).slice(0, 7) }] : []),
    ...days.map(({ measure, rank }) => ({ figure: DURATION, year, key: measure, also: String(rank) })),
    ...inquiries.flatMap(({ ministry, ...inquiry }) => {
      const also = timely(inquiry);
      return also ? [{ figure: 'timeliness', year, key: ministry, also }] : [];
    }),
  ];
  return { entries, ranks: days.map(({ measure, rank }) => ({ figure: durationOf(measure), year, rank })) };
}

export const DURATION = 'duration';
/** The list of cases behind a measure, by how long they took. */
export const durationOf = (measure: Measure) => `${DURATION}.${measure}`;

const orNone = (keys: string[]) => (keys.length === 0 ? [NONE] : keys);

/** What is done before its term begins took no day. */
export const daysBetween = (calendar: Calendar, start: string, end: string): number =>
  Math.max(0, calendar.workdaysBetween(start, end));

/** How an inquiry counts for 期限内率: that of an open one shows only when its day has passed. */
function timely({ state, dueOn, answeredOn }: Omit<Facts['inquiries'][number], 'ministry'>): string | undefined {
  if (state === 'asked' || state === 'acknowledged') return dueOn;
  if ((state !== 'answered' && state !== 'notApplicable') || !answeredOn) return undefined;
  return answeredOn <= dueOn ? IN_TIME : LATE;
}

export const IN_TIME = 'inTime';
export const LATE = 'late';
