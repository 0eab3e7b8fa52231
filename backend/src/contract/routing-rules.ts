import { z } from 'zod';
import { EffectSeal } from './knowledge.js';
import { MunicipalityCode } from './municipalities.js';

const Reason = z
  .string()
  .trim()
  .min(1, '根拠又は理由を入力してください')
  .max(200, '根拠又は理由は200文字以内で入力してください');

/** 照会先の規則: cases of a field, of a prefecture or of both are to be asked of a ministry. */
export const RoutingRule = z
  .object({
    id: z.uuid(),
    field: z.object({ code: z.string(), name: z.string() }).nullable(),
    prefecture: z.object({ code: z.string(), name: z.string() }).nullable(),
    ministry: z.object({ id: z.string(), name: z.string() }),
    reason: z.string(),
    madeBy: z.string(),
    madeAt: z.iso.datetime(),
    endedBy: z.string().nullable(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'RoutingRule' });
export type RoutingRule = z.infer<typeof RoutingRule>;

export const RoutingRuleList = z.object({ items: z.array(RoutingRule), total: z.int() });
export type RoutingRuleList = z.infer<typeof RoutingRuleList>;

export const RoutingRuleInput = z.object({
  fieldCode: z.string().max(40).nullable().default(null),
  prefectureCode: MunicipalityCode.nullable().default(null),
  ministryId: z.string().min(1, '府省庁を選んでください').max(40),
  reason: Reason,
  seal: EffectSeal.default(''),
});
export type RoutingRuleInput = z.infer<typeof RoutingRuleInput>;

/** A rule on the newest cases: which it would have met, and whether the ministry was asked there anyway. Sealed until it is made. */
export const RoutingRuleEffect = z
  .object({
    seal: EffectSeal.nullable(),
    examined: z.int(),
    asked: z.int(),
    cases: z.array(
      z.object({
        number: z.string(),
        title: z.string().nullable(),
        consultationId: z.uuid().nullable(),
        asked: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'RoutingRuleEffect' });
export type RoutingRuleEffect = z.infer<typeof RoutingRuleEffect>;
