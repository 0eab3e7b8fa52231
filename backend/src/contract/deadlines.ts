import { z } from 'zod';
import { Day, HolidayDifference } from './calendar.js';

/** Whose office is closed when. A calendar is the 行政機関の休日 and the closed days of its own. */
export const OfficeCalendar = z.enum(['desk', 'ministry', 'municipality'], '暦を選んでください');
export type OfficeCalendar = z.infer<typeof OfficeCalendar>;

export const OFFICE_CALENDAR_LABEL: Record<OfficeCalendar, string> = {
  desk: '窓口',
  ministry: '府省庁',
  municipality: '市区町村',
};

/** What has a deadline: a state of a 相談, the whole reply, one 照会, a 宿題, a 満足度調査, a request for 後方支援. */
export const DeadlineKind = z.enum([
  'submitted',
  'checking',
  'returned',
  'correcting',
  'triaged',
  'inquiring',
  'collected',
  'drafting',
  'approving',
  'followUp',
  'closing',
  'reply',
  'inquiry',
  'actionItem',
  'survey',
  'support',
]);
export type DeadlineKind = z.infer<typeof DeadlineKind>;

export const DEADLINE_KIND_LABEL: Record<DeadlineKind, string> = {
  submitted: '受付（提出済）',
  checking: '受付確認',
  returned: '補正（差戻し）',
  correcting: '補正の団体内確認',
  triaged: 'トリアージ後の照会',
  inquiring: '府省庁の回答をそろえる期限',
  collected: '回答案の着手',
  drafting: '回答案の作成',
  approving: '決裁',
  followUp: 'フォロー中の状況確認',
  closing: '完了への返答',
  reply: '回答書の送付',
  inquiry: '照会への回答',
  actionItem: '宿題',
  survey: '満足度調査',
  support: '後方支援への回答',
};

/** Their day is named by a person or by the survey, so no business days are counted. */
export const KINDS_WITH_OWN_DAY: readonly DeadlineKind[] = ['actionItem', 'survey'];

/** Never over: the day comes again after as many business days, for as long as the state lasts. */
export const KINDS_THAT_COME_AGAIN: readonly DeadlineKind[] = ['followUp'];

const Skipped = z.object({ day: z.iso.date(), name: z.string() });
const skipped = z.array(Skipped);
const Instant = z.iso.datetime({ offset: true });

/** Why somebody named a day: when asking, by granting an extension, by changing it; or it is older than this record. */
export const SetCause = z.enum(['asked', 'extension', 'changed', 'earlier']);
export type SetCause = z.infer<typeof SetCause>;

/** A step of the reckoning. `day` is the date it leads to; that of the last line is the due date. */
export const ExplanationLine = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('start'),
      at: Instant,
      cutOff: z.string(),
      /** Arrived after the cut-off. */
      late: z.boolean(),
      day: z.iso.date(),
      skipped,
    }),
    z.object({ kind: z.literal('count'), workdays: z.number().int(), day: z.iso.date(), skipped }),
    z.object({
      kind: z.literal('set'),
      at: Instant,
      cause: SetCause,
      by: z.string().nullable(),
      reason: z.string().nullable(),
      wanted: z.iso.date(),
      day: z.iso.date(),
      skipped,
    }),
    z.object({
      kind: z.literal('pause'),
      from: z.iso.date(),
      /** Null while the clock stands still. */
      until: z.iso.date().nullable(),
      /** Closed days while it stood still: they are not given back. */
      closed: skipped,
      workdays: z.number().int(),
      day: z.iso.date(),
      skipped,
    }),
    z.object({
      kind: z.literal('recount'),
      at: Instant,
      cause: z.enum(['holiday', 'rule']),
      before: z.iso.date(),
      day: z.iso.date(),
    }),
    z.object({ kind: z.literal('due'), day: z.iso.date() }),
  ])
  .meta({ id: 'ExplanationLine' });
export type ExplanationLine = z.infer<typeof ExplanationLine>;

