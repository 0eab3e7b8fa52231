import { z } from 'zod';

/** 区分 of a 府省庁回答 (domain.md §3). 該当なし is said of a whole question row, not of one answer. */
export const AnswerKind = z.enum(['measure', 'interpretation', 'example', 'introduction', 'other']);
export type AnswerKind = z.infer<typeof AnswerKind>;

export const ANSWER_KIND_LABEL: Record<AnswerKind, string> = {
  measure: '適用可能施策',
  interpretation: '規制・制度の解釈',
  example: '類似事例',
  introduction: '紹介できる人材・団体',
  other: 'その他（助言・留意点）',
};

const text = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${label}は${max.toLocaleString('ja-JP')}文字以内で入力してください`)
    .default('');

/** One answer as it is being written: may be incomplete. */
export const AnswerDraft = z.object({
  kind: AnswerKind.default('measure'),
  measureName: text('施策名・名称', 200),
  points: text('活用のポイント', 2000),
  requirements: text('要件・留意点', 2000),
  callPeriod: text('公募時期', 200),
  rateCeiling: text('補助率・上限', 200),
  division: text('担当課室', 200),
  tel: text('電話', 60),
  email: text('メール', 254),
  url: text('URL', 500),
  public: z.boolean().default(false),
  /** The earlier answer it was begun from. */
  basedOn: z.uuid().nullish(),
});
export type AnswerDraft = z.infer<typeof AnswerDraft>;

export const Answer = AnswerDraft.extend({
  id: z.uuid(),
  /** 受付番号 of the case for which that earlier answer was written. */
  basedOnNumber: z.string().nullish(),
}).meta({ id: 'Answer' });
export type Answer = z.infer<typeof Answer>;

/** What a ministry answered before, to start a new answer from. */
export const EarlierAnswer = Answer.extend({
  number: z.string(),
  answeredAt: z.iso.datetime(),
  /** What was asked then. */
  question: z.string(),
  /** Telling words of today's question that question or answer of then have too, the rarest first. */
  words: z.array(z.string()),
}).meta({ id: 'EarlierAnswer' });
export type EarlierAnswer = z.infer<typeof EarlierAnswer>;

/** For one open question, the nearest first. */
export const EarlierAnswers = z
  .object({ questionRowId: z.uuid(), answers: z.array(EarlierAnswer) })
  .meta({ id: 'EarlierAnswers' });
export type EarlierAnswers = z.infer<typeof EarlierAnswers>;

const UNNAMED: readonly AnswerKind[] = ['interpretation', 'other'];
const NAME_MISSING: Partial<Record<AnswerKind, string>> = {
  measure: '施策名を入力してください',
  example: '事例の名称を入力してください',
  introduction: '人材・団体の名称を入力してください',
};

/** One answer as it leaves the ministry: with its words and with somebody to ask. */
export const CompleteAnswer = AnswerDraft.extend({
  points: z.string().min(1, '活用のポイント（回答の内容）を入力してください'),
  division: z.string().min(1, '担当課室を入力してください'),
  tel: z.string().regex(/^[0-9+()（）内線 -]{0,60}$/, '電話は 00-0000-0000（内線0000）の形で入力してください'),
  email: z.union([z.literal(''), z.email('メールは name@example.jp の形で入力してください')], {
    error: 'メールは name@example.jp の形で入力してください',
  }),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })], {
    error: 'URLは https://www.example.jp/ の形で入力してください',
  }),
}).superRefine(({ kind, measureName, tel, email }, context) => {
  const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  if (!UNNAMED.includes(kind) && measureName === '') say('measureName', NAME_MISSING[kind] ?? '名称を入力してください');
  if (tel === '' && email === '') say('tel', '電話かメールのどちらかを入力してください');
});

const Declined = z.object({
  reason: text('該当なしの理由', 1000),
  suggestedMinistryId: z.string().max(40).nullable().default(null),
});

/** What stands for one question row: answers, or 該当なし with a reason. */
export const RowDraft = z.object({
  questionRowId: z.uuid(),
  notApplicable: Declined.nullable().default(null),
  answers: z.array(AnswerDraft).max(20, '一つの質問への回答は20件以内にしてください').default([]),
});
export type RowDraft = z.infer<typeof RowDraft>;

/** The draft of an inquiry's answers, as saved: rows that are left out stay as they are. */
export const AnswersDraft = z.object({
  version: z.number().int(),
  rows: z.array(RowDraft).min(1, '保存する質問がありません').max(50),
});
export type AnswersDraft = z.infer<typeof AnswersDraft>;

/** Sends the saved draft: all open rows, or only these. */
export const SendAnswers = z.object({
  version: z.number().int(),
  questionRowIds: z.array(z.uuid()).min(1, '提出する質問を選んでください').max(50).optional(),
});
export type SendAnswers = z.infer<typeof SendAnswers>;
