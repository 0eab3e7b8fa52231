import { readable } from '../consultations/policy.js';
import { OPEN_STATES } from '../contract/lifecycle.js';
import { ministriesOf } from '../identity/actor.js';
import { asked, CASE, INQUIRY, inState, LIVE, type Section } from './work-section.js';

/** What a ministry has to do, and what those see who only read. */
export const MINISTRY_WORK: readonly Section[] = [
  {
    key: 'ministry.replied',
    support: 'too',
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
    support: 'too',
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
    support: 'too',
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