/** Why a date is what it is. */
export const Explanation = z
  .object({
    clock: z.enum(['state', 'reply', 'inquiry']),
    kind: DeadlineKind,
    inquiryId: z.uuid().nullable(),
    /** The ministry asked, for an inquiry. */
    ministry: z.string().nullable(),
    calendar: OfficeCalendar,
    dueOn: z.iso.date(),
    /** Beyond the last year whose holidays are published. */
    provisional: z.boolean(),
    /** What was due is done or has lapsed. */
    ended: z.boolean(),
    lines: z.array(ExplanationLine),
  })
  .meta({ id: 'Explanation' });
export type Explanation = z.infer<typeof Explanation>;

export const Explanations = z.object({ items: z.array(Explanation), total: z.number().int() });
export type Explanations = z.infer<typeof Explanations>;

/** A rule as it stands; rules are never changed, a newer one for the same day takes the place of an older. */
export const DeadlineRule = z
  .object({
    id: z.number().int(),
    kind: DeadlineKind,
    validFrom: Day,
    calendar: OfficeCalendar,
    workdays: z.number().int().nullable(),
    cutOff: z.string(),
    reminders: z.array(z.number().int()),
    escalation: z.number().int().nullable(),
    pauses: z.boolean(),
  })
  .meta({ id: 'DeadlineRule' });
export type DeadlineRule = z.infer<typeof DeadlineRule>;

/** A rule with who made it and whether it is the one that counts today, will count, or no longer does. */
export const KeptRule = DeadlineRule.extend({
  standing: z.enum(['inForce', 'coming', 'past']),
  reason: z.string(),
  madeBy: z.string().nullable(),
  madeAt: z.iso.datetime(),
}).meta({ id: 'KeptRule' });
export type KeptRule = z.infer<typeof KeptRule>;

export const DeadlineRules = z.object({
  items: z.array(KeptRule),
  total: z.number().int(),
  allowedActions: z.array(z.enum(['create'])),
});
export type DeadlineRules = z.infer<typeof DeadlineRules>;

const offset = z.int('リマインドは営業日数で入力してください').min(-60).max(60);

export const RuleInput = z.object({
  /** The id of the rule the person saw; a newer one is a conflict. */
  seen: z.int(),
  validFrom: Day,
  calendar: OfficeCalendar,
  workdays: z
    .int('営業日数を整数で入力してください')
    .min(0, '営業日数は0以上で入力してください')
    .max(250, '営業日数は250以内で入力してください')
    .nullable(),
  cutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '締切時刻は 17:15 の形で入力してください'),
  reminders: z.array(offset).max(10, 'リマインドは10回以内にしてください'),
  escalation: z
    .int('管理職への連絡は営業日数で入力してください')
    .min(0, '管理職への連絡は0以上で入力してください')
    .max(60, '管理職への連絡は60以内で入力してください')
    .nullable(),
  pauses: z.boolean(),
  reason: z
    .string()
    .trim()
    .min(1, '変更の理由を入力してください')
    .max(200, '変更の理由は200文字以内で入力してください'),
});
export type RuleInput = z.infer<typeof RuleInput>;

/** An open deadline that a change of holidays or rules moves. */
export const MovedDeadline = z.object({
  consultationId: z.uuid(),
  number: z.string().nullable(),
  municipality: z.string(),
  kind: DeadlineKind,
  ministry: z.string().nullable(),
  before: z.iso.date(),
  after: z.iso.date(),
});
export type MovedDeadline = z.infer<typeof MovedDeadline>;

/** What a change does to open deadlines; `items` are the first of them. Nothing was saved when it was a preview. */
export const Recount = z
  .object({ preview: z.boolean(), open: z.number().int(), total: z.number().int(), items: z.array(MovedDeadline) })
  .meta({ id: 'Recount' });
export type Recount = z.infer<typeof Recount>;

/** `?preview=true` shows what a change would do, and changes nothing. */
export const Preview = z.object({
  preview: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true'),
});

/** What importing the file would do, or did. */
export const HolidayImport = Recount.extend({
  difference: HolidayDifference,
  /** The version of the table it was compared with: sent back when the file is taken over. */
  seen: z.number().int(),
}).meta({ id: 'HolidayImport' });
export type HolidayImport = z.infer<typeof HolidayImport>;
