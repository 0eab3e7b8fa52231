import { z } from 'zod';

export const SetDemoClock = z.object({ aheadDays: z.number().int().min(0).max(3650) });
export const DemoClockState = z.object({ now: z.iso.datetime(), aheadDays: z.number() }).meta({ id: 'DemoClock' });
