import { z } from 'zod';
import { Answer } from './answers.js';
import { Day } from './calendar.js';
import { MeasureCandidate, MeasureRef, PassageRecord } from './reply-measures.js';

const line = (label: string, max: number) => z.string().trim().max(max, `${label}は${max}文字以内で入力してください`);

/** A passage as the desk writes it. */
export const PassageInput = z.object({
  id: z.uuid(),
  /** The question it answers. Passages that follow each other under one heading form one numbered section. */
  heading: line('見出し', 2000),
  /** What is introduced, such as 施策名（府省庁）; empty for plain words. */
  title: line('小見出し', 300),
  text: line('文章', 10_000),
  answerIds: z.array(z.uuid()).max(50),
  questionRowIds: z.array(z.uuid()).max(50),
});
export type PassageInput = z.infer<typeof PassageInput>;

/** 文章: a stretch of the reply that knows which answers, questions and record of the catalogue it came from. */
export const Passage = PassageInput.extend({ measure: MeasureRef.optional() }).meta({ id: 'Passage' });
export type Passage = z.infer<typeof Passage>;

/** 問合せ先 of a measure. */
export const ReplyContact = z
  .object({ organisation: line('名称', 200), tel: line('電話番号', 100), email: line('メールアドレス', 254) })
  .meta({ id: 'ReplyContact' });
export type ReplyContact = z.infer<typeof ReplyContact>;

const content = {
  subject: line('件名', 200),
  greeting: line('前文', 2000),
  contacts: z.array(ReplyContact).max(50, '問合せ先は50件以内にしてください'),
  closing: line('末文', 2000),
};

const Passages = z.array(PassageInput).max(100, '文章は100件以内にしてください');

/** What the desk writes, with the version it saw. */
export const ReplyInput = z.object({ version: z.number().int(), ...content, passages: Passages });
export type ReplyInput = z.infer<typeof ReplyInput>;

export const ReplyState = z.enum(['drafting', 'approving', 'approved']);
export type ReplyState = z.infer<typeof ReplyState>;

export const ReplyAction = z.enum([
  'draftReply',
  'save',
  'refresh',
  'takeMeasures',
  'updateMeasure',
  'requestApproval',
  'recallApproval',
  'sendBackReply',
  'approve',
]);
export type ReplyAction = z.infer<typeof ReplyAction>;

export const Reply = z
  .object({
    id: z.uuid(),
    /** 第1回, 第2回 … of this 相談. */
    no: z.number().int(),
    state: ReplyState,
    version: z.number().int(),
    consultationNumber: z.string(),
    documentNumber: z.string().nullable(),
    issuedOn: Day.nullable(),
    /** 北海道上士幌町 御中 */
    addressees: z.array(z.string()),
    sender: z.string(),
    sealOmitted: z.boolean(),
    ...content,
    passages: z.array(Passage),
    /** Whom to ask about the reply itself. */
    deskContact: ReplyContact,
  })
  .meta({ id: 'Reply' });
export type Reply = z.infer<typeof Reply>;

/** What a ministry said to one question row: an answer, or 該当なし. Inward: the town never sees it. */
export const ReplySource = z
  .object({
    key: z.string(),
    questionRowId: z.uuid(),
    question: z.string(),
    ministry: z.string(),
    division: z.string(),
    answer: Answer.nullable(),
    notApplicable: z.object({ reason: z.string(), suggestedMinistry: z.string().nullable() }).nullable(),
    /** It has flowed into the draft. */
    taken: z.boolean(),
  })
  .meta({ id: 'ReplySource' });
export type ReplySource = z.infer<typeof ReplySource>;

/** Something the quality gate found. `where` is the dotted path of the input, or `questions.<id>`. */
export const Finding = z
  .object({ level: z.enum(['error', 'warning']), code: z.string(), message: z.string(), where: z.string() })
  .meta({ id: 'ReplyFinding' });
export type Finding = z.infer<typeof Finding>;

const Person = z.object({ id: z.uuid(), name: z.string() });

/** A decision of 決裁. */
export const Approval = z
  .object({
    round: z.number().int(),
    step: z.number().int(),
    decision: z.enum(['approved', 'returned']),
    approver: z.string(),
    /** 代決: for whom the approver stood in. */
    standInFor: z.string().nullable(),
    comment: z.string(),
    decidedAt: z.iso.datetime(),
  })
  .meta({ id: 'Approval' });
export type Approval = z.infer<typeof Approval>;

export const APPROVAL_LABEL: Record<Approval['decision'], string> = { approved: '決裁', returned: '差戻し' };

