import { z } from 'zod';

/** Where a 事例票 stands on its way into the library of 好事例. */
export const SheetState = z.enum(['drafting', 'asked', 'agreed', 'declined', 'published', 'withdrawn']);
export type SheetState = z.infer<typeof SheetState>;

export const SHEET_STATE_LABEL: Record<SheetState, string> = {
  drafting: '案を作成中',
  asked: '団体の確認待ち',
  agreed: '同意済み（公開前）',
  declined: '公表しない',
  published: '公開中',
  withdrawn: '同意の撤回により公開終了',
};

/** A step in the life of a 事例票. Each is a row of the backend's `case-sheets/lifecycle.ts`, a route and an event. */
export const SheetAction = z.enum([
  'save',
  'ask',
  'recall',
  'amend',
  'agree',
  'decline',
  'publish',
  'recommend',
  'takeOut',
  'withdraw',
  'redraft',
]);
export type SheetAction = z.infer<typeof SheetAction>;

const text = (label: string, max: number) => z.string().trim().max(max, `${label}は${max}文字以内で入力してください`);

export const SheetPartner = z.object({
  name: text('名称', 60).min(1, '連携先の名称を入力してください'),
  role: text('役割', 100),
});
export type SheetPartner = z.infer<typeof SheetPartner>;

/** What the town may put in its own words. */
const words = {
  title: text('題名', 80),
  /** What was combined (A×B×C). */
  elements: z.array(text('要素', 120).min(1, '要素を入力してください')).max(6, '要素は6つ以内にしてください'),
  situation: text('地域の現状・課題', 700),
  initiative: text('取組', 1000),
  partners: z.array(SheetPartner).max(6, '連携先は6団体以内にしてください'),
  support: text('相談を通じて得られた支援', 1500),
  results: text('結果・今後', 1000),
};

/** What places the sheet in the library; the desk's part. */
const facts = {
  pillarCode: z.string().max(10).nullable(),
  fieldCodes: z.array(z.string().max(40)).max(10, '政策分野は10個以内にしてください'),
  /** 好事例 that it was modelled on. */
  practiceId: z.string().max(40).nullable(),
};

const version = z.number('画面を読み込み直してください').int();

export const SaveSheet = z.object({ version, ...words, ...facts });
export type SaveSheet = z.infer<typeof SaveSheet>;

/** `named`: whether the library says which town it was, or only the prefecture. The town's to decide. */
export const AmendSheet = z.object({ version, ...words, named: z.boolean() });
export type AmendSheet = z.infer<typeof AmendSheet>;

export const StepSheet = z.object({ version });
export type StepSheet = z.infer<typeof StepSheet>;

/** `note`: how the town's word came in, where the desk writes it down for the town. */
export const AnswerSheet = z.object({ version, note: text('団体からの連絡の記録', 500).default('') });
export type AnswerSheet = z.infer<typeof AnswerSheet>;

export const ReasonSheet = z.object({ version, reason: text('理由', 500).min(1, '理由を入力してください') });
export type ReasonSheet = z.infer<typeof ReasonSheet>;

/** Consent may be taken back without saying why. */
export const WithdrawSheet = z.object({ version, reason: text('理由', 500).default('') });
export type WithdrawSheet = z.infer<typeof WithdrawSheet>;

export const RecommendSheet = z.object({ version, recommended: z.boolean() });
export type RecommendSheet = z.infer<typeof RecommendSheet>;

export const SavedSheet = z.object({ version: z.number().int() }).meta({ id: 'SavedSheet' });

const Coded = z.object({ code: z.string(), name: z.string() });

export const CaseSheet = z
  .object({
    id: z.uuid(),
    state: SheetState,
    version: z.number().int(),
    ...words,
    pillar: Coded.nullable(),
    fields: z.array(Coded),
    practice: z.object({ id: z.string(), name: z.string() }).nullable(),
    /** Towns, as the desk and they themselves see them. */
    places: z.array(z.object({ municipalityCode: z.string(), label: z.string() })),
    named: z.boolean(),
    recommended: z.boolean(),
    publishedOn: z.iso.date().nullable(),
    /** The desk answers for the town, which has no account here. */
    desksPen: z.boolean(),
    history: z.array(
      z.object({
        at: z.iso.datetime(),
        by: z.string().nullable(),
        what: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    allowedActions: z.array(SheetAction),
  })
  .meta({ id: 'CaseSheet' });
export type CaseSheet = z.infer<typeof CaseSheet>;

/** The 事例票 of a 相談 for this reader; null where there is none, or none to be seen yet. */
export const CaseSheetPage = z
  .object({
    sheet: CaseSheet.nullable(),
    mayDraft: z.boolean(),
    /** Why the desk cannot begin one. */
    whyNot: z.string().nullable(),
  })
  .meta({ id: 'CaseSheetPage' });
export type CaseSheetPage = z.infer<typeof CaseSheetPage>;
