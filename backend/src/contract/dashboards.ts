import { z } from 'zod';
import { ConsultationState } from './lifecycle.js';
import { Paging, pageOf } from './paging.js';

/** A number and the address of the list with exactly its rows. */
const Figure = z.object({ count: z.number().int(), href: z.string() });
export type Figure = z.infer<typeof Figure>;

/** How long it took from 提出 to what. */
export const Measure = z.enum(['response', 'answer', 'reply']);
export type Measure = z.infer<typeof Measure>;
export const MEASURE_LABEL: Record<Measure, string> = {
  response: '窓口の初回応答',
  answer: '最初の府省庁回答',
  reply: '回答書の送付',
};

const Year = z.coerce
  .number('年度は西暦の4桁で指定してください')
  .int()
  .min(2019, '年度は2019以降で指定してください')
  .max(2100, '年度は2100以前で指定してください');

/** All cases, or those with a number of one 年度. */
export const DashboardFilter = z.object({ year: Year.optional() });
export type DashboardFilter = z.infer<typeof DashboardFilter>;

/** The manager's numbers (domain.md §3), at most five seconds old. Cells with nothing in them are left out. */
export const Dashboard = z
  .object({
    asOf: z.iso.datetime(),
    year: z.number().int().nullable(),
    years: z.array(z.number().int()),
    received: z.array(Figure.extend({ month: z.string() })),
    states: z.array(
      Figure.extend({
        state: ConsultationState,
        label: z.string(),
        /** Business days in this state, of those that are open. */
        medianDays: z.number().int().nullable(),
        longestDays: z.number().int().nullable(),
      }),
    ),
    /** A case counts with each ministry that was asked; `none`: nobody was. */
    ministries: z.array(
      z.object({
        ministry: z.string(),
        label: z.string(),
        cells: z.array(Figure.extend({ state: ConsultationState })),
      }),
    ),
    /** Business days from 提出, corrections included. */
    durations: z.array(
      Figure.extend({
        measure: Measure,
        label: z.string(),
        medianDays: z.number().int().nullable(),
        ninetiethDays: z.number().int().nullable(),
      }),
    ),
    /** Inquiries that were answered in time, and those that were late or are. */
    timeliness: z.array(
      z.object({
        ministry: z.string(),
        label: z.string(),
        inTime: Figure,
        late: Figure,
        percent: z.number().nullable(),
      }),
    ),
    prefectures: z.array(z.object({ prefecture: z.string(), label: z.string() })),
    /** A case counts in each of its fields; `none`: no field is set. */
    fields: z.array(
      z.object({
        field: z.string(),
        label: z.string(),
        cells: z.array(Figure.extend({ prefecture: z.string() })),
      }),
    ),
    /** null where the reader may not have it for one 年度 alone; a mean of fewer than five answers only for managers. */
    satisfaction: z.object({ n: z.number().int(), mean: z.number().nullable(), href: z.string() }).nullable(),
  })
  .meta({ id: 'Dashboard' });
export type Dashboard = z.infer<typeof Dashboard>;

export const DurationFilter = Paging.extend({ measure: Measure.default('reply'), year: Year.optional() });
export type DurationFilter = z.infer<typeof DurationFilter>;

/** One case and how long it took. */
export const DurationRow = z
  .object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    municipality: z.string(),
    submittedAt: z.iso.datetime(),
    at: z.iso.datetime(),
    days: z.number().int(),
  })
  .meta({ id: 'DurationRow' });
export type DurationRow = z.infer<typeof DurationRow>;
export const DurationPage = pageOf(DurationRow).meta({ id: 'DurationPage' });
export type DurationPage = z.infer<typeof DurationPage>;
