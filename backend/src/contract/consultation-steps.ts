import { z } from 'zod';
import { Priority } from './consultations.js';

/** `since` of the case as it stood on the screen: a step from a stale screen is refused. */
const seen = { since: z.iso.datetime().optional() };
const words = (name: string) => {
  const missing = `${name}を入力してください`;
  return z.string(missing).trim().min(1, missing).max(1000, `${name}は1,000文字以内で入力してください`);
};

export const BareStep = z.object(seen).default({});
export type BareStep = z.infer<typeof BareStep>;

export const ReasonedStep = z.object({ ...seen, reason: words('理由') });
export type ReasonedStep = z.infer<typeof ReasonedStep>;

export const RemarkedStep = z.object({ ...seen, reason: words('申し送り').optional() });
export type RemarkedStep = z.infer<typeof RemarkedStep>;

export const ReturnStep = z.object({
  ...seen,
  items: z
    .array(z.object({ item: z.string().max(60), reason: words('補正をお願いする理由') }))
    .min(1, '補正をお願いする項目を一つ以上選んでください')
    .max(60),
});
export type ReturnStep = z.infer<typeof ReturnStep>;

export const GuideStep = z.object({ ...seen, reason: words('対象外とする理由'), desk: words('案内する窓口') });
export type GuideStep = z.infer<typeof GuideStep>;

export const MergeStep = z.object({ ...seen, into: z.uuid('統合先の相談を選んでください'), reason: words('理由') });
export type MergeStep = z.infer<typeof MergeStep>;

const Assigning = {
  ...seen,
  fieldCodes: z.array(z.string().max(30)).min(1, '政策分野を一つ以上選んでください').max(20),
  priority: Priority,
  ownerId: z.uuid('主担当を選んでください'),
};
export const AssignStep = z.object(Assigning);
export type AssignStep = z.infer<typeof AssignStep>;

export const TriageStep = z.object({
  ...Assigning,
  /** 関係府省庁案: whom to ask first. */
  ministryIds: z.array(z.string().max(40)).max(40).default([]),
  /** An inward note, written with the triage. */
  note: words('内部メモ').optional(),
});
export type TriageStep = z.infer<typeof TriageStep>;

export const NoteInput = z.object({ text: words('メモ') });
export type NoteInput = z.infer<typeof NoteInput>;
