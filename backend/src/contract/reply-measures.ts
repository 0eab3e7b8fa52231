import { z } from 'zod';
import { CallState, Edition, MeasureId } from './measures.js';

/** The record of the catalogue that a passage states, and as of which version. */
export const MeasureRef = z.object({ id: MeasureId, version: z.number().int() });
export type MeasureRef = z.infer<typeof MeasureRef>;

/** A measure that may be taken into the draft: accepted for this 相談, or in the reader's own 控え. */
export const MeasureCandidate = z
  .object({
    id: z.string(),
    title: z.string(),
    edition: Edition,
    sourceRef: z.string(),
    call: CallState,
    applyUntil: z.iso.date().nullable(),
    from: z.enum(['choice', 'basket']),
    /** The question that shares most with it. */
    questionRowId: z.uuid().nullable(),
    /** Questions under which it stands in the draft. */
    placedAt: z.array(z.uuid()),
    /** An answer of a ministry names it, so it does not flow in by itself. */
    answered: z.boolean(),
  })
  .meta({ id: 'MeasureCandidate' });
export type MeasureCandidate = z.infer<typeof MeasureCandidate>;

/** What the catalogue says today of a measure that a passage states. */
export const PassageRecord = z
  .object({
    passageId: z.uuid(),
    measureId: z.string(),
    title: z.string(),
    /** As of which version the passage was written. */
    version: z.number().int(),
    current: z.number().int(),
    call: CallState,
    applyUntil: z.iso.date().nullable(),
    changes: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
    /** The desk has put it in other words than the record's. */
    edited: z.boolean(),
    /** What the passage would say of the record as it stands today. */
    fresh: z.string(),
    /** Amounts and days of the record that the passage does not say as they stand there. */
    differing: z.array(z.string()),
  })
  .meta({ id: 'PassageRecord' });
export type PassageRecord = z.infer<typeof PassageRecord>;

export const TakeMeasures = z.object({
  version: z.number().int(),
  items: z
    .array(z.object({ measureId: MeasureId, questionRowId: z.uuid('質問を選んでください') }))
    .min(1, '施策を選んでください')
    .max(30, '一度に加えられる施策は30件までです'),
  /** The person knows that the call of some has ended. */
  endedConfirmed: z.boolean().default(false),
});
export type TakeMeasures = z.infer<typeof TakeMeasures>;

export const UpdateMeasure = z.object({
  version: z.number().int(),
  passageId: z.uuid(),
  /** What becomes of words of the desk's own: refused until somebody has seen both. */
  edited: z.enum(['refuse', 'replace', 'keep']).default('refuse'),
});
export type UpdateMeasure = z.infer<typeof UpdateMeasure>;
