import { z } from 'zod';
import { dayNamed } from './calendar.js';

export const MeetingState = z.enum(['wished', 'proposed', 'decided', 'held', 'cancelled']);
export type MeetingState = z.infer<typeof MeetingState>;
export const MEETING_STATE_LABEL: Record<MeetingState, string> = {
  wished: '希望を受付',
  proposed: '候補日を調整中',
  decided: '日時決定',
  held: '実施済',
  cancelled: '取りやめ',
};

export const MeetingMethod = z.enum(['online', 'faceToFace']);
export type MeetingMethod = z.infer<typeof MeetingMethod>;
export const MEETING_METHOD_LABEL: Record<MeetingMethod, string> = { online: 'オンライン', faceToFace: '対面' };

export const MeetingAction = z.enum(['propose', 'answerCandidates', 'decide', 'recordMinutes', 'cancel']);
export type MeetingAction = z.infer<typeof MeetingAction>;
export const MEETING_ACTION_LABEL: Record<MeetingAction, string> = {
  propose: '候補日を示す',
  answerCandidates: '都合のよい候補日を答える',
  decide: '日時を決める',
  recordMinutes: '議事メモを残す',
  cancel: '取りやめる',
};

const StartsAt = z.iso.datetime({ offset: true, message: '日時は「2026-12-01 10:00」のように入力してください' });
const Minutes = z.coerce
  .number('所要時間は数字で入力してください')
  .int('所要時間は分単位の整数で入力してください')
  .min(10, '所要時間は10分以上にしてください')
  .max(600, '所要時間は600分以内にしてください');
const Purpose = z
  .string()
  .trim()
  .min(1, '打合せで話したいことを入力してください')
  .max(400, '400文字以内で入力してください');
const Reason = z.string().trim().min(1, '理由を入力してください').max(400, '理由は400文字以内で入力してください');
const Version = z.object({ version: z.number().int() });

export const Candidate = z.object({
  startsAt: StartsAt,
  minutes: Minutes,
  /** What the town said of it; null until it answers. */
  suits: z.boolean().nullable().default(null),
});
export type Candidate = z.infer<typeof Candidate>;

const Candidates = z.array(Candidate.omit({ suits: true })).max(10, '候補日は10件以内にしてください');

export const WishMeeting = z.object({ method: MeetingMethod, purpose: Purpose, candidates: Candidates.default([]) });
export type WishMeeting = z.infer<typeof WishMeeting>;

export const ProposeMeeting = Version.extend({ candidates: Candidates.min(1, '候補日を一つ以上入力してください') });
export type ProposeMeeting = z.infer<typeof ProposeMeeting>;

export const AnswerCandidates = Version.extend({ suits: z.array(z.number().int().min(0)).max(10) });
export type AnswerCandidates = z.infer<typeof AnswerCandidates>;

export const DecideMeeting = Version.extend({
  method: MeetingMethod,
  startsAt: StartsAt,
  minutes: Minutes,
  place: z.string().trim().min(1, '場所または接続先を入力してください').max(400, '400文字以内で入力してください'),
  ministryIds: z.array(z.string().max(40)).max(40).default([]),
});
export type DecideMeeting = z.infer<typeof DecideMeeting>;

export const RecordMinutes = Version.extend({
  text: z.string().trim().min(1, '議事メモを入力してください').max(8000, '議事メモは8,000文字以内で入力してください'),
});
export type RecordMinutes = z.infer<typeof RecordMinutes>;

export const CancelMeeting = Version.extend({ reason: Reason });
export type CancelMeeting = z.infer<typeof CancelMeeting>;

export const ItemOwner = z.enum(['town', 'desk', 'ministry']);
export const AddActionItem = z.object({
  meetingId: z.uuid().nullable().default(null),
  text: z.string().trim().min(1, '宿題の内容を入力してください').max(400, '宿題は400文字以内で入力してください'),
  owner: ItemOwner,
  ministryId: z.string().max(40).nullable().default(null),
  dueOn: dayNamed('期限は年月日で入力してください'),
});
export type AddActionItem = z.infer<typeof AddActionItem>;

export const Meeting = z
  .object({
    id: z.uuid(),
    state: MeetingState,
    method: MeetingMethod,
    purpose: z.string(),
    candidates: z.array(Candidate),
    startsAt: z.iso.datetime().nullable(),
    minutes: z.number().int().nullable(),
    place: z.string(),
    minutesText: z.string(),
    ministries: z.array(z.object({ id: z.string(), name: z.string() })),
    version: z.number().int(),
    allowedActions: z.array(MeetingAction),
  })
  .meta({ id: 'Meeting' });
export type Meeting = z.infer<typeof Meeting>;

export const ActionItem = z
  .object({
    id: z.uuid(),
    meetingId: z.uuid().nullable(),
    text: z.string(),
    owner: ItemOwner,
    ownerLabel: z.string(),
    dueOn: z.iso.date(),
    doneAt: z.iso.datetime().nullable(),
    overdue: z.boolean(),
    mayFinish: z.boolean(),
  })
  .meta({ id: 'ActionItem' });
export type ActionItem = z.infer<typeof ActionItem>;

export const Meetings = z
  .object({
    items: z.array(Meeting),
    actionItems: z.array(ActionItem),
    mayWish: z.boolean(),
    mayAddItem: z.boolean(),
  })
  .meta({ id: 'Meetings' });
export type Meetings = z.infer<typeof Meetings>;
