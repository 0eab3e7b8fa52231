import { z } from 'zod';
import { dayNamed } from './calendar.js';
import { pageOf } from './paging.js';

const words = (name: string, max: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(max, `${name}は${max}文字以内で入力してください`);

/** A member leaves in the middle of the year. */
export const LeaveTeam = z.object({
  /** The first day on which the person is no member any more. */
  leftOn: dayNamed('チームを離れる日を選んでください'),
  reason: words('理由', 400),
  handOver: words('引継ぎの内容', 4000),
  /** Who takes over the open promises: `town`, or a person of the team. Needed where there are any. */
  successor: z.union([z.literal(''), z.literal('town'), z.uuid()], '約束を引き継ぐ人を選んでください').default(''),
});
export type LeaveTeam = z.infer<typeof LeaveTeam>;

export const JoinTeam = z.object({
  /** 応募 of the officer. */
  applicationId: z.uuid('加わる支援官を選んでください'),
  /** That somebody of the same ministry is in the team already is known and wanted. */
  sameMinistry: z.boolean().default(false),
});
export type JoinTeam = z.infer<typeof JoinTeam>;

/** An officer of the round who is in no team, and whose superior agrees. */
export const Candidate = z.object({
  applicationId: z.uuid(),
  name: z.string(),
  ministry: z.string(),
  post: z.string(),
  sameMinistry: z.boolean(),
});
export type Candidate = z.infer<typeof Candidate>;

/** Who may join, and how many open promises each member of now has. */
export const TeamChanges = pageOf(Candidate)
  .extend({ openPromises: z.array(z.object({ personId: z.uuid(), count: z.number().int() })) })
  .meta({ id: 'TeamChanges' });
export type TeamChanges = z.infer<typeof TeamChanges>;
