import { z } from 'zod';
import { Day } from './calendar.js';
import { MeasureKind, OwnerBasis } from './measures.js';

const text = (label: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${label}は${max.toLocaleString('ja-JP')}文字以内で入力してください`);
const name = (label: string, max: number) => text(label, max).min(1, `${label}を入力してください`);
const lines = (label: string, most: number, max: number) =>
  z.array(name(label, max)).max(most, `${label}は${most}件以内にしてください`);

const OwnerEdit = z
  .object({
    ministryId: z.string('府省庁を選んでください').min(1, '府省庁を選んでください').max(40),
    division: text('課室', 200),
    relation: z.enum(['lead', 'related']),
    basis: OwnerBasis,
    validFrom: Day,
    validTo: Day.nullable(),
  })
  .refine(({ validFrom, validTo }) => validTo === null || validFrom <= validTo, {
    path: ['validTo'],
    error: '始まりの日以後の日にしてください',
  });

/** What a person may correct of a measure. Where it is printed, and as what, comes from its source. */
export const MeasureContentEdit = z
  .object({
    kind: MeasureKind,
    title: name('施策名', 200),
    commonName: text('通称', 100),
    programs: lines('主な事業', 50, 300),
    fields: z.array(z.string().max(30)).max(30),
    owners: z.array(OwnerEdit).max(30, '所管は30件以内にしてください'),
    eligible: text('対象者', 1000),
    requirements: text('要件', 2000),
    rate: text('補助率', 200),
    ceiling: text('上限', 200),
    applyFrom: Day.nullable(),
    applyUntil: Day.nullable(),
    fiscalYear: z
      .number('年度は西暦の4桁で入力してください')
      .int('年度は西暦の4桁で入力してください')
      .min(2000, '年度は2000以降にしてください')
      .max(2099, '年度は2099以前にしてください')
      .nullable(),
    grantType: text('交付金の型', 100),
    law: text('根拠法令', 500),
    contact: text('連絡先', 500),
    links: z
      .array(
        z
          .string()
          .max(500, 'URLは500文字以内にしてください')
          .regex(/^https?:\/\/[^\s"<>]+$/, 'https:// で始まるアドレスを入力してください'),
      )
      .max(10, 'URLは10件以内にしてください'),
    keywords: lines('キーワード', 50, 100),
    text: text('本文', 20_000),
  })
  .refine(({ applyFrom, applyUntil }) => !applyFrom || !applyUntil || applyFrom <= applyUntil, {
    path: ['applyUntil'],
    error: '公募開始日以後の日にしてください',
  });
export type MeasureContentEdit = z.infer<typeof MeasureContentEdit>;

export const EditMeasure = z.object({
  version: z.number().int(),
  content: MeasureContentEdit,
  reason: name('変更の理由', 500),
});
export type EditMeasure = z.infer<typeof EditMeasure>;

/** A measure as a person may correct it, with what there is to choose from. */
export const MeasureForm = z
  .object({
    id: z.string(),
    version: z.number().int(),
    content: MeasureContentEdit,
    choices: z.object({
      ministries: z.array(z.object({ value: z.string(), label: z.string() })),
      fields: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
    /** Bodies without an entry in the directory: they stay as they are printed. */
    others: z.array(z.string()),
  })
  .meta({ id: 'MeasureForm' });
export type MeasureForm = z.infer<typeof MeasureForm>;
