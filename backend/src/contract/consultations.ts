import { z } from 'zod';
import { ATTACHMENT_READINGS } from './attachment-words.js';
import { AllowedAction, ConsultationState } from './lifecycle.js';
import { MunicipalityCode } from './municipalities.js';
import { listParam, Paging } from './paging.js';

/** How the answer's date stands: far, within three business days, past, or the clock stands still (C3a). */
export const DueState = z.enum(['ok', 'soon', 'overdue', 'stopped']);
export type DueState = z.infer<typeof DueState>;
export const DUE_STATE_LABEL: Record<DueState, string> = {
  ok: '期限内',
  soon: '期限間近',
  overdue: '期限超過',
  stopped: '期限停止中',
};

export const Priority = z.enum(['high', 'normal', 'low']);
export type Priority = z.infer<typeof Priority>;
export const PRIORITY_LABEL: Record<Priority, string> = { high: '高', normal: '中', low: '低' };

/** The state of what one ministry was asked, over all its inquiries for a case. */
export const ChipState = z.enum(['questioned', 'asked', 'acknowledged', 'answered', 'notApplicable']);
export type ChipState = z.infer<typeof ChipState>;
export const CHIP_STATE_LABEL: Record<ChipState, string> = {
  questioned: '逆質問中',
  asked: '照会済',
  acknowledged: '確認中',
  answered: '回答済',
  notApplicable: '該当なし',
};

const Flag = z
  .enum(['true', 'false'])
  .default('false')
  .transform((value) => value === 'true');

/** A list tells how many rows there are up to this many, and leads no further (docs/adr). */
export const COUNTED_UP_TO = 1000;

/** The same for the list and the board: what stands in the address of either. */
export const CaseFilter = z.object({
  /** The two digits of the prefecture, or its code. */
  prefecture: z
    .string()
    .regex(/^\d{2}(\d{4})?$/, '都道府県コードは2桁又は6桁で指定してください')
    .optional(),
  municipality: MunicipalityCode.optional(),
  /** `none`: no field is set. */
  field: z.string().max(30).optional(),
  /** `none`: nobody was asked. */
  ministry: z.string().max(40).optional(),
  /** The month in which it was submitted. */
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月は 2026-11 の形で指定してください')
    .optional(),
  owner: z.union([z.enum(['me', 'none']), z.uuid()], '担当は me、none 又は利用者の識別子で指定してください').optional(),
  overdue: Flag,
  q: z.string().trim().max(100, '検索語は100文字以内で入力してください').optional(),
  /** 年度 of the number, in western years. */
  year: z.coerce.number().int().min(2019).max(2100).optional(),
});
export type CaseFilter = z.infer<typeof CaseFilter>;

export const ConsultationFilter = CaseFilter.extend(Paging.shape)
  .extend({
    state: listParam(ConsultationState),
    group: z.enum(['open', 'closed']).optional(),
    /** `due` holds for open cases only; without it, open cases come by due date, others newest first. */
    sort: z.enum(['due', 'submitted']).optional(),
  })
  .refine(({ page, size }) => (page - 1) * size < COUNTED_UP_TO, {
    path: ['page'],
    error: `一覧は${COUNTED_UP_TO.toLocaleString('ja-JP')}件まで表示します。条件を加えて絞り込んでください`,
  });
export type ConsultationFilter = z.infer<typeof ConsultationFilter>;

export const Named = z.object({ id: z.string(), name: z.string() });
const Town = z.object({ code: z.string(), label: z.string() });

/** A ministry that was asked. Its state is told to whom it concerns only. */
export const MinistryChip = z.object({ id: z.string(), shortName: z.string(), state: ChipState.nullable() });
export type MinistryChip = z.infer<typeof MinistryChip>;

