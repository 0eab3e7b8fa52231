import { z } from 'zod';

/** What a round brings to the matching: the problem with the settings of the round, and who stands behind each id. */
export const RoundMatching = z
  .object({
    /** In the shape of `matching:solve`; ids are those of the 応募. */
    problem: z.object({
      teamSize: z.number().int(),
      municipalities: z.array(
        z.object({
          id: z.uuid(),
          prefecture: z.string(),
          themes: z.array(z.object({ field: z.string(), weight: z.number() })),
        }),
      ),
      officers: z.array(
        z.object({
          id: z.uuid(),
          ministry: z.string(),
          grade: z.enum(['junior', 'middle', 'senior']),
          skills: z.record(z.string(), z.number().int()),
          ties: z.array(z.string()),
          localExperience: z.boolean(),
          preferences: z.array(z.uuid()),
          excluded: z.array(z.uuid()),
          consent: z.boolean(),
        }),
      ),
    }),
    /** In the shape of `--settings`. */
    settings: z.record(z.string(), z.unknown()),
    names: z.array(z.object({ id: z.uuid(), number: z.string(), label: z.string() })),
  })
  .meta({ id: 'RoundMatching' });
export type RoundMatching = z.infer<typeof RoundMatching>;
