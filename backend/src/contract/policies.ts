import { z } from 'zod';
import { dayNamed } from './calendar.js';

/** 政策5本柱 */
export const PolicyPillar = z.object({ code: z.string(), name: z.string() }).meta({ id: 'PolicyPillar' });
export type PolicyPillar = z.infer<typeof PolicyPillar>;

/** 政策分野. Ended fields stay, for the cases that bear them. */
export const PolicyField = z
  .object({
    code: z.string(),
    name: z.string(),
    sort: z.number().int(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    source: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'PolicyField' });
export type PolicyField = z.infer<typeof PolicyField>;

export const PolicyFieldList = z
  .object({
    items: z.array(PolicyField),
    total: z.number().int(),
    allowedActions: z.array(z.enum(['create', 'update', 'end'])),
  })
  .meta({ id: 'PolicyFieldList' });
export type PolicyFieldList = z.infer<typeof PolicyFieldList>;

export const LOGIC_MODEL_LEVEL_LABEL = {
  impact: 'インパクト',
  outcome: 'アウトカム',
  output: 'アウトプット',
  state: '国の役割',
} as const;

/** A node of the strategy's logic model: インパクト 1–3, アウトカム A–E, アウトプット a–r, 国の役割 N. */
export const LogicModelNode = z
  .object({
    code: z.string(),
    level: z.enum(['impact', 'outcome', 'output', 'state']),
    parentCode: z.string().nullable(),
    name: z.string(),
    kpis: z.array(
      z.object({ id: z.string(), indicator: z.string(), target: z.string(), baseline: z.string().nullable() }),
    ),
  })
  .meta({ id: 'LogicModelNode' });
export type LogicModelNode = z.infer<typeof LogicModelNode>;

export const PolicyFieldFilter = z.object({
  /** Show what has ended, too. */
  ended: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});
export type PolicyFieldFilter = z.infer<typeof PolicyFieldFilter>;

export const PolicyFieldInput = z.object({
  name: z.string().trim().min(1, '分野名を入力してください').max(30, '分野名は30文字以内で入力してください'),
  sort: z.number().int('並び順は整数で入力してください').min(0).max(9999, '並び順は9999までにしてください'),
  source: z.string().trim().min(1, '出典を入力してください').max(200, '出典は200文字以内で入力してください'),
});
export type PolicyFieldInput = z.infer<typeof PolicyFieldInput>;

export const NewPolicyField = PolicyFieldInput.extend({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,29}$/, '識別子は英小文字、数字、ハイフン2〜30字で入力してください'),
  validFrom: dayNamed('開始日は 2026-11-20 の形で入力してください'),
});
export type NewPolicyField = z.infer<typeof NewPolicyField>;
