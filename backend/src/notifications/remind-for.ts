import type { DeadlineKind } from '../contract/deadlines.js';
import type { Recipient } from './recipients.js';

export interface RemindRule {
  to: Recipient;
  /** What has to be done, as it stands in 「〇〇の期限は本日です」. */
  what: string;
  path: string;
  /** Said at every step instead, where a day that passes is nobody's fault. */
  always?: string;
}

const CASE = '/consultations/:id';
const DESK = { to: 'desk', path: CASE } as const;
const TOWN = { to: 'town', path: CASE } as const;

/** Who is reminded of what. A 満足度調査 reminds by its own rules, with its own link. */
export const REMIND_FOR: Partial<Record<DeadlineKind, RemindRule>> = {
  submitted: { ...DESK, what: '相談カルテの受付' },
  checking: { ...DESK, what: '相談カルテの確認' },
  returned: { ...TOWN, what: '相談カルテの補正' },
  correcting: { ...TOWN, what: '相談カルテの補正' },
  triaged: { ...DESK, what: '府省庁への照会' },
  inquiring: { ...DESK, what: '府省庁の回答の取りまとめ', path: `${CASE}/inquiries` },
  collected: { ...DESK, what: '回答案の作成', path: `${CASE}/reply` },
  drafting: { ...DESK, what: '回答案の作成', path: `${CASE}/reply` },
  approving: { to: 'managers', what: '回答書の決裁', path: `${CASE}/reply` },
  followUp: {
    ...DESK,
    what: 'フォロー中の状況確認',
    always: 'フォロー中の相談です。状況を確認し、フォローを続けるか、完了を提案するかを決めてください。',
  },
  closing: { ...TOWN, what: '完了への返答' },
  reply: { ...DESK, what: '団体への回答' },
  inquiry: { to: 'ministry', what: '照会への回答', path: '/inquiries/:subject' },
  support: { to: 'supporters', what: '後方支援への回答', path: '/back-office/:id' },
  actionItem: { to: 'actionOwner', what: '宿題', path: `${CASE}/meetings` },
};

/** @param step business days from the due day: −3 is three days before it */
export function remindHeading({ what, always }: RemindRule, step: number, escalated: boolean): string {
  if (always && !escalated) return always;
  if (escalated && step > 0) return `${what}が期限を${step}開庁日過ぎています。対応を確認してください。`;
  if (step < 0) return `${what}の期限まで、あと${-step}開庁日です。`;
  if (step === 0) return `${what}の期限は、本日です。`;
  return `${what}の期限を${step}開庁日過ぎています。`;
}
