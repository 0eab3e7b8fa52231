import { z } from 'zod';
import { Answer } from './answers.js';
import { Day } from './calendar.js';
import { ConsultationState } from './lifecycle.js';
import { listParam } from './paging.js';

export const InquiryState = z.enum(['asked', 'acknowledged', 'questioned', 'answered', 'notApplicable', 'cancelled']);
export type InquiryState = z.infer<typeof InquiryState>;

export const INQUIRY_STATE_LABEL: Record<InquiryState, string> = {
  asked: '照会済',
  acknowledged: '確認中',
  questioned: '逆質問中',
  answered: '回答済',
  notApplicable: '該当なし',
  cancelled: '取消し',
};

/** The ministry still has to do something. */
export const LIVE_INQUIRY_STATES = ['asked', 'acknowledged', 'questioned'] as const satisfies readonly InquiryState[];

export const RowState = z.enum(['open', 'answered', 'notApplicable', 'cancelled']);
export type RowState = z.infer<typeof RowState>;

export const ROW_STATE_LABEL: Record<RowState, string> = {
  open: '未回答',
  answered: '回答済',
  notApplicable: '該当なし',
  cancelled: '取消し',
};

/** What may be done with an inquiry, by its ministry or by the desk. Each is a route and an event. */
export const InquiryAction = z.enum([
  'acknowledge',
  'handOn',
  'save',
  'answer',
  'requestExtension',
  'askBack',
  'replyBack',
  'decideExtension',
  'changeDue',
  'cancel',
  'handOver',
]);
export type InquiryAction = z.infer<typeof InquiryAction>;

const longText = (label: string, max: number) =>
  z.string().trim().min(1, `${label}を入力してください`).max(max, `${label}は${max}文字以内で入力してください`);

export const Ask = z.object({
  ministryId: z.string('照会先の府省庁を選んでください').min(1, '照会先の府省庁を選んでください').max(40),
  divisionId: z.string().max(40).nullable().default(null),
  questionRowIds: z.array(z.uuid()).min(1, '照会する質問を一つ以上選んでください').max(50),
  /** Left out: the usual limit of business days. */
  dueOn: Day.optional(),
  message: z.string().trim().max(2000, '補足は2000文字以内で入力してください').default(''),
});
export type Ask = z.infer<typeof Ask>;

export const AskInquiries = z.object({
  asks: z.array(Ask).min(1, '照会先を一つ以上選んでください').max(60, '一度に照会できるのは60件までです'),
});
export type AskInquiries = z.infer<typeof AskInquiries>;

export const HandOver = z.object({ questionRowId: z.uuid().optional() });
export const HandOn = z.object({ divisionId: z.string().max(40).nullable() });
export const AskBack = z.object({ text: longText('質問', 2000) });
export const ReplyBack = z.object({ text: longText('返答', 2000) });
export const RequestExtension = z.object({ dueOn: Day, reason: longText('延長の理由', 500) });
export const DecideExtension = z
  .object({
    granted: z.boolean(),
    /** Left out: the day the ministry asked for. */
    dueOn: Day.optional(),
    comment: z.string().trim().max(500, 'コメントは500文字以内で入力してください').default(''),
  })
  .refine(({ granted, comment }) => granted || comment !== '', {
    path: ['comment'],
    error: '認めない理由をコメントに入力してください',
  });
export type DecideExtension = z.infer<typeof DecideExtension>;
export const ChangeDue = z.object({ dueOn: Day });
export const CancelInquiry = z.object({ reason: longText('取消しの理由', 500) });

/** A question of the カルテ as the desk keeps it. */
export const Question = z
  .object({
    id: z.uuid(),
    position: z.number().int(),
    text: z.string(),
    /** Nobody else has it: not asked yet, declined or withdrawn. */
    deskHolds: z.boolean(),
    /** Was put to a ministry, so its words stand. */
    asked: z.boolean(),
  })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;

export const Questions = z
  .object({ items: z.array(Question), total: z.number().int(), version: z.string() })
  .meta({ id: 'Questions' });
export type Questions = z.infer<typeof Questions>;

export const QuestionsDraft = z.object({
  version: z.string(),
  rows: z
    .array(z.object({ id: z.uuid().optional(), text: longText('質問', 2000) }))
    .min(1, '質問を一つ以上残してください')
    .max(50, '質問は50件以内にしてください'),
});
export type QuestionsDraft = z.infer<typeof QuestionsDraft>;

const Named = z.object({ id: z.string(), name: z.string() });
const Instant = z.iso.datetime();