/** One 相談 in a list, on a board or in somebody's work. */
export const ConsultationItem = z
  .object({
    id: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    municipality: Town,
    state: ConsultationState,
    stateLabel: z.string(),
    /** In this state since. */
    since: z.iso.datetime(),
    submittedAt: z.iso.datetime().nullable(),
    /** Business days since it was submitted, until it was closed. */
    ageWorkdays: z.number().int().nullable(),
    replyDueOn: z.iso.date().nullable(),
    stateDueOn: z.iso.date().nullable(),
    /** The date that counts now: of the reply, or of the town's agreement to close. */
    dueOn: z.iso.date().nullable(),
    /** The date may still move: the holidays of its year are not published. */
    dueProvisional: z.boolean(),
    dueState: DueState.nullable(),
    /** Business days from today to `dueOn`; negative when it is past. */
    workdaysLeft: z.number().int().nullable(),
    owner: Named.nullable(),
    ministries: z.array(MinistryChip),
    /** Told to the desk only. */
    priority: Priority.optional(),
    fields: z.array(z.object({ code: z.string(), name: z.string() })),
    /** The one step that leads on, if the reader may take it. */
    nextAction: AllowedAction.nullable(),
  })
  .meta({ id: 'ConsultationItem' });
export type ConsultationItem = z.infer<typeof ConsultationItem>;

/** `more`: there are more than `total` rows; narrow the list. */
export const ConsultationPage = z.object({
  items: z.array(ConsultationItem),
  total: z.number().int(),
  more: z.boolean(),
});
export type ConsultationPage = z.infer<typeof ConsultationPage>;

export const BoardColumn = z.object({
  state: ConsultationState,
  label: z.string(),
  items: z.array(ConsultationItem),
  total: z.number().int(),
  more: z.boolean(),
});
export type BoardColumn = z.infer<typeof BoardColumn>;
export const Board = z.object({ columns: z.array(BoardColumn) });
export type Board = z.infer<typeof Board>;

/** One thing that happened to a case, in words. */
export const HistoryRow = z
  .object({
    id: z.string(),
    at: z.iso.datetime(),
    actor: z.object({ name: z.string(), organisation: z.string() }).nullable(),
    what: z.string(),
    reason: z.string().nullable(),
    /** Who else reads it: the town, one ministry, or the desk alone. */
    audience: z.enum(['town', 'ministry', 'inward']),
    ministry: z.string().nullable(),
    /** The state it led to, when it moved the case. */
    to: z.string().nullable(),
  })
  .meta({ id: 'HistoryRow' });
export type HistoryRow = z.infer<typeof HistoryRow>;

export const CaseTab = z.enum(['overview', 'inquiries', 'reply', 'meetings', 'caseSheet', 'history', 'notes']);
export type CaseTab = z.infer<typeof CaseTab>;

/** What the town is told: who holds the case now, until when, and what the town is asked for. */
export const Expectation = z.object({
  holder: z.string(),
  expectedOn: z.iso.date().nullable(),
  /** What the date is, or why there is none. */
  expected: z.string(),
  ask: z.string().nullable(),
});
export type Expectation = z.infer<typeof Expectation>;

const Linked = z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string() });

/** Everything the page of a case shows, cut to its reader. */
export const ConsultationDetail = ConsultationItem.extend({
  karte: z.array(
    z.object({
      no: z.number().int(),
      label: z.string(),
      lines: z.array(z.object({ label: z.string(), text: z.string() })),
    }),
  ),
  proxyChannel: z.string().nullable(),
  corrections: z.array(
    z.object({
      item: z.string(),
      label: z.string(),
      reason: z.string(),
      requestedAt: z.iso.datetime(),
      settled: z.boolean(),
    }),
  ),
  additions: z.array(z.object({ id: z.uuid(), text: z.string(), author: z.string(), writtenAt: z.iso.datetime() })),
  attachments: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      type: z.string(),
      bytes: z.number().int(),
      addedAt: z.iso.datetime(),
      reading: z.enum(ATTACHMENT_READINGS),
    }),
  ),
  members: z.array(Town),
  mergedInto: Linked.nullable(),
  merges: z.array(Linked),
  /** 府省庁案 of the triage, for the desk's next inquiry. */
  proposedMinistries: z.array(Named),
  expectation: Expectation,
  recent: z.array(HistoryRow),
  /** 好事例 that the カルテ began with. */
  practice: z.object({ id: z.string(), name: z.string() }).nullable(),
  tabs: z.array(CaseTab),
  allowedActions: z.array(AllowedAction),
  version: z.number().int(),
}).meta({ id: 'ConsultationDetail' });
export type ConsultationDetail = z.infer<typeof ConsultationDetail>;

export const Note = z
  .object({ id: z.uuid(), text: z.string(), author: z.string(), writtenAt: z.iso.datetime() })
  .meta({ id: 'Note' });
export type Note = z.infer<typeof Note>;
