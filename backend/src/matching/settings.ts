import { z } from 'zod';

const id = z.string().min(1);
const several = z.array(id).min(2);
const points = z.number().min(0).max(1000);

/** What the secretariat adds to the rules that always hold. `together`: in one team or in none. */
export const ExtraRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('together'), officers: several }),
  z.strictObject({ kind: z.literal('apart'), officers: several }),
  z.strictObject({ kind: z.literal('pin'), officer: id, municipality: id }),
  z.strictObject({ kind: z.literal('ban'), officer: id, municipality: id }),
]);
export type ExtraRule = z.infer<typeof ExtraRule>;

const Weights = z.strictObject({
  coverage: points.default(60),
  tie: points.default(15),
  preference: points.default(15),
  localExperience: points.default(5),
  gradeMix: points.default(5),
});

/** The settings of a round. Without `teamSize` the size of the problem holds for every team. */
export const Settings = z.strictObject({
  weights: Weights.prefault({}),
  preferenceShares: z.array(z.number().min(0).max(1)).max(3).default([1, 0.6, 0.3]),
  teamSize: z
    .strictObject({ minimum: z.int().min(1).max(6), maximum: z.int().min(1).max(6) })
    .refine(({ minimum, maximum }) => minimum <= maximum, { path: ['minimum'], message: 'above the maximum' })
    .optional(),
  rules: z.array(ExtraRule).default([]),
});
export type Settings = z.infer<typeof Settings>;

export const sizesOf = (settings: Settings, { teamSize }: { teamSize: number }) =>
  settings.teamSize ?? { minimum: teamSize, maximum: teamSize };
