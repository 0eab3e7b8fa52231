import { z } from 'zod';
import { Day } from './calendar.js';

export const VISIT_STATE_LABEL = { planned: '予定', done: '実施済み', cancelled: '取りやめ' } as const;
export const VisitState = z.enum(Object.keys(VISIT_STATE_LABEL) as [keyof typeof VISIT_STATE_LABEL]);
export type VisitState = z.infer<typeof VisitState>;

export const VisitStep = z.enum(['finish', 'cancel']);
export type VisitStep = z.infer<typeof VisitStep>;

/** What may be done with a visit now; screens show exactly these. */
export const VisitAction = z.enum([...VisitStep.options, 'edit', 'note', 'addPhoto', 'removePhoto']);
export type VisitAction = z.infer<typeof VisitAction>;

const text = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `「${label}」は${max.toLocaleString('ja-JP')}文字以内で入力してください`);

export const MAX_PLACES = 20;
export const MAX_NOTE = 4000;
export const MAX_PHOTO_MB = 10;
export const MAX_PHOTOS = 30;

export const VisitPlace = z.object({
  on: Day,
  /** 09:30; empty when it is not settled. */
  time: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/, '時刻は 09:30 の形で入力してください'),
  place: text('訪問先', 100).min(1, '「訪問先」を入力してください'),
  purpose: text('目的', 200),
});
export type VisitPlace = z.infer<typeof VisitPlace>;

export const VisitMet = z.object({
  category: z.string(),
  count: z.number('人数は数字で入力してください').int().min(0).max(9999).nullable(),
  /** Which group or firm; nobody's name is needed. */
  note: text('面会した相手', 200),
});
export type VisitMet = z.infer<typeof VisitMet>;

/** What people write of a visit, before and after it. */
export const VisitSheet = z
  .object({
    startsOn: Day,
    endsOn: Day,
    route: z.array(VisitPlace).max(MAX_PLACES),
    /** Members of the team who go. */
    people: z.array(z.uuid()).max(20),
    companions: text('同行者', 300),
    met: z.array(VisitMet).max(20),
    travel: z.string().nullable(),
    result: text('結果', 4000),
    media: z.boolean(),
    shared: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ['endsOn'],
    message: '終わりの日は、始まりの日以後にしてください',
  });
export type VisitSheet = z.infer<typeof VisitSheet>;

/** The id comes from the form: the same plan sent twice is one visit. */
export const PlanVisit = VisitSheet.safeExtend({ id: z.uuid() });
export type PlanVisit = z.infer<typeof PlanVisit>;

export const SaveVisit = VisitSheet.safeExtend({ version: z.number().int().min(1) });
export type SaveVisit = z.infer<typeof SaveVisit>;

export const StepVisit = z.object({
  version: z.number().int().min(1),
  reason: text('理由', 300).default(''),
});
export type StepVisit = z.infer<typeof StepVisit>;

export const VisitCategory = z.object({ code: z.string(), label: z.string() });
export const VisitCategories = z
  .object({ met: z.array(VisitCategory), travel: z.array(VisitCategory) })
  .meta({ id: 'VisitCategories' });
export type VisitCategories = z.infer<typeof VisitCategories>;

export const VisitNote = z.object({
  id: z.uuid(),
  visitId: z.uuid(),
  text: z.string(),
  shared: z.boolean(),
  version: z.number().int(),
  writtenBy: z.string(),
  updatedAt: z.iso.datetime(),
});
export type VisitNote = z.infer<typeof VisitNote>;

export const VisitPhoto = z.object({
  id: z.uuid(),
  caption: z.string(),
  consent: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type VisitPhoto = z.infer<typeof VisitPhoto>;

export const VisitSummary = z.object({
  id: z.uuid(),
  state: VisitState,
  startsOn: Day,
  endsOn: Day,
  places: z.array(z.string()),
  photos: z.number().int(),
  notes: z.number().int(),
});
export type VisitSummary = z.infer<typeof VisitSummary>;

export const Visits = z.object({ items: z.array(VisitSummary), total: z.number().int() }).meta({ id: 'Visits' });
export type Visits = z.infer<typeof Visits>;

export const Visit = z
  .object({
    id: z.uuid(),
    teamId: z.uuid(),
    state: VisitState,
    version: z.number().int(),
    ...VisitSheet.shape,
    goers: z.array(z.object({ personId: z.uuid(), name: z.string(), ministry: z.string() })),
    metLabels: z.array(z.object({ label: z.string(), count: z.number().int().nullable(), note: z.string() })),
    travelLabel: z.string().nullable(),
    cancelReason: z.string().nullable(),
    updatedBy: z.string(),
    updatedAt: z.iso.datetime(),
    notes: z.array(VisitNote),
    photos: z.array(VisitPhoto),
    allowedActions: z.array(VisitAction),
  })
  .meta({ id: 'Visit' });
export type Visit = z.infer<typeof Visit>;

/** Version 0 is a note that was never saved. */
export const SaveNote = z.object({
  version: z.number().int().min(0),
  text: text('メモ', MAX_NOTE).min(1, '「メモ」を入力してください'),
  shared: z.boolean(),
});
export type SaveNote = z.infer<typeof SaveNote>;

export const SavedNote = z.object({ version: z.number().int(), savedAt: z.iso.datetime() });
export type SavedNote = z.infer<typeof SavedNote>;

export const PhotoWords = z.object({
  caption: text('写真の説明', 200).min(1, '「写真の説明」を入力してください'),
  consent: text('同意の確認', 300).min(1, '誰に、どのように同意を得たかを入力してください'),
  agreed: z.literal('true', '写っている人全員の同意を確認し、チェックを付けてください'),
});
