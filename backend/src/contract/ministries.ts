import { z } from 'zod';
import { dayNamed } from './calendar.js';

const Name = z.string().trim().min(1, '名称を入力してください').max(100, '名称は100文字以内で入力してください');
const Mailbox = z.email('メールアドレスは name@example.jp の形で入力してください').max(254);
const From = dayNamed('開始日は 2026-11-20 の形で入力してください');
const Source = z.string().trim().min(1, '出典を入力してください').max(200, '出典は200文字以内で入力してください');

/** What the person may do with a body and with what hangs on it. */
const Permits = z.array(z.enum(['create', 'update', 'end']));

/** 課室 of a ministry, or the 局 or 部 above it. */
export const Division = z
  .object({
    id: z.string(),
    ministryId: z.string(),
    parentId: z.string().nullable(),
    name: z.string(),
    /** With 局 and 部: 医政局 医事課. */
    path: z.string(),
    /** Where its inquiries go: its own mailbox, or none (then the ministry's). */
    mailbox: z.string().nullable(),
    /** Who does its work since it ended. */
    succeededBy: z.string().nullable(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    source: z.string(),
    version: z.number().int(),
  })
  .meta({ id: 'Division' });
export type Division = z.infer<typeof Division>;

export const DivisionDetail = Division.extend({ ministryName: z.string(), allowedActions: Permits }).meta({
  id: 'DivisionDetail',
});
export type DivisionDetail = z.infer<typeof DivisionDetail>;

/** 府省庁, 外局 too; `parentId` is the body it belongs to. */
export const Ministry = z
  .object({
    id: z.string(),
    name: z.string(),
    shortName: z.string(),
    kana: z.string(),
    parentId: z.string().nullable(),
    /** 取りまとめ窓口. */
    mailbox: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    sort: z.number().int(),
    source: z.string(),
    version: z.number().int(),
    divisionCount: z.number().int(),
    divisions: z.array(Division),
    allowedActions: Permits,
  })
  .meta({ id: 'Ministry' });
export type Ministry = z.infer<typeof Ministry>;

export const MinistryList = z
  .object({ items: z.array(Ministry), total: z.number().int(), allowedActions: Permits })
  .meta({ id: 'MinistryList' });
export type MinistryList = z.infer<typeof MinistryList>;

/** 担当者 of a ministry or of one of its divisions. */
export const Contact = z
  .object({
    id: z.uuid(),
    ministryId: z.string(),
    divisionId: z.string().nullable(),
    /** 経済産業省 経済産業政策局 …課 */
    organisation: z.string(),
    name: z.string(),
    role: z.string(),
    tel: z.string(),
    email: z.string(),
    validFrom: z.iso.date(),
    validTo: z.iso.date().nullable(),
    version: z.number().int(),
    allowedActions: Permits,
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

export const ContactList = z
  .object({ items: z.array(Contact), total: z.number().int(), allowedActions: Permits })
  .meta({ id: 'ContactList' });
export type ContactList = z.infer<typeof ContactList>;

const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

export const MinistryFilter = z.object({
  /** Part of the name of a ministry or a division, in any spelling. */
  q: z.string().trim().max(100).optional(),
  /** Leave the divisions out: a shorter answer. */
  divisions: z.enum(['with', 'without']).default('with'),
  /** Show what has ended, too. */
  ended: Flag,
});
export type MinistryFilter = z.infer<typeof MinistryFilter>;

export const ContactFilter = z.object({
  ministryId: z.string().max(40).optional(),
  divisionId: z.string().max(40).optional(),
  ended: Flag,
});
export type ContactFilter = z.infer<typeof ContactFilter>;

export const MinistryInput = z.object({
  name: Name,
  shortName: Name,
  kana: z
    .string()
    .trim()
    .regex(/^[ぁ-ゖー]+$/, 'ふりがなはひらがなで入力してください')
    .max(100),
  parentId: z.string().nullable().default(null),
  mailbox: Mailbox,
  sort: z.number().int('並び順は整数で入力してください').min(0).max(9999, '並び順は9999までにしてください'),
  source: Source,
});
export type MinistryInput = z.infer<typeof MinistryInput>;

export const NewMinistry = MinistryInput.extend({
  id: z
    .string()
    .trim()
    .regex(/^[a-z]{2,20}$/, '識別子は英小文字2〜20字で入力してください'),
  validFrom: From,
});
export type NewMinistry = z.infer<typeof NewMinistry>;

export const DivisionInput = z.object({
  parentId: z.string().nullable().default(null),
  name: Name,
  mailbox: Mailbox.nullable().default(null),
  source: Source,
});
export type DivisionInput = z.infer<typeof DivisionInput>;

export const NewDivision = DivisionInput.extend({ ministryId: z.string(), validFrom: From });
export type NewDivision = z.infer<typeof NewDivision>;

export const ContactInput = z
  .object({
    name: z.string().trim().min(1, '氏名を入力してください').max(50, '氏名は50文字以内で入力してください'),
    role: z.string().trim().max(50, '役職は50文字以内で入力してください').default(''),
    tel: z
      .string()
      .trim()
      .regex(/^[0-9+()（）内線 -]{0,40}$/, '電話番号は 00-0000-0000（内線0000）の形で入力してください')
      .default(''),
    email: z.union([z.literal(''), Mailbox]).default(''),
  })
  .refine(({ tel, email }) => tel !== '' || email !== '', {
    path: ['email'],
    error: '電話番号かメールアドレスのどちらかを入力してください',
  });
export type ContactInput = z.infer<typeof ContactInput>;

export const NewContact = z.object({
  ministryId: z.string(),
  divisionId: z.string().nullable().default(null),
  validFrom: From,
  contact: ContactInput,
});
export type NewContact = z.infer<typeof NewContact>;
