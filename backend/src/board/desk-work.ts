import { OPEN_STATES } from '../contract/lifecycle.js';
import { CASE, DESK, inquiries, inState, LIVE, mine, mineOrFree, ofDesk, type Section } from './work-section.js';

/** What managers and the desk have to do, most urgent first. */
export const DESK_WORK: readonly Section[] = [
  {
    key: 'manager.approving',
    title: '決裁を待っている回答書',
    roles: ['manager'],
    rows: ofDesk(inState('approving')),
    due: 'c.state_due_on',
    href: `${CASE} || '/reply'`,
    note: '回答案を確認し、決裁してください。',
    list: '/consultations?state=approving',
  },
  {
    key: 'manager.lowScores',
    title: '低い評価への対応',
    roles: ['manager'],
    rows: () =>
      `follow_up_tasks t JOIN survey_responses r ON r.id = t.response_id JOIN survey_invitations s ON s.id = r.invitation_id
       JOIN consultations c ON c.id = s.consultation_id WHERE t.done_at IS NULL`,
    order: 't.created_at, t.id',
    href: `'/satisfaction/follow-ups'`,
    note: '評価の理由を確認し、対応を記録してください。',
    list: '/satisfaction/follow-ups',
  },
  {
    key: 'desk.submitted',
    title: '受付を待っている相談',
    roles: DESK,
    rows: ofDesk(inState('submitted')),
    due: 'c.state_due_on',
    note: '受付確認を始めてください。',
    list: '/consultations?state=submitted',
  },
  {
    key: 'desk.questioned',
    title: '府省庁からの質問',
    roles: DESK,
    rows: inquiries(`i.state = 'questioned'`),
    href: `${CASE} || '/inquiries'`,
    order: 'i.paused_on, i.id',
    note: '返答するまで、この照会の期限は止まっています。',
  },
  {
    key: 'desk.extensions',
    title: '期限延長の申出',
    roles: DESK,
    rows: (scene) =>
      `extension_requests x JOIN inquiries i ON i.id = x.inquiry_id JOIN consultations c ON c.id = i.consultation_id
       WHERE x.decision IS NULL AND i.state <> 'cancelled' AND ${mineOrFree(scene)}`,
    due: 'i.due_on',
    href: `${CASE} || '/inquiries'`,
    note: '申出を認めるか決めてください。',
  },
  {
    key: 'desk.collected',
    title: '府省庁の回答がそろった相談',
    roles: DESK,
    rows: (scene) => `consultations c WHERE ${inState('collected')} AND ${mine(scene)}`,
    due: 'c.state_due_on',
    href: `${CASE} || '/reply'`,
    note: '回答案を作成してください。',
    list: '/consultations?state=collected&owner=me',
  },
  {
    key: 'desk.reopening',
    title: '再開の希望',
    roles: DESK,
    rows: () => `consultations c WHERE c.state = 'closed' AND c.reopen_wished_at IS NOT NULL`,
    order: 'c.reopen_wished_at, c.id',
    note: '再開するか決めてください。',
  },
  {
    key: 'desk.meetings',
    title: '打合せの希望',
    roles: DESK,
    rows: (scene) =>
      `meetings t JOIN consultations c ON c.id = t.consultation_id WHERE t.state = 'wished' AND ${mineOrFree(scene)}`,
    order: 't.created_at, t.id',
    href: `${CASE} || '/meetings'`,
    note: '候補日を示してください。',
  },
  {
    key: 'desk.caseSheets',
    title: '公開を待っている事例票',
    roles: DESK,
    rows: (scene) =>
      `case_sheets s JOIN consultations c ON c.id = s.consultation_id WHERE s.state = 'agreed' AND ${mineOrFree(scene)}`,
    order: 's.updated_at, s.id',
    href: `${CASE} || '/case-sheet'`,
    note: '団体が同意しました。公開してください。',
  },
  {
    key: 'desk.overdue',
    title: '回答の期限を過ぎた相談',
    roles: DESK,
    rows: ({ bind, today }) =>
      `consultations c WHERE ${inState('submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving')}
       AND c.due_on < ${bind(today)}`,
    due: 'c.due_on',
    note: '',
    list: '/consultations?overdue=true&sort=due',
  },
  {
    key: 'desk.lateInquiries',
    title: '期限を過ぎた照会',
    roles: DESK,
    rows: (scene) => inquiries(`${LIVE} AND i.due_on < ${scene.bind(scene.today)}`)(scene),
    due: 'i.due_on',
    href: `${CASE} || '/inquiries'`,
    note: '府省庁に回答をお願いしてください。',
  },
  {
    key: 'desk.mine',
    title: '自分が主担当の相談',
    roles: DESK,
    rows: ({ actor, bind }) => `consultations c WHERE ${inState(...OPEN_STATES)} AND c.owner_id = ${bind(actor.id)}`,
    due: 'c.due_on',
    note: '',
    list: '/consultations?group=open&owner=me',
  },
  {
    key: 'desk.standIn',
    title: '不在の人が主担当の相談',
    roles: DESK,
    rows: ({ bind, absent }) =>
      `consultations c WHERE ${inState(...OPEN_STATES)} AND c.owner_id = ANY (${bind(absent)})`,
    due: 'c.due_on',
    note: '',
  },
];
