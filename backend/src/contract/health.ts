import { z } from 'zod';

/** Not just "up": how fresh the work is. */
export const Health = z
  .object({
    ok: z.boolean(),
    /** Seconds the oldest event waits for its jobs; 0 when none waits. */
    oldestEventSeconds: z.number().int(),
    /** Seconds the oldest mail waits that no server has taken yet, failed tries included; 0 when none waits. */
    oldestMailSeconds: z.number().int(),
    /** Seconds since the oldest row fell due that nobody has touched: a mail not tried, a notice without its mail. */
    oldestDueSeconds: z.number().int(),
    /** How long ago each sweep came to its end; null when it never did. */
    sweeps: z.array(z.object({ name: z.string(), secondsAgo: z.number().int().nullable() })),
    /** How old what the API knows of the holidays is; it reads them every minute. */
    holidaysReadSecondsAgo: z.number().int(),
    /** The last day whose holidays are published, and whether that is less than 14 months away. */
    holidaysUntil: z.iso.date(),
    holidaysTooShort: z.boolean(),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof Health>;
