import { z } from 'zod';

const Choice = z.object({ value: z.string(), label: z.string() });

const InputBase = z.object({
  key: z.string(),
  label: z.string(),
  required: z.boolean().default(false),
  /** Required only when another input has this value (R2). */
  requiredWhen: z.object({ key: z.string(), equals: z.string() }).optional(),
  help: z.string().optional(),
  example: z.string().optional(),
});

const Simple = InputBase.extend({
  type: z.enum(['text', 'longText', 'tel', 'email', 'date', 'choice', 'choices', 'consent']),
  /** Characters at most (text, longText). */
  max: z.number().int().optional(),
  choices: z.array(Choice).optional(),
  /** Choices that are reference data of the day instead of a fixed list. */
  source: z.enum(['policyFields', 'policyPillars', 'ministries']).optional(),
});

/** One place to write, of a form item. */
export const FormInput = z.union([
  Simple,
  InputBase.extend({
    type: z.literal('rows'),
    columns: z.array(Simple),
    min: z.number().int(),
    max: z.number().int(),
  }),
  InputBase.extend({ type: z.literal('files') }),
  InputBase.extend({ type: z.literal('auto') }),
]);
export type FormInput = z.infer<typeof FormInput>;

/** One numbered item of the sheet (項目), with its inputs. */
export const FormItem = z.object({
  no: z.number().int(),
  label: z.string(),
  help: z.string().optional(),
  inputs: z.array(FormInput).min(1),
});
export type FormItem = z.infer<typeof FormItem>;

export const FormDefinition = z
  .object({
    form: z.string(),
    version: z.number().int(),
    name: z.string(),
    validFrom: z.iso.date(),
    items: z.array(FormItem),
  })
  .meta({ id: 'FormDefinition' });
export type FormDefinition = z.infer<typeof FormDefinition>;

const RowValue = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]));

/** What was written on a sheet: input key → value. Which keys there are says the form's version. */
export const Karte = z.record(
  z.string().max(60),
  z.union([z.string(), z.boolean(), z.array(z.string()), z.array(RowValue)]),
);
export type Karte = z.infer<typeof Karte>;
