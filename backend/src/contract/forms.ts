import { z } from 'zod';
import { dayNamed } from './calendar.js';

/** Lists of the day that a question may offer instead of choices of its own. */
export const FORM_SOURCES = ['policyFields', 'policyPillars', 'ministries'] as const;
export const FormSource = z.enum(FORM_SOURCES);
export type FormSource = z.infer<typeof FormSource>;

const line = (max: number) => z.string().trim().min(1, '入力してください').max(max, `${max}文字以内で入力してください`);

export const FormChoice = z.object({
  value: z.string().regex(/^[A-Za-z0-9-]{1,40}$/, '選択肢の値は英数字40文字以内で入力してください'),
  label: line(100),
});
export type FormChoice = z.infer<typeof FormChoice>;

const Base = z.object({
  /** Its name in the カルテ; stays the same from version to version where the meaning stays. */
  key: z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/, '項目のキーは英小文字で始まる英数字40文字以内で入力してください'),
  label: line(60),
  required: z.boolean().default(false),
  help: line(300).optional(),
  example: line(300).optional(),
});

const Text = Base.extend({
  type: z.enum(['text', 'longText']),
  /** Characters at most. */
  max: z.number().int().min(1).max(5000),
});
const Plain = Base.extend({ type: z.enum(['tel', 'email', 'date', 'consent']) });
const Choosing = Base.extend({
  type: z.enum(['choice', 'choices']),
  /** Either choices of its own, or a list of the day. */
  choices: z.array(FormChoice).min(1).max(50).optional(),
  source: FormSource.optional(),
});

export const FormColumn = z.discriminatedUnion('type', [Text, Plain, Choosing]);
export type FormColumn = z.infer<typeof FormColumn>;

/** Required only when another input has this value (R2). */
const when = { requiredWhen: z.object({ key: z.string(), equals: z.string() }).optional() };

const Rows = Base.extend({
  ...when,
  type: z.literal('rows'),
  /** What one row is called: 質問, 団体. */
  rowLabel: line(20),
  columns: z.array(FormColumn).min(1).max(6),
  /** Rows at least, where the input is required. */
  min: z.number().int().min(0).max(20),
  max: z.number().int().min(1).max(20),
  /** Says `message` before submitting, and blocks nothing, when fewer rows than this differ in these columns (R3). */
  advice: z
    .object({ distinct: z.number().int().min(2), by: z.array(z.string()).min(1), message: line(200) })
    .optional(),
});

/** One place to write, of a form item. What `auto`, `members` and `files` show is kept beside the カルテ. */
export const FormInput = z.discriminatedUnion('type', [
  Text.extend(when),
  Plain.extend(when),
  Choosing.extend(when),
  Rows,
  Base.extend({ type: z.enum(['files', 'auto', 'members']) }),
]);
export type FormInput = z.infer<typeof FormInput>;
export type RowsInput = z.infer<typeof Rows>;

/** One numbered item of the sheet (項目), with its inputs. */
export const FormItem = z.object({
  no: z.number().int().min(1).max(100),
  /** The heading under which this item and those after it stand. */
  chapter: line(30).optional(),
  label: line(60),
  help: line(400).optional(),
  inputs: z.array(FormInput).min(1).max(10),
});
export type FormItem = z.infer<typeof FormItem>;

/** Which sheet a definition is of: the カルテ, and the sheets of the two calls of 伴走支援. */
export const FormName = z.enum(['karte', 'roundTown', 'roundOfficer']);
export type FormName = z.infer<typeof FormName>;

export const FormDefinition = z
  .object({
    form: FormName,
    version: z.number().int(),
    name: line(60),
    validFrom: dayNamed('適用開始日は 2026-11-20 の形で入力してください'),
    /** Said above the sheet: what not to write (R4), what personal data is used for. */
    notices: z.array(line(300)).max(5),
    items: z.array(FormItem).min(1).max(60),
  })
  .meta({ id: 'FormDefinition' });
export type FormDefinition = z.infer<typeof FormDefinition>;

/** A new version of a form. `basedOn` is the newest version that the administrator saw. */
export const NewFormVersion = FormDefinition.omit({ form: true, version: true }).extend({ basedOn: z.number().int() });
export type NewFormVersion = z.infer<typeof NewFormVersion>;

/** The choices behind each `source`, as of the day. */
export const FormChoices = z.record(FormSource, z.array(FormChoice));
export type FormChoices = z.infer<typeof FormChoices>;

const RowValue = z.record(z.string().max(40), z.union([z.string(), z.array(z.string()), z.boolean()]));
export type RowValue = z.infer<typeof RowValue>;

/** What was written on a sheet: input key → value. Which keys there are says the form's version. */
export const Karte = z.record(
  z.string().max(60),
  z.union([z.string(), z.boolean(), z.array(z.string()), z.array(RowValue)]),
);
export type Karte = z.infer<typeof Karte>;
export type KarteValue = Karte[string];
