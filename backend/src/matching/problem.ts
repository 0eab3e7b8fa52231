import { z } from 'zod';

/** A theme needs three bits of a mask beside the five other bits. */
const MOST_THEMES = 8;

const id = z.string().min(1);
const prefecture = z.string().regex(/^(0[1-9]|[1-3]\d|4[0-7])$/);

const Municipality = z.object({
  id,
  prefecture,
  themes: z
    .array(z.object({ field: z.string().min(1), weight: z.number().positive() }))
    .min(1)
    .max(MOST_THEMES),
});

const Officer = z.object({
  id,
  ministry: z.string().min(1),
  grade: z.enum(['junior', 'middle', 'senior']),
  skills: z.record(z.string(), z.int().min(0).max(3)),
  ties: z.array(prefecture),
  localExperience: z.boolean(),
  preferences: z.array(id).max(3),
  excluded: z.array(id),
  consent: z.boolean(),
});

/** What a round brings to the matching: 市区町村 with their problems, 支援官 with what they know and wish. */
export const Problem = z
  .object({
    teamSize: z.int().min(1).max(6),
    municipalities: z.array(Municipality).min(1),
    officers: z.array(Officer).min(1),
  })
  .superRefine(({ municipalities, officers }, context) => {
    for (const [list, rows] of Object.entries({ municipalities, officers })) {
      const seen = new Set<string>();
      for (const [at, row] of rows.entries()) {
        if (seen.has(row.id)) context.addIssue({ code: 'custom', path: [list, at, 'id'], message: 'repeated' });
        seen.add(row.id);
      }
    }
  });
export type Problem = z.infer<typeof Problem>;
export type Municipality = z.infer<typeof Municipality>;
export type Officer = z.infer<typeof Officer>;

/** A team as the outside writes it. */
export const Matching = z.object({
  teams: z.array(z.object({ municipality: id, officers: z.array(id) })),
});
export type Team = z.infer<typeof Matching>['teams'][number];
