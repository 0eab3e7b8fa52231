import { z } from 'zod';

/** Where a 相談 stands (domain: C0–C15; 打合せ C10 runs beside it, see `meetings.ts`). */
export const ConsultationState = z.enum([
  'draft',
  'reviewing',
  'submitted',
  'checking',
  'returned',
  'correcting',
  'triaged',
  'inquiring',
  'collected',
  'drafting',
  'approving',
  'replied',
  'followUp',
  'closing',
  'closed',
  'withdrawn',
  'outOfScope',
  'merged',
]);
export type ConsultationState = z.infer<typeof ConsultationState>;

export const STATE_LABEL: Record<ConsultationState, string> = {
  draft: '下書き',
  reviewing: '団体内確認中',
  submitted: '提出済',
  checking: '受付確認中',
  returned: '差戻し（補正依頼）',
  correcting: '補正の団体内確認中',
  triaged: 'トリアージ済',
  inquiring: '関係府省庁に照会中',
  collected: '府省庁回答受領',
  drafting: '回答案作成中',
  approving: '決裁中',
  replied: '回答済',
  followUp: 'フォロー中',
  closing: '完了確認中',
  closed: '完了',
  withdrawn: '取下げ',
  outOfScope: '対象外（他窓口へ案内）',
  merged: '重複統合',
};

/** A step in the life of a 相談. Each is a row of the backend's `lifecycle.ts`, a route and an event. */
export const ConsultationAction = z.enum([
  'requestReview',
  'sendBackToAuthor',
  'submit',
  'take',
  'return',
  'triage',
  'inquire',
  'collect',
  'draftReply',
  'requestApproval',
  'recallApproval',
  'sendBackReply',
  'approve',
  'followUp',
  'proposeClose',
  'agreeClose',
  'declineClose',
  'closeBySilence',
  'wishReopen',
  'reopen',
  'withdraw',
  'guide',
  'merge',
  'unmerge',
  'accept',
  'answerTeam',
]);
export type ConsultationAction = z.infer<typeof ConsultationAction>;

export const ACTION_LABEL: Record<ConsultationAction, string> = {
  requestReview: '承認者に確認を依頼する',
  sendBackToAuthor: '作成者に戻す',
  submit: '提出する',
  take: '受付確認を始める',
  return: '差し戻す（補正を依頼する）',
  triage: 'トリアージを終える',
  inquire: '府省庁に照会する',
  collect: '全府省庁の回答がそろう',
  draftReply: '回答案を作る',
  requestApproval: '決裁を依頼する',
  recallApproval: '決裁の依頼を取り消す',
  sendBackReply: '回答案を差し戻す',
  approve: '決裁して送付する',
  followUp: 'フォローを続ける',
  proposeClose: '完了を提案する',
  agreeClose: '完了に同意する',
  declineClose: '完了に同意しない',
  closeBySilence: '返答がないため完了する',
  wishReopen: '再開を希望する',
  reopen: '再開する',
  withdraw: '取り下げる',
  guide: '対象外として他の窓口を案内する',
  merge: '重複として統合する',
  unmerge: '統合を取り消す',
  accept: '後方支援の依頼を受け持つ',
  answerTeam: '支援チームに回答する',
};

/** What else may be done with a 相談, without moving it. */
export const ConsultationPermit = z.enum([
  'edit',
  'add',
  'attach',
  'note',
  'assign',
  'splitQuestions',
  'clone',
  'wishMeeting',
]);
export type ConsultationPermit = z.infer<typeof ConsultationPermit>;

/** All a screen may offer for a 相談. */
export const AllowedAction = z.union([ConsultationAction, ConsultationPermit]);
export type AllowedAction = z.infer<typeof AllowedAction>;

/** Groups of states that people speak of. */
export const OPEN_STATES: readonly ConsultationState[] = [
  'submitted',
  'checking',
  'returned',
  'correcting',
  'triaged',
  'inquiring',
  'collected',
  'drafting',
  'approving',
  'replied',
  'followUp',
  'closing',
];
