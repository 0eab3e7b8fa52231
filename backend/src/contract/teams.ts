import { z } from 'zod';
import { Day } from './calendar.js';
import { RoundState } from './rounds.js';

/** What may be done with a team now; screens show exactly these. */
export const TeamAction = z.enum(['write', 'changeMembers', 'askSupport']);
export type TeamAction = z.infer<typeof TeamAction>;

export const TeamMember = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  ministry: z.string(),
  post: z.string(),
  /** In the officer's own words, for the town. */
  introduction: z.string(),
  joinedOn: Day,
  leftOn: Day.nullable(),
  me: z.boolean(),
});
export type TeamMember = z.infer<typeof TeamMember>;

export const TeamSummary = z.object({
  id: z.uuid(),
  municipality: z.string(),
  municipalityCode: z.string(),
  round: z.object({ id: z.uuid(), name: z.string(), state: RoundState }),
  /** Who is in it now. */
  members: z.array(z.object({ name: z.string(), ministry: z.string() })),
  endedAt: z.iso.datetime().nullable(),
});
export type TeamSummary = z.infer<typeof TeamSummary>;

export const Teams = z.object({ items: z.array(TeamSummary), total: z.number().int() }).meta({ id: 'Teams' });
export type Teams = z.infer<typeof Teams>;

export const Team = TeamSummary.extend({
  /** Those who left too, last. */
  members: z.array(TeamMember),
  /** What the town wrote in its 応募: where the year begins. */
  problems: z.array(z.object({ field: z.string(), text: z.string() })),
  wish: z.string(),
  allowedActions: z.array(TeamAction),
}).meta({ id: 'Team' });
export type Team = z.infer<typeof Team>;

export const TeamFilter = z.object({
  roundId: z.uuid().optional(),
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
});
export type TeamFilter = z.infer<typeof TeamFilter>;
