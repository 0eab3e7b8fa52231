import { ACTION_LABEL, type AllowedAction, type ConsultationAction } from '@musubi/backend/contract/lifecycle';
import type { Route } from 'next';

/** Where a step is taken, when not on its own page under /act. */
const ROOM: Partial<Record<AllowedAction, string>> = {
  edit: 'edit',
  attach: 'edit',
  requestReview: 'submit',
  sendBackToAuthor: 'submit',
  submit: 'submit',
  inquire: 'inquiries/new',
  splitQuestions: 'inquiries/questions',
  draftReply: 'reply',
  requestApproval: 'reply',
  recallApproval: 'reply',
  sendBackReply: 'reply',
  approve: 'reply',
  wishMeeting: 'meetings',
  note: 'notes',
};

const PERMIT_LABEL: Partial<Record<AllowedAction, string>> = {
  edit: '相談カルテを編集する',
  add: '追記する',
  assign: '分野・優先度・主担当を変更する',
  clone: 'この相談カルテを基に新しく作る',
};

export interface ActionLink {
  action: AllowedAction;
  label: string;
  href: Route;
}

/** The link to an allowed action; none for what already has a tab of its own. */
export function actionLink(id: string, action: AllowedAction): ActionLink | null {
  const label = PERMIT_LABEL[action] ?? ACTION_LABEL[action as ConsultationAction];
  if (!label) return null;
  if (action === 'clone') return { action, label, href: `/consultations/new?clone=${id}` as Route };
  return { action, label, href: `/consultations/${id}/${ROOM[action] ?? `act/${action}`}` as Route };
}
