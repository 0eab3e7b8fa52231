import { z } from 'zod';
import { Paging } from './paging.js';

export const HandOverKind = z.enum([
  'case',
  'draft',
  'townCase',
  'inquiry',
  'actionItem',
  'approval',
  'followUp',
  'deputy',
  'member',
  'contact',
  'part',
]);
export type HandOverKind = z.infer<typeof HandOverKind>;

export const HAND_OVER_KIND_LABEL: Record<HandOverKind, string> = {
  case: '主担当の相談',
  draft: '提出前の相談カルテ',
  townCase: '団体の担当として出した相談',
  inquiry: '回答する照会',
  actionItem: '打合せの宿題',
  approval: 'ほかに決裁できる人がいない回答書',
  followUp: '低い評価への対応',
  deputy: '引き受けている代理',
  member: '所属する利用者',
  contact: '名簿の担当者',
  part: '下の組織',
};

/** One open thing. `fit`: who of the candidates can take it. */
export const HandOverItem = z.object({
  key: z.string(),
  kind: HandOverKind,
  label: z.string(),
  note: z.string(),
  dueOn: z.iso.date().nullable(),
  fit: z.array(z.string()),
});
export type HandOverItem = z.infer<typeof HandOverItem>;

const Candidate = z.object({ id: z.string(), name: z.string(), label: z.string() });

/** 引継ぎの確認: what is open, and who can take it over. */
export const HandOverPreview = z
  .object({
    /** Sent back with the confirmation: a second press finds the first. */
    handOverId: z.uuid(),
    from: Candidate,
    items: z.array(HandOverItem),
    total: z.number().int(),
    candidates: z.array(Candidate),
    /** May stop the account, or end the division, in the same step. */
    mayEnd: z.boolean(),
    /** The account stops on this day already. */
    leavesOn: z.iso.date().nullable(),
  })
  .meta({ id: 'HandOverPreview' });
export type HandOverPreview = z.infer<typeof HandOverPreview>;

const Reason = z
  .string()
  .trim()
  .min(1, '引継ぎの理由を入力してください')
  .max(200, '引継ぎの理由は200文字以内で入力してください');
const Key = z.string().max(100);
const Seen = z.array(Key).max(5000);

export const HandOverPerson = z.object({
  handOverId: z.uuid(),
  successorId: z.uuid('後任を一覧から選んでください').nullable().default(null),
  /** Item → another successor. */
  choices: z.record(Key, z.uuid('後任を一覧から選んでください')).default({}),
  /** What the person saw before confirming. */
  seen: Seen,
  reason: Reason,
  leave: z.enum(['stay', 'now', 'later']).default('stay'),
  leavesOn: z.iso.date('利用を停止する日を入力してください').nullable().default(null),
});
export type HandOverPerson = z.infer<typeof HandOverPerson>;

export const HandOverDivision = z.object({
  handOverId: z.uuid(),
  successorId: z.string().min(1, '引継ぎ先の課室を選んでください').max(100),
  /** What stays for another hand-over. */
  left: z.array(Key).default([]),
  seen: Seen,
  reason: Reason,
  end: z.boolean().default(false),
});
export type HandOverDivision = z.infer<typeof HandOverDivision>;

/** What was handed over; `gone`: finished or taken by others between preview and confirmation. */
export const HandedOver = z.object({ moved: z.number().int(), gone: z.number().int() }).meta({ id: 'HandedOver' });
export type HandedOver = z.infer<typeof HandedOver>;

export const LookedAfterFilter = Paging.extend({ q: z.string().trim().max(100).optional() });
export type LookedAfterFilter = z.infer<typeof LookedAfterFilter>;

/** A person whose items and absence the reader may look after. */
export const LookedAfter = z.object({
  id: z.uuid(),
  name: z.string(),
  label: z.string(),
  openItems: z.number().int(),
  disabled: z.boolean(),
  leavesOn: z.iso.date().nullable(),
  absentUntil: z.iso.date().nullable(),
});
export type LookedAfter = z.infer<typeof LookedAfter>;

/** A division that the reader may hand over. */
export const DivisionToHandOver = z.object({
  id: z.string(),
  path: z.string(),
  ministry: z.string(),
  openInquiries: z.number().int(),
  ended: z.boolean(),
});
export type DivisionToHandOver = z.infer<typeof DivisionToHandOver>;
