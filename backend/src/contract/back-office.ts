import { z } from 'zod';
import { AnswerKind } from './answers.js';
import { Day } from './calendar.js';
import { CsvEncoding } from './csv.js';
import { InquiryState } from './inquiries.js';
import { ConsultationState } from './lifecycle.js';
import { CallState } from './measures.js';
import { listParam, Paging, pageOf } from './paging.js';

const words = (name: string, max: number) =>
  z.string().trim().min(1, `${name}を入力してください`).max(max, `${name}は${max}文字以内で入力してください`);

/** How the states of a case are called of 後方支援; others it never has. */
export const SUPPORT_STATE_LABEL: Partial<Record<ConsultationState, string>> = {
  submitted: '受付待ち',
  triaged: '事務局で確認中',
  inquiring: '府省庁に照会中',
  collected: '事務局で回答作成中',
  closed: '回答済',
  withdrawn: '取下げ',
};
export const SUPPORT_OPEN_STATES = ['submitted', 'triaged', 'inquiring', 'collected'] as const;

export const SupportKind = z.object({ code: z.string(), name: z.string() });
export type SupportKind = z.infer<typeof SupportKind>;

export const AskSupport = z.object({
  /** Made with the form: the same form sent twice is one request. */
  id: z.uuid('画面を読み込み直してください'),
  kind: z.string('区分を選んでください').min(1, '区分を選んでください').max(40),
  title: words('件名', 50),
  background: words('背景と、これまでに試したこと', 1000),
  questions: z
    .array(words('質問', 500), '質問を一つ以上入力してください')
    .min(1, '質問を一つ以上入力してください')
    .max(5, '質問は五つまでにしてください'),
  wishedOn: Day.nullable().default(null),
  shared: z.boolean().default(false),
});
export type AskSupport = z.infer<typeof AskSupport>;
export const AskedSupport = z.object({ id: z.uuid(), number: z.string() }).meta({ id: 'AskedSupport' });
export type AskedSupport = z.infer<typeof AskedSupport>;

export const AnswerTeam = z.object({
  text: words('回答', 4000),
  /** Which answers of the ministries go with it. */
  answerIds: z.array(z.uuid()).max(200).default([]),
});
export type AnswerTeam = z.infer<typeof AnswerTeam>;

export const WithdrawSupport = z.object({ reason: words('取下げの理由', 500) });

export const RateSupport = z.object({
  score: z.coerce.number('役立ち度を選んでください').int().min(1, '役立ち度を選んでください').max(5),
  word: z.string().trim().max(500, 'ひとことは500文字以内で入力してください').default(''),
});
export type RateSupport = z.infer<typeof RateSupport>;
export const USEFULNESS_LABEL: Record<number, string> = {
  5: '大いに役立った',
  4: '役立った',
  3: 'どちらともいえない',
  2: 'あまり役立たなかった',
  1: '役立たなかった',
};

export const SupportAction = z.enum(['accept', 'inquire', 'splitQuestions', 'answer', 'withdraw', 'rate']);
export type SupportAction = z.infer<typeof SupportAction>;

export const SupportSummary = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: z.string(),
  state: ConsultationState,
  team: z.object({ id: z.uuid(), municipality: z.string() }),
  askedAt: z.iso.datetime(),
  wishedOn: Day.nullable(),
  dueOn: Day,
  overdue: z.boolean(),
  answeredAt: z.iso.datetime().nullable(),
  usefulness: z.number().int().nullable(),
});
export type SupportSummary = z.infer<typeof SupportSummary>;

/** An answer of a ministry as it was handed to a team. */
export const SupportPassage = z.object({
  answerId: z.uuid(),
  question: z.string(),
  ministry: z.string(),
  kind: AnswerKind,
  measureName: z.string(),
  points: z.string(),
  requirements: z.string(),
  callPeriod: z.string(),
  rateCeiling: z.string(),
  division: z.string(),
  tel: z.string(),
  email: z.string(),
  url: z.string(),
});
export type SupportPassage = z.infer<typeof SupportPassage>;

