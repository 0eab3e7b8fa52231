import { z } from 'zod';

/** Page and size of a list, as they stand in the address. */
export const Paging = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type Paging = z.infer<typeof Paging>;

/** A list answer: the rows of one page and how many there are in all. */
export const pageOf = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), total: z.number().int() });

/** The same where rows are counted up to a bound: `more` says that there are more than `total`. */
export const boundedPageOf = <T extends z.ZodType>(item: T) => pageOf(item).extend({ more: z.boolean() });

/** A query value that may be given once, several times, or as a comma-separated list. */
export const listParam = <T extends z.ZodType<string>>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? undefined : [value].flat().flatMap((v) => String(v).split(','))),
    z.array(item).optional(),
  );