/** What the desk sees beside the reply; null for all others. */
export const ReplyWorkshop = z
  .object({
    sources: z.array(ReplySource),
    questions: z.array(z.object({ id: z.uuid(), position: z.number().int(), text: z.string() })),
    findings: z.array(Finding),
    /** Of the passages that state a measure; while the reply is not issued. */
    records: z.array(PassageRecord),
    /** While it is drafted. */
    candidates: z.array(MeasureCandidate),
    savedBy: z.string(),
    savedAt: z.iso.datetime(),
    /** How many steps 決裁 has, and which comes next (while approving). */
    approvalSteps: z.number().int(),
    nextStep: z.number().int().nullable(),
    requestedBy: z.string().nullable(),
    requestedAt: z.iso.datetime().nullable(),
    /** Why the reply stands although the gate warned of a call that ended. */
    requestReason: z.string(),
    approvals: z.array(Approval),
    /** Why this manager may not approve, though managers may. */
    whyNotApprove: z.string().nullable(),
    /** For whom this manager may stand in. */
    standIns: z.array(Person),
  })
  .meta({ id: 'ReplyWorkshop' });
export type ReplyWorkshop = z.infer<typeof ReplyWorkshop>;

/** The 回答書 of a 相談 as the reader may see it: the one in work for the desk, the last issued one for all others. */
export const ReplyPage = z
  .object({
    reply: Reply.nullable(),
    workshop: ReplyWorkshop.nullable(),
    issued: z.array(z.object({ no: z.number().int(), documentNumber: z.string(), issuedOn: Day })),
    allowedActions: z.array(ReplyAction),
  })
  .meta({ id: 'ReplyPage' });
export type ReplyPage = z.infer<typeof ReplyPage>;

/** Which of the issued replies; without it the one in work, or the last. */
export const ReplyFilter = z.object({ no: z.coerce.number().int().min(1).optional() });
export type ReplyFilter = z.infer<typeof ReplyFilter>;

/** What flowed into the draft. */
export const Refreshed = z.object({
  version: z.number().int(),
  added: z.array(Passage.pick({ id: true, heading: true, title: true })),
  /** Accepted measures that did not flow in, because their call has ended. */
  ended: z.array(z.object({ id: z.string(), title: z.string() })),
});
export type Refreshed = z.infer<typeof Refreshed>;

const Comment = z.string().trim().max(2000, 'コメントは2,000文字以内で入力してください');

export const RequestApproval = z.object({
  version: z.number().int(),
  /** The person has read the warnings. */
  confirmed: z.boolean().default(false),
  /** Why a call that has ended is named all the same; inward. */
  reason: Comment.default(''),
});
export type RequestApproval = z.infer<typeof RequestApproval>;

export const SendBackReply = z.object({
  version: z.number().int(),
  comment: Comment.min(1, '差戻しの理由を入力してください'),
});
export type SendBackReply = z.infer<typeof SendBackReply>;

export const ApproveReply = z
  .object({ version: z.number().int(), comment: Comment.default(''), standInFor: z.uuid().nullable().default(null) })
  .refine(({ comment, standInFor }) => standInFor === null || comment !== '', {
    path: ['comment'],
    error: '代決の理由（不在の事情など）を入力してください',
  });
export type ApproveReply = z.infer<typeof ApproveReply>;

/** How replies are numbered, signed and approved. Every change is a new version; issued replies keep theirs. */
export const ReplySettings = z
  .object({
    version: z.number().int(),
    approvalSteps: z.union([z.literal(1), z.literal(2)], '決裁の段数は1か2にしてください'),
    /** 新結合第{serial}号; empty is 事務連絡, without a number. */
    numberPattern: z
      .string()
      .trim()
      .max(50, '文書番号の形は50文字以内で入力してください')
      .refine((pattern) => pattern === '' || pattern.split('{serial}').length === 2, {
        error: '文書番号の形には {serial} を一つ入れてください。番号を付けない場合（事務連絡）は空にしてください',
      }),
    addressee: z.enum(['organisation', 'head']),
    sender: line('発信者', 100).min(1, '発信者を入力してください'),
    sealOmitted: z.boolean(),
    contactName: line('問合せ先の名称', 100).min(1, '問合せ先の名称を入力してください'),
    contactTel: line('電話番号', 40),
    contactEmail: z.union([z.literal(''), z.email('メールアドレスは name@example.jp の形で入力してください')]),
  })
  .refine(({ contactTel, contactEmail }) => contactTel !== '' || contactEmail !== '', {
    path: ['contactEmail'],
    error: '電話番号かメールアドレスのどちらかを入力してください',
  })
  .meta({ id: 'ReplySettings' });
export type ReplySettings = z.infer<typeof ReplySettings>;

export const CurrentReplySettings = z
  .object({
    settings: ReplySettings,
    changedBy: z.string().nullable(),
    changedAt: z.iso.datetime(),
    allowedActions: z.array(z.enum(['update'])),
  })
  .meta({ id: 'CurrentReplySettings' });
export type CurrentReplySettings = z.infer<typeof CurrentReplySettings>;
