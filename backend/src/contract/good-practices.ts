import { z } from 'zod';

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
  })
  .meta({ id: 'GoodPractice' });
export type GoodPractice = z.infer<typeof GoodPractice>;

export const GoodPracticeSearch = z.object({
  q: z.string().trim().max(100).optional(),
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
});
