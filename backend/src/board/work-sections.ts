import { inquiryOf, readable } from '../consultations/policy.js';
import type { Role } from '../contract/identity.js';
import type { ConsultationState } from '../contract/lifecycle.js';
import { OPEN_STATES } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import { ministriesOf, municipalitiesOf } from '../identity/actor.js';
import type { Bind } from '../platform/sql/bind.js';

export interface Scene {
  actor: Actor;
  bind: Bind;
  today: string;
  /** Whom the actor stands in for today. */
  absent: readonly string[];
}

/** A heap of work: who has it, which rows, and what is said of each. Rows hang on a case, `consultations c`. */
export interface Section {
  key: string;
  title: string;
  roles: readonly Role[];
  /** What stands after FROM, with its conditions. */
  rows(scene: Scene): string;
  /** An SQL expression: until when. */
  due?: string;
  order?: string;
  /** An SQL expression: where it leads; the case itself when left out. */
  href?: string;
  note: string;
  /** The whole list. */
  list?: string;
}

const TOWN = ['municipality', 'approver'] as const;
const DESK = ['desk', 'manager'] as const;

const inState = (...states: ConsultationState[]) => `c.state IN (${states.map((state) => `'${state}'`)})`;
const ofTown =
  (...states: ConsultationState[]) =>
  (scene: Scene) =>
    `consultations c WHERE c.municipality_code = ANY (${scene.bind(municipalitiesOf(scene.actor, ...TOWN))})
   AND ${inState(...states)}`;
const ofDesk = (condition: string) => () => `consultations c WHERE ${condition}`;
/** Of the reader, or of those for whom the reader stands in. */
const mine = ({ actor, bind, absent }: Scene) => `c.owner_id = ANY (${bind([actor.id, ...absent])})`;
const mineOrFree = (scene: Scene) => `(${mine(scene)} OR c.owner_id IS NULL)`;
const inquiries = (condition: string) => (scene: Scene) =>
  `inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE ${mineOrFree(scene)} AND ${condition}`;
const asked = (condition: string) => (scene: Scene) => {
  const own = scene.actor.grants.filter(({ role }) => role === 'ministry').map((grant) => inquiryOf(grant, scene.bind));
  return `inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE (${own.join(' OR ')}) AND ${condition}`;
};

const CASE = `'/consultations/' || c.id`;
const INQUIRY = `'/inquiries/' || i.id`;
const LIVE = `i.state IN ('asked', 'acknowledged')`;

/** 今日の仕事, most urgent first. A person with several roles has the heaps of each. */
export const SECTIONS: readonly Section[] = [
  {
    key: 'town.review',
    title: '承認者の確認を待っている相談カルテ',
    roles: ['approver'],
    rows: ofTown('reviewing', 'correcting'),
    due: 'c.state_due_on',
    href: `${CASE} || '/submit'`,
    note: '内容を確認して提出してください。',
  },
  {
    key: 'town.returned',
    title: '補正を依頼された相談',
    roles: TOWN,
    rows: ofTown('returned'),
    due: 'c.state_due_on',
    href: `${CASE} || '/edit'`,
    note: '項目ごとの理由を確認して補正してください。',
  },
  {
    key: 'town.closing',
    title: '完了の確認を求められている相談',
    roles: TOWN,
    rows: ofTown('closing'),
    due: 'c.state_due_on',
    note: '完了してよいか返答してください。',
  },
  {
    key: 'town.meetings',
    title: '候補日に返答する打合せ',
    roles: TOWN,
    rows: ({ actor, bind }) =>
      `meetings t JOIN consultations c ON c.id = t.consultation_id
       WHERE t.state = 'proposed' AND c.municipality_code = ANY (${bind(municipalitiesOf(actor, ...TOWN))})`,
    order: 't.created_at',
    href: `${CASE} || '/meetings'`,
    note: '都合のよい候補日を選んでください。',
  },
  {
    key: 'town.replied',
    title: '届いた回答書',
    roles: TOWN,
    rows: ofTown('replied'),
    order: 'c.replied_at DESC',
    href: `${CASE} || '/reply'`,
    note: '回答書を確認してください。',
  },
  {
    key: 'town.surveys',
    title: '満足度調査',
    roles: TOWN,
    rows: ({ actor, bind, today }) =>
      `survey_invitations s JOIN consultations c ON c.id = s.consultation_id
       WHERE s.answered_at IS NULL AND s.closes_on >= ${bind(today)}
         AND c.municipality_code = ANY (${bind(municipalitiesOf(actor, ...TOWN))})`,
    due: 's.closes_on',
    note: 'メールで届いた案内から回答してください。',
  },
  {
    key: 'town.drafts',
    title: '下書き',
    roles: TOWN,
    rows: ofTown('draft'),
    order: 'c.updated_at DESC',
    href: `${CASE} || '/edit'`,
    note: '続きから書けます。',
  },
  {
    key: 'town.open',
    title: '窓口と府省庁で対応している相談',
    roles: TOWN,
    rows: ofTown('submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving', 'followUp'),
    due: 'c.due_on',
    note: '',
    list: '/consultations?group=open',
  },
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
  {
    key: 'ministry.replied',
    title: '質問への返答があった照会',
    roles: ['ministry'],
    rows: asked(
      `${LIVE} AND EXISTS (SELECT 1 FROM inquiry_questions q WHERE q.inquiry_id = i.id AND q.reply IS NOT NULL)`,
    ),
    due: 'i.due_on',
    href: INQUIRY,
    note: '窓口の返答を確認して回答してください。',
  },
  {
    key: 'ministry.open',
    title: '回答する照会',
    roles: ['ministry'],
    rows: asked(LIVE),
    due: 'i.due_on',
    href: INQUIRY,
    note: '',
    list: '/inquiries',
  },
  {
    key: 'ministry.questioned',
    title: '窓口の返答を待っている照会',
    roles: ['ministry'],
    rows: asked(`i.state = 'questioned'`),
    order: 'i.paused_on, i.id',
    href: INQUIRY,
    note: '返答があるまで、期限は止まっています。',
  },
  {
    key: 'ministry.actions',
    title: '打合せの宿題',
    roles: ['ministry'],
    rows: ({ actor, bind }) =>
      `action_items a JOIN consultations c ON c.id = a.consultation_id
       WHERE a.done_at IS NULL AND a.ministry_id = ANY (${bind(ministriesOf(actor))}) AND ${readable(actor, bind)}`,
    due: 'a.due_on',
    href: `${CASE} || '/meetings'`,
    note: '終えたら、打合せの画面で記録してください。',
  },
  {
    key: 'shared.open',
    title: '対応中の相談',
    roles: ['prefecture', 'officer', 'secretariat'],
    rows: ({ actor, bind }) => `consultations c WHERE ${inState(...OPEN_STATES)} AND ${readable(actor, bind)}`,
    due: 'c.due_on',
    note: '',
    list: '/consultations?group=open',
  },
];