export const SupportRequest = SupportSummary.extend({
  background: z.string(),
  askedBy: z.string(),
  shared: z.boolean(),
  questions: z.array(z.string()),
  /** Who of the secretariat has it. */
  owner: z.string().nullable(),
  /** Whom the secretariat asked; empty for ministries, which do not hear of each other. */
  asked: z.array(z.object({ ministry: z.string(), state: InquiryState })),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  passages: z.array(SupportPassage),
  /** What may go with the answer: for whoever writes it. */
  collected: z.array(SupportPassage),
  usefulnessWord: z.string(),
  /** Whether the reader sees and follows its inquiries. */
  followsInquiries: z.boolean(),
  allowedActions: z.array(SupportAction),
}).meta({ id: 'SupportRequest' });
export type SupportRequest = z.infer<typeof SupportRequest>;

/** What a team asked, newest first, and what its form needs. */
export const TeamSupport = pageOf(SupportSummary)
  .extend({ kinds: z.array(SupportKind), mayAsk: z.boolean(), usualDueOn: Day })
  .meta({ id: 'TeamSupport' });
export type TeamSupport = z.infer<typeof TeamSupport>;

export const SupportHintsFor = z.object({ text: z.string().trim().max(3000).default('') });
export type SupportHintsFor = z.infer<typeof SupportHintsFor>;

/** An answered request like the one that is being written. */
export const SolvedRequest = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  kind: SupportKind,
  municipality: z.string(),
  own: z.boolean(),
  answer: z.string(),
  usefulness: z.number().int().nullable(),
  /** 政策分野 that both towns named in their 応募. */
  sameFields: z.array(z.string()),
  words: z.array(z.string()),
});
export type SolvedRequest = z.infer<typeof SolvedRequest>;

/** What may make asking needless. */
export const SupportHints = z
  .object({
    measures: z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        words: z.array(z.string()),
        call: CallState,
        applyUntil: z.iso.date().nullable(),
      }),
    ),
    practices: z.array(z.object({ id: z.string(), name: z.string(), words: z.array(z.string()) })),
    solved: z.array(SolvedRequest),
  })
  .meta({ id: 'SupportHints' });
export type SupportHints = z.infer<typeof SupportHints>;

export const FoundKind = z.enum(['measure', 'practice', 'request']);
export const SupportFind = z.object({
  kind: z.string().min(1).max(40),
  found: FoundKind,
  ref: z.string().min(1).max(60),
});
export type SupportFind = z.infer<typeof SupportFind>;

export const SupportFilter = Paging.extend({
  state: listParam(z.enum([...SUPPORT_OPEN_STATES, 'closed', 'withdrawn'])),
  teamId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  overdue: z.stringbool().optional(),
});
export type SupportFilter = z.infer<typeof SupportFilter>;
export const SupportPage = pageOf(SupportSummary).meta({ id: 'SupportPage' });
export type SupportPage = z.infer<typeof SupportPage>;

const Figures = {
  open: z.number().int(),
  overdue: z.number().int(),
  closed: z.number().int(),
  withdrawn: z.number().int(),
  /** 開庁日 from the request to its answer; null where nothing was answered. */
  medianDays: z.number().nullable(),
  /** Mean of 役立ち度, one decimal; null where none was given. */
  usefulness: z.number().nullable(),
  rated: z.number().int(),
  /** これで解決した, without a request. */
  finds: z.number().int(),
};
export const SupportUsage = z
  .object({
    rounds: z.array(z.object({ id: z.uuid(), name: z.string() })),
    round: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    total: z.object(Figures),
    /** How many teams of all ever used it. */
    used: z.number().int(),
    teams: z.array(
      z.object({
        id: z.uuid(),
        municipalityCode: z.string(),
        municipality: z.string(),
        toldOn: Day.nullable(),
        ...Figures,
      }),
    ),
    toldAfterDays: z.number().int(),
    maySet: z.boolean(),
  })
  .meta({ id: 'SupportUsage' });
export type SupportUsage = z.infer<typeof SupportUsage>;

export const UsageFilter = z.object({ roundId: z.uuid().optional() });
export type UsageFilter = z.infer<typeof UsageFilter>;
export const UsageExport = UsageFilter.extend(CsvEncoding.shape);

export const SupportSettings = z.object({
  toldAfterDays: z.coerce
    .number('日数は数字で入力してください')
    .int('日数は整数で入力してください')
    .min(1, '日数は1日以上にしてください')
    .max(365, '日数は365日以内にしてください'),
});
export type SupportSettings = z.infer<typeof SupportSettings>;