const InquiryRow = z.object({
  questionRowId: z.uuid(),
  position: z.number().int(),
  text: z.string(),
  state: RowState,
  /** 該当なし: why, whom to ask instead, and whether the desk did. */
  notApplicable: z
    .object({ reason: z.string(), suggestedMinistry: Named.nullable(), handedOver: z.boolean() })
    .nullable(),
  answers: z.array(Answer),
});
export type InquiryRow = z.infer<typeof InquiryRow>;

const Extension = z.object({
  id: z.uuid(),
  requestedDueOn: Day,
  reason: z.string(),
  requestedBy: z.string(),
  requestedAt: Instant,
  decision: z.enum(['granted', 'refused']).nullable(),
  grantedDueOn: Day.nullable(),
  comment: z.string(),
  decidedBy: z.string().nullable(),
  decidedAt: Instant.nullable(),
});

const QuestionBack = z.object({
  id: z.uuid(),
  text: z.string(),
  askedBy: z.string(),
  askedAt: Instant,
  reply: z.string().nullable(),
  repliedBy: z.string().nullable(),
  repliedAt: Instant.nullable(),
});

const Head = {
  id: z.uuid(),
  consultation: z.object({
    id: z.uuid(),
    number: z.string(),
    title: z.string(),
    state: ConsultationState,
    municipality: z.string(),
    /** Not null: 後方支援 for this team. */
    teamId: z.uuid().nullable(),
  }),
  ministry: Named,
  division: Named.nullable(),
  state: InquiryState,
  dueOn: Day,
  /** Business days left until the due date; negative when it has passed. */
  workdaysLeft: z.number().int(),
  overdue: z.boolean(),
  /** The date may still move: the holidays of its year are not published. */
  dueProvisional: z.boolean(),
  askedAt: Instant,
  extensionPending: z.boolean(),
};

/** 照会. A draft answer is in it only for its ministry; all others see what was submitted. */
export const Inquiry = z
  .object({
    ...Head,
    pausedOn: Day.nullable(),
    message: z.string(),
    askedBy: z.string(),
    acknowledgedAt: Instant.nullable(),
    answeredAt: Instant.nullable(),
    cancelledAt: Instant.nullable(),
    cancelReason: z.string().nullable(),
    origin: z.object({ id: z.uuid(), ministry: z.string() }).nullable(),
    version: z.number().int(),
    /** For its ministry: what the directory names as contact, to start an answer with. */
    usualContact: z.object({ division: z.string(), tel: z.string(), email: z.string() }).nullable(),
    rows: z.array(InquiryRow),
    questionsBack: z.array(QuestionBack),
    extensions: z.array(Extension),
    allowedActions: z.array(InquiryAction),
  })
  .meta({ id: 'Inquiry' });
export type Inquiry = z.infer<typeof Inquiry>;

export const InquiryListItem = z
  .object({ ...Head, rowCount: z.number().int(), openCount: z.number().int() })
  .meta({ id: 'InquiryListItem' });
export type InquiryListItem = z.infer<typeof InquiryListItem>;

/** `more`: there are more than `total`; narrow the list. */
export const InquiryPage = z.object({ items: z.array(InquiryListItem), total: z.number().int(), more: z.boolean() });
export type InquiryPage = z.infer<typeof InquiryPage>;

export const InquiryFilter = z.object({
  /** Left out: those the ministry still has to answer; with `timely`, those it speaks of. */
  state: listParam(InquiryState),
  overdue: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
  ministryId: z.string().max(40).optional(),
  /** Answered by their date, or late: the rows behind 期限内率. */
  timely: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
  /** 年度 of the case's number, in western years. */
  year: z.coerce.number().int().min(2019).max(2100).optional(),
});
export type InquiryFilter = z.infer<typeof InquiryFilter>;

/** The inquiries of one case, as far as the reader may see them. */
export const CaseInquiries = z
  .object({
    items: z.array(Inquiry),
    total: z.number().int(),
    /** Who was asked and whether they have finished: what a town may know before the reply. */
    asked: z.array(z.object({ ministry: z.string(), finished: z.boolean() })),
    /** The due date a new inquiry gets when none is chosen. */
    usualDueOn: Day,
    /** Whether the reader is the desk, which follows all of them. */
    mayFollow: z.boolean(),
    allowedActions: z.array(z.enum(['inquire', 'splitQuestions'])),
  })
  .meta({ id: 'CaseInquiries' });
export type CaseInquiries = z.infer<typeof CaseInquiries>;
