import { inState, LIVE, mineOrFree, type Section } from './work-section.js';

const REQUEST = `'/back-office/' || c.id`;
const OVER = `NOT EXISTS (SELECT 1 FROM support_requests s WHERE s.id = c.id AND s.usefulness IS NOT NULL)`;

/** 後方支援: what the secretariat has to do, and what a team may still say. */
export const SUPPORT_WORK: readonly Section[] = [
  {
    key: 'support.submitted',
    title: '受け持つ人を待っている後方支援',
    roles: ['secretariat'],
    support: 'only',
    rows: () => `consultations c WHERE ${inState('submitted')}`,
    due: 'c.due_on',
    href: REQUEST,
    note: '受け持って、回答するか、府省庁に照会してください。',
    list: '/back-office/requests?state=submitted',
  },
  {
    key: 'support.questioned',
    title: '府省庁からの質問（後方支援）',
    roles: ['secretariat'],
    support: 'only',
    rows: (scene) =>
      `inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE ${mineOrFree(scene)} AND i.state = 'questioned'`,
    order: 'i.paused_on, i.id',
    href: `${REQUEST} || '/inquiries'`,
    note: '返答するまで、この照会の期限は止まっています。',
  },
  {
    key: 'support.extensions',
    title: '期限延長の申出（後方支援）',
    roles: ['secretariat'],
    support: 'only',
    rows: (scene) =>
      `extension_requests x JOIN inquiries i ON i.id = x.inquiry_id JOIN consultations c ON c.id = i.consultation_id
       WHERE x.decision IS NULL AND i.state <> 'cancelled' AND ${mineOrFree(scene)}`,
    due: 'i.due_on',
    href: `${REQUEST} || '/inquiries'`,
    note: '申出を認めるか決めてください。',
  },
  {
    key: 'support.toAnswer',
    title: '支援チームに回答する後方支援',
    roles: ['secretariat'],
    support: 'only',
    rows: (scene) => `consultations c WHERE ${inState('triaged', 'collected')} AND ${mineOrFree(scene)}`,
    due: 'c.due_on',
    href: REQUEST,
    note: '回答してください。',
  },
  {
    key: 'support.late',
    title: '期限を過ぎた照会（後方支援）',
    roles: ['secretariat'],
    support: 'only',
    rows: ({ bind, today, ...scene }) =>
      `inquiries i JOIN consultations c ON c.id = i.consultation_id
       WHERE ${mineOrFree({ bind, today, ...scene })} AND ${LIVE} AND i.due_on < ${bind(today)}`,
    due: 'i.due_on',
    href: `${REQUEST} || '/inquiries'`,
    note: '府省庁に回答をお願いしてください。',
  },
  {
    key: 'support.answered',
    title: '回答が届いた後方支援',
    roles: ['officer'],
    support: 'only',
    rows: ({ actor, bind }) =>
      `consultations c WHERE ${inState('closed')} AND ${OVER} AND c.team_id IN (
        SELECT tm.team_id FROM team_members tm JOIN teams t ON t.id = tm.team_id AND t.ended_at IS NULL
        WHERE tm.left_on IS NULL AND tm.person_id = ${bind(actor.id)})`,
    order: 'c.closed_at, c.id',
    href: REQUEST,
    note: '回答を読んで、役に立ったかどうかを知らせてください。',
  },
];
