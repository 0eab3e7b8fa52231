import { z } from 'zod';
import { Day, dayNamed } from './calendar.js';
import { pageOf } from './paging.js';

export const TeamMeetingState = z.enum(['planned', 'held', 'cancelled']);
export type TeamMeetingState = z.infer<typeof TeamMeetingState>;
export const TEAM_MEETING_STATE_LABEL: Record<TeamMeetingState, string> = {
  planned: '予定',
  held: '開催済',
  cancelled: '取りやめ',
};

/** The texts of a 定例会議 that both sides write, each with a version of its own. */
export const SharedField = z.enum(['agenda', 'attendees', 'notes', 'decisions']);
export type SharedField = z.infer<typeof SharedField>;
export const SHARED_FIELD_LABEL: Record<SharedField, string> = {
  agenda: '議題',
  attendees: '出席者',
  notes: '要旨',
  decisions: '決定',
};

/** As it is stored. */
export const SharedText = z.object({
  version: z.number().int(),
  body: z.string(),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
});
export type SharedText = z.infer<typeof SharedText>;

export const SharedTexts = z.object({
  agenda: SharedText,
  attendees: SharedText,
  notes: SharedText,
  decisions: SharedText,
});
export type SharedTexts = z.infer<typeof SharedTexts>;

const MOST = 20_000;
const Body = z.string().max(MOST, `${MOST.toLocaleString('ja-JP')}文字以内で入力してください`);

/** What somebody wrote, and on which version. */
export const WriteText = z.object({ version: z.number().int(), body: Body });
export type WriteText = z.infer<typeof WriteText>;
export const WrittenText = z.object({ version: z.number().int(), savedAt: z.iso.datetime() }).meta({
  id: 'WrittenText',
});
export type WrittenText = z.infer<typeof WrittenText>;

const When = z.object({
  startsAt: z.iso
    .datetime({ offset: true, message: '日時を選んでください' })
    .refine((at) => at >= '2020' && at < '2200', '日時を確かめてください'),
  minutes: z.coerce
    .number('所要時間は数字で入力してください')
    .int('所要時間は分単位の整数で入力してください')
    .min(10, '所要時間は10分以上にしてください')
    .max(600, '所要時間は600分以内にしてください'),
  /** Where it is held online. */
  url: z
    .union([
      z.literal(''),
      z
        .url({ protocol: /^https$/, error: 'オンライン会議のアドレスは、https:// で始まる形で入力してください' })
        .max(1000),
    ])
    .default(''),
  place: z.string().trim().max(200, '場所は200文字以内で入力してください').default(''),
});

export const PlanTeamMeeting = When.extend({ agenda: Body.default('') });
export type PlanTeamMeeting = z.infer<typeof PlanTeamMeeting>;

export const MoveTeamMeeting = When.extend({ version: z.number().int() });
export type MoveTeamMeeting = z.infer<typeof MoveTeamMeeting>;

export const CancelTeamMeeting = z.object({
  version: z.number().int(),
  reason: z.string().trim().min(1, '理由を入力してください').max(400, '理由は400文字以内で入力してください'),
});
export type CancelTeamMeeting = z.infer<typeof CancelTeamMeeting>;

/** 約束・宿題: of one person of the team, or of the town. */
export const AddPromise = z.object({
  /** Made by the sender, so that what is sent twice is there once. */
  id: z.uuid(),
  text: z.string().trim().min(1, '約束の内容を入力してください').max(400, '約束の内容は400文字以内で入力してください'),
  /** `town`, or the id of a person in the team. */
  owner: z.union([z.literal('town'), z.uuid()], '担当を選んでください'),
  dueOn: dayNamed('期限を選んでください'),
});
export type AddPromise = z.infer<typeof AddPromise>;

/** One entry for a 会議 that was held, in one form. */
const Entry = z.object({
  /** Whether the decisions are for other teams too; left out, nothing changes. */
  shared: z.boolean().optional(),
  promises: z.array(AddPromise).max(20, '約束は一度に20件以内にしてください').default([]),
});
export const RecordTeamMeeting = Entry.extend({ texts: z.partialRecord(SharedField, WriteText).default({}) });
export type RecordTeamMeeting = z.infer<typeof RecordTeamMeeting>;

/** The same for one that nobody had planned. */
export const AddHeldMeeting = Entry.extend(When.shape).extend({
  texts: z.partialRecord(SharedField, Body).default({}),
});
export type AddHeldMeeting = z.infer<typeof AddHeldMeeting>;

export const TeamMeetingSummary = z.object({
  id: z.uuid(),
  state: TeamMeetingState,
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  url: z.string(),
  place: z.string(),
  /** How many promises of it are open. */
  openPromises: z.number().int(),
});
export type TeamMeetingSummary = z.infer<typeof TeamMeetingSummary>;

/** The newest first; `next` is the one that comes next. */
export const TeamMeetings = pageOf(TeamMeetingSummary)
  .extend({ next: TeamMeetingSummary.nullable(), mayWrite: z.boolean() })
  .meta({ id: 'TeamMeetings' });
export type TeamMeetings = z.infer<typeof TeamMeetings>;

export const PromiseAction = z.enum(['finish', 'reopen']);
export type PromiseAction = z.infer<typeof PromiseAction>;

export const TeamPromise = z.object({
  id: z.uuid(),
  teamId: z.uuid(),
  municipality: z.string(),
  meetingId: z.uuid().nullable(),
  text: z.string(),
  ownerKind: z.enum(['town', 'team']),
  /** The person, the town, or the whole team where who promised left. */
  owner: z.string(),
  dueOn: Day,
  doneAt: z.iso.datetime().nullable(),
  doneBy: z.string().nullable(),
  overdue: z.boolean(),
  allowedActions: z.array(PromiseAction),
});
export type TeamPromise = z.infer<typeof TeamPromise>;
export const TeamPromises = pageOf(TeamPromise).meta({ id: 'TeamPromises' });
export type TeamPromises = z.infer<typeof TeamPromises>;

export const TeamMeetingAction = z.enum(['write', 'record', 'move', 'cancel']);
export type TeamMeetingAction = z.infer<typeof TeamMeetingAction>;

export const TeamMeeting = TeamMeetingSummary.extend({
  teamId: z.uuid(),
  version: z.number().int(),
  minutes: z.number().int(),
  texts: SharedTexts,
  /** Whether other teams read the decisions. */
  shared: z.boolean(),
  /** Why it was cancelled. */
  reason: z.string().nullable(),
  promises: z.array(TeamPromise),
  allowedActions: z.array(TeamMeetingAction),
}).meta({ id: 'TeamMeeting' });
export type TeamMeeting = z.infer<typeof TeamMeeting>;

/** Says that somebody has a 会議 open, and in which text they write. */
export const BePresent = z.object({ field: SharedField.nullable().default(null) });
export type BePresent = z.infer<typeof BePresent>;

/** Who else is there, and how the texts stand now. */
export const Presence = z
  .object({
    others: z.array(z.object({ name: z.string(), field: SharedField.nullable() })),
    texts: SharedTexts,
  })
  .meta({ id: 'TeamMeetingPresence' });
export type Presence = z.infer<typeof Presence>;
