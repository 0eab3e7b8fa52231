import { z } from 'zod';
import { Paging, pageOf } from './paging.js';

/** What kind of news a notice is. Of some a person cannot be left out: they are the desk's word to the town, or a duty. */
export const NOTICE_TOPICS = {
  official: { label: '受付、補正、回答書、完了などの通知', must: true },
  account: { label: '利用者登録、パスワード', must: true },
  escalation: { label: '期限を過ぎた仕事の上申', must: true },
  deadline: { label: '期限前・期限超過のお知らせ', must: false },
  case: { label: '相談の動き', must: false },
  inquiry: { label: '照会の動き', must: false },
  meeting: { label: '打合せの動き', must: false },
  team: { label: '支援チームの動き', must: false },
  teamFeed: { label: 'ほかの支援チームの取組（週1回）', must: false },
  search: { label: '保存した検索の新しい結果', must: false },
} as const satisfies Record<string, { label: string; must: boolean }>;

export const NoticeTopic = z.enum(Object.keys(NOTICE_TOPICS) as [keyof typeof NOTICE_TOPICS]);
export type NoticeTopic = z.infer<typeof NoticeTopic>;

export const MOMENT_LABEL = {
  now: 'その都度',
  daily: '1日1回まとめて',
  weekly: '週1回まとめて',
  never: '送らない',
} as const;
export const Moment = z.enum(Object.keys(MOMENT_LABEL) as [keyof typeof MOMENT_LABEL]);
export type Moment = z.infer<typeof Moment>;

export const SCOPE_LABEL = { all: '全ての相談', mine: '自分の担当', none: '受け取らない' } as const;
export const NoticeScope = z.enum(Object.keys(SCOPE_LABEL) as [keyof typeof SCOPE_LABEL]);
export type NoticeScope = z.infer<typeof NoticeScope>;

/** One piece of news for a person, in the application. */
export const Notice = z.object({
  id: z.string(),
  topic: NoticeTopic,
  heading: z.string(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  organisation: z.string().nullable(),
  dueOn: z.iso.date().nullable(),
  href: z.string(),
  at: z.iso.datetime(),
  read: z.boolean(),
  /** Whose news it is, when the reader stands in for somebody. */
  onBehalfOf: z.string().nullable(),
  /** Until when the mail of it waits; null when none does. */
  mailWaitsUntil: z.iso.datetime().nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const Notices = pageOf(Notice).extend({ unread: z.number().int() }).meta({ id: 'Notices' });
export type Notices = z.infer<typeof Notices>;

export const NoticesQuery = Paging.extend({ unread: z.enum(['yes']).optional() });
export type NoticesQuery = z.infer<typeof NoticesQuery>;

export const UnreadCount = z.object({ unread: z.number().int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof UnreadCount>;

const Time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は 08:30 の形で入力してください');

export const NoticeHours = z
  .object({
    opensAt: Time,
    closesAt: Time,
    digestAt: Time,
    digestWeekday: z.coerce.number('曜日を選んでください').int().min(1).max(5),
    /** Mails come by night and on closed days too; what comes together keeps its hour. */
    anyTime: z.boolean(),
  })
  .refine(({ opensAt, closesAt }) => opensAt < closesAt, {
    path: ['closesAt'],
    message: 'メールを受け取る終わりの時刻は、始まりより後にしてください',
  })
  .refine(({ opensAt, closesAt, digestAt }) => digestAt >= opensAt && digestAt < closesAt, {
    path: ['digestAt'],
    message: 'まとめて送る時刻は、メールを受け取る時間の中にしてください',
  });
export type NoticeHours = z.infer<typeof NoticeHours>;

export const NoticePreference = z.object({
  topic: NoticeTopic,
  moment: Moment,
  inApp: z.boolean(),
  scope: NoticeScope,
});
export type NoticePreference = z.infer<typeof NoticePreference>;

export const NoticePreferences = z
  .object({ hours: NoticeHours, topics: z.array(NoticePreference) })
  .meta({ id: 'NoticePreferences' });
export type NoticePreferences = z.infer<typeof NoticePreferences>;

/** What a person chose, with what holds where they chose nothing filled in. */
export const NoticeChoices = NoticePreferences.extend({
  /** Mails go to the mailbox of the ministry: the person gets none of their own unless they ask for them. */
  byMailbox: z.boolean(),
}).meta({ id: 'NoticeChoices' });
export type NoticeChoices = z.infer<typeof NoticeChoices>;
