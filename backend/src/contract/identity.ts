import { z } from 'zod';

export const Role = z.enum([
  'municipality',
  'approver',
  'desk',
  'manager',
  'ministry',
  'officer',
  'secretariat',
  'prefecture',
  'admin',
]);
export type Role = z.infer<typeof Role>;

export const ROLE_LABEL: Record<Role, string> = {
  municipality: '市町村 担当者',
  approver: '市町村 承認者',
  desk: '窓口担当',
  manager: '窓口管理職',
  ministry: '府省庁',
  officer: '地方創生支援官',
  secretariat: '伴走支援 事務局',
  prefecture: '都道府県',
  admin: 'システム管理者',
};

/** Which organisation a role is bound to. A role without an entry stands alone. */
export const ROLE_SCOPE: Partial<Record<Role, 'municipality' | 'ministry'>> = {
  municipality: 'municipality',
  approver: 'municipality',
  officer: 'municipality',
  prefecture: 'municipality',
  ministry: 'ministry',
};

/** A role that may stand without its organisation: an officer who applies has no town yet. */
export const ROLE_MAY_STAND_ALONE: readonly Role[] = ['officer'];

export const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'メールアドレスは254文字以内で入力してください')
  .pipe(z.email('メールアドレスは name@example.jp の形で入力してください'));

export const Password = z
  .string()
  .min(12, 'パスワードは12文字以上にしてください')
  .max(128, 'パスワードは128文字以内にしてください');

const PersonName = z.string().trim().min(1, '氏名を入力してください').max(50, '氏名は50文字以内で入力してください');

export const SignIn = z.object({
  email: Email,
  password: z.string().min(1, 'パスワードを入力してください').max(128),
});
export const ForgottenPassword = z.object({ email: Email });
export const ResetPassword = z.object({
  token: z.string().min(1),
  password: Password,
});
export const ChangePassword = z.object({
  current: z.string().min(1, '今のパスワードを入力してください').max(128),
  password: Password,
});
export const AcceptInvitation = z.object({
  name: PersonName,
  password: Password,
});

export const Invitation = z
  .object({
    email: z.string(),
    name: z.string(),
    organisationLabel: z.string(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const Me = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    organisationLabel: z.string(),
    roles: z.array(
      z.object({
        role: Role,
        label: z.string(),
        organisation: z.string().nullable(),
      }),
    ),
    navigation: z.array(z.object({ href: z.string(), label: z.string() })),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

export const Session = z
  .object({
    id: z.string(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    device: z.string(),
    current: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

const Grant = z.object({
  role: Role,
  municipalityCode: z.string().nullable().default(null),
  ministryId: z.string().nullable().default(null),
  divisionId: z.string().nullable().default(null),
});
export type Grant = z.infer<typeof Grant>;

export const InvitePerson = z.object({
  email: Email,
  name: PersonName,
  kana: z.string().trim().max(50).default(''),
  grants: z.array(Grant).min(1, '役割を一つ以上選んでください').max(20),
});
export type InvitePerson = z.infer<typeof InvitePerson>;

export const UpdatePerson = z.object({
  version: z.number().int(),
  name: PersonName,
  kana: z.string().trim().max(50).default(''),
  disabled: z.boolean(),
  grants: z.array(Grant).min(1, '役割を一つ以上選んでください').max(20),
});
export type UpdatePerson = z.infer<typeof UpdatePerson>;

export const Person = z
  .object({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    kana: z.string(),
    status: z.enum(['invited', 'active', 'disabled']),
    grants: z.array(Grant.extend({ label: z.string() })),
    version: z.number().int(),
  })
  .meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
