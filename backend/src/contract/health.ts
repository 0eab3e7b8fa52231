import { z } from 'zod';

/** Not just "up": how fresh the work is. */
export const Health = z
  .object({
    ok: z.boolean(),
    /** Seconds the oldest event waits for its jobs; 0 when none waits. */
    oldestEventSeconds: z.number().int(),
    /** Seconds the oldest mail waits to be sent; 0 when none waits. */
    oldestMailSeconds: z.number().int(),
    /** How old what the API knows of the holidays is; it reads them every minute. */
    holidaysReadSecondsAgo: z.number().int(),
    /** The last day whose holidays are published, and whether that is less than 14 months away. */
    holidaysUntil: z.iso.date(),
    holidaysTooShort: z.boolean(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
