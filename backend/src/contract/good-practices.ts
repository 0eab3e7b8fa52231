import { z } from 'zod';
import { SheetPartner } from './case-sheets.js';
import { MunicipalityCode } from './municipalities.js';

export const PracticeId = z.string().max(40);

/** Where a 好事例 comes from: printed by the state, or the 事例票 of a 相談 here. */
export const PracticeSource = z.enum(['printed', 'caseSheet']);
export type PracticeSource = z.infer<typeof PracticeSource>;
export const PRACTICE_SOURCE_LABEL: Record<PracticeSource, string> = {
  printed: '国の資料の事例',
  caseSheet: '新結合相談の事例票',
};

/** 好事例, as facts: where, and what was combined with what. */
export const GoodPractice = z
  .object({
    id: z.string(),
    pillar: z.object({ code: z.string(), name: z.string() }),
    name: z.string(),
    /** What was combined (A×B×C). */
    elements: z.array(z.string()),
    fields: z.array(z.object({ code: z.string(), name: z.string() })),
    /** Nobody, a region, a prefecture, one or more municipalities. */
    places: z.array(z.object({ municipalityCode: z.string().nullable(), label: z.string() })),
    sourceRef: z.string(),
    source: PracticeSource,
    /** The desk puts it forward. */
    recommended: z.boolean(),
  })
  .meta({ id: 'GoodPractice' });
export type GoodPractice = z.infer<typeof GoodPractice>;

/** What a 事例票 tells beyond the facts; null for what the state printed, of which only facts are kept. */
export const GoodPracticeDetail = GoodPractice.extend({
  sheet: z
    .object({
      publishedOn: z.iso.date(),
      situation: z.string(),
      initiative: z.string(),
      partners: z.array(SheetPartner),
      support: z.string(),
      results: z.string(),
      /** 好事例 that it was modelled on. */
      practice: z.object({ id: z.string(), name: z.string() }).nullable(),
    })
    .nullable(),
}).meta({ id: 'GoodPracticeDetail' });
export type GoodPracticeDetail = z.infer<typeof GoodPracticeDetail>;

/** Where a 好事例 was applied elsewhere, as far as the reader may know. */
export const PracticeApplications = z
  .object({
    consultations: z.array(
      z.object({
        id: z.uuid(),
        number: z.string().nullable(),
        title: z.string(),
        municipality: z.string(),
        stateLabel: z.string(),
      }),
    ),
    /** Of the 相談; the newest are listed. */
    total: z.number().int(),
    practices: z.array(z.object({ id: z.string(), name: z.string(), places: z.array(z.string()) })),
  })
  .meta({ id: 'PracticeApplications' });
export type PracticeApplications = z.infer<typeof PracticeApplications>;

export const GoodPracticeSearch = z.object({
  q: z.string().trim().max(100).optional(),
  source: PracticeSource.optional(),
  pillar: z
    .string()
    .regex(/^[1-5]$/, '政策の柱は1〜5で指定してください')
    .optional(),
  field: z.string().max(40).optional(),
  /** The two digits of the prefecture, or its code. */
  prefecture: z
    .string()
    .regex(/^\d{2}(\d{4})?$/, '都道府県コードは2桁又は6桁で指定してください')
    .optional(),
  municipality: MunicipalityCode.optional(),
});
export type GoodPracticeSearch = z.infer<typeof GoodPracticeSearch>;
