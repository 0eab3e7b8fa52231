import { z } from 'zod';
import { ApplicationState } from './applications.js';
import { Criterion, RoundState } from './rounds.js';

export const Outcome = z.enum(['chosen', 'reserve', 'notChosen']);
export type Outcome = z.infer<typeof Outcome>;

const Reason = z.string().trim().min(1, '理由を入力してください').max(500, '理由は500文字以内で入力してください');

export const AssignReviewers = z.object({
  reviewerIds: z
    .array(z.uuid())
    .min(1, '審査員を選んでください')
    .max(50)
    .refine((ids) => new Set(ids).size === ids.length, '同じ審査員が二度選ばれています'),
});

/** Points per criterion of the round. */
const Scores = z.record(z.string().max(40), z.number().int('点数は整数で入力してください').min(0).max(100));
export type Scores = z.infer<typeof Scores>;

export const SaveReview = z.object({
  version: z.number('画面を読み込み直してください').int(),
  scores: Scores,
  comment: z.string().trim().max(1000, '所見は1000文字以内で入力してください').default(''),
  /** Handed in, a sheet does not change any more. */
  handIn: z.boolean().default(false),
});
export type SaveReview = z.infer<typeof SaveReview>;

/** A reviewer's own sheet. */
const OwnReview = z.object({
  scores: Scores,
  comment: z.string(),
  version: z.number().int(),
  handedInAt: z.iso.datetime().nullable(),
});

/** The sheets of an 応募. Those of others only when all are handed in. */
export const ReviewSheet = z
  .object({
    applicationId: z.uuid(),
    number: z.string(),
    label: z.string(),
    roundId: z.uuid(),
    criteria: z.array(Criterion),
    assigned: z.number().int(),
    handedIn: z.number().int(),
    mine: OwnReview.nullable(),
    all: z.array(z.object({ reviewer: z.string(), scores: Scores, total: z.number(), comment: z.string() })).nullable(),
  })
  .meta({ id: 'ReviewSheet' });
export type ReviewSheet = z.infer<typeof ReviewSheet>;

/** The table of a selection, best first; figures only of what all reviewers handed in. */
export const Selection = z
  .object({
    round: z.object({ id: z.uuid(), name: z.string(), state: RoundState, places: z.number().int() }),
    chosen: z.number().int(),
    items: z.array(
      z.object({
        applicationId: z.uuid(),
        number: z.string(),
        label: z.string(),
        state: ApplicationState,
        place: z.number().int().nullable(),
        reason: z.string().nullable(),
        assigned: z.number().int(),
        handedIn: z.number().int(),
        /** Out of 100, mean of all reviewers. */
        mean: z.number().nullable(),
        /** Between the lowest and the highest reviewer. */
        spread: z.number().nullable(),
        rank: z.number().int().nullable(),
        tied: z.boolean(),
        /** My own sheet waits. */
        mineOpen: z.boolean(),
      }),
    ),
    total: z.number().int(),
    /** Whose outcome no letter told yet. */
    untold: z.number().int(),
    reviewers: z.array(z.object({ id: z.uuid(), name: z.string(), assigned: z.number().int() })),
    allowedActions: z.array(z.enum(['assign', 'decide', 'moveUp', 'issueLetters'])),
  })
  .meta({ id: 'Selection' });
export type Selection = z.infer<typeof Selection>;

/** Decisions taken together; 補欠 get their places in the order in which they stand here. */
export const Decide = z.object({
  items: z
    .array(z.object({ applicationId: z.uuid(), outcome: Outcome, reason: Reason }))
    .min(1, '決定する応募を選んでください')
    .max(500)
    .refine((items) => new Set(items.map(({ applicationId }) => applicationId)).size === items.length, {
      message: '同じ応募が二度選ばれています',
    }),
});
export type Decide = z.infer<typeof Decide>;

export const WithReason = z.object({ reason: Reason });

/** Words that stand for something in a letter. */
export const MERGE_FIELDS = ['団体名', '年度名称', '受付番号', '補欠順位', '理由'] as const;
const LetterText = z
  .string()
  .trim()
  .min(1, '通知文を入力してください')
  .max(3000, '通知文は3000文字以内で入力してください')
  .refine(
    (text) => [...text.matchAll(/\{\{(.*?)\}\}/g)].every(([, field]) => MERGE_FIELDS.some((known) => known === field)),
    `差し込みには、${MERGE_FIELDS.map((field) => `{{${field}}}`).join('、')}だけが使えます`,
  );

export const IssueLetters = z.object({
  /** Without them, those that come with the product. */
  texts: z.partialRecord(Outcome, LetterText).default({}),
});
export type IssueLetters = z.infer<typeof IssueLetters>;

/** 通知文 as it was issued. */
export const OutcomeLetter = z
  .object({
    applicationId: z.uuid(),
    number: z.string(),
    outcome: Outcome,
    addressee: z.string(),
    subject: z.string(),
    paragraphs: z.array(z.string()),
    sender: z.string(),
    issuedAt: z.iso.datetime(),
  })
  .meta({ id: 'OutcomeLetter' });
export type OutcomeLetter = z.infer<typeof OutcomeLetter>;
