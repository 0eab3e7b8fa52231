import { z } from 'zod';
import { Day } from './calendar.js';
import { RoundState } from './rounds.js';

/** The years that a choice of the question 継続 stands for, by its sign in the definition; 0 is 「必要ない」. */
export const YEARS_OF_CHOICE: Readonly<Record<string, number>> = { no: 0, one: 1, two: 2, three: 3, four: 4, five: 5 };

export const WishContinuation = z.object({
  years: z.coerce
    .number('継続の要否と年数を選んでください')
    .int('継続の要否と年数を選んでください')
    .min(0)
    .max(5, '年数は5年までにしてください'),
  note: z.string().trim().max(500, '継続して取り組みたいことは500文字以内で入力してください').default(''),
  /** Officers of now whom the town would like to keep. */
  again: z.array(z.uuid()).max(10).default([]),
});
export type WishContinuation = z.infer<typeof WishContinuation>;

/** What a town wishes, by what it said last: in the survey, or on its page. */
export const ContinuationWish = z.object({
  years: z.number().int(),
  saidOn: Day,
  from: z.enum(['survey', 'page']),
  note: z.string(),
  again: z.array(z.object({ memberId: z.uuid(), name: z.string(), ministry: z.string() })),
});
export type ContinuationWish = z.infer<typeof ContinuationWish>;

export const ContinuationOutcome = z.enum(['carried', 'notCarried']);
export type ContinuationOutcome = z.infer<typeof ContinuationOutcome>;
export const OUTCOME_LABEL: Record<ContinuationOutcome, string> = {
  carried: '引き継ぐ',
  notCarried: '引き継がない',
};

const Decision = z.object({
  outcome: ContinuationOutcome,
  /** Not told to the town. */
  reason: z.string().nullable(),
  decidedOn: Day,
  decidedBy: z.string(),
  round: z.string().nullable(),
  applicationId: z.uuid().nullable(),
});

/** The continuation of one team, as its town and those who run 伴走支援 read it. */
export const Continuation = z
  .object({
    teamId: z.uuid(),
    wish: ContinuationWish.nullable(),
    /** Only 引き継ぐ is told to the town here: its draft is waiting. */
    decision: Decision.nullable(),
    members: z.array(z.object({ memberId: z.uuid(), name: z.string(), ministry: z.string() })),
    allowedActions: z.array(z.enum(['wish', 'decide'])),
  })
  .meta({ id: 'Continuation' });
export type Continuation = z.infer<typeof Continuation>;

export const DecideContinuation = z
  .object({
    outcome: ContinuationOutcome,
    reason: z
      .string()
      .trim()
      .min(1, '決定の理由を入力してください')
      .max(500, '決定の理由は500文字以内で入力してください'),
    /** Where to: a round whose call to towns has not ended. */
    roundId: z.uuid('引継ぎ先の年度を選んでください').optional(),
  })
  .refine(({ outcome, roundId }) => outcome === 'notCarried' || roundId, {
    path: ['roundId'],
    message: '引継ぎ先の年度を選んでください',
  });
export type DecideContinuation = z.infer<typeof DecideContinuation>;

/** All teams of a 年度 with what their towns wish: those who want to go on first. No score stands here. */
export const Continuations = z
  .object({
    round: z.object({ id: z.uuid(), name: z.string(), state: RoundState }),
    /** Where a team may be carried over to. */
    targets: z.array(z.object({ id: z.uuid(), name: z.string() })),
    counts: z.object({ wished: z.number().int(), declined: z.number().int(), silent: z.number().int() }),
    items: z.array(
      z.object({
        teamId: z.uuid(),
        municipality: z.string(),
        theme: z.string(),
        wish: ContinuationWish.nullable(),
        decision: Decision.nullable(),
      }),
    ),
    allowedActions: z.array(z.enum(['decide'])),
  })
  .meta({ id: 'Continuations' });
export type Continuations = z.infer<typeof Continuations>;

/** Which team an 応募 goes on from. */
export const ApplicationOrigin = z
  .object({
    origin: z
      .object({
        teamId: z.uuid(),
        round: z.string(),
        municipality: z.string(),
        theme: z.string(),
        members: z.array(z.object({ name: z.string(), ministry: z.string(), wishedAgain: z.boolean() })),
      })
      .nullable(),
  })
  .meta({ id: 'ApplicationOrigin' });
export type ApplicationOrigin = z.infer<typeof ApplicationOrigin>;
