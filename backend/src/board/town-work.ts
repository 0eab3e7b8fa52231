import { municipalitiesOf } from '../identity/actor.js';
import { CASE, ofTown, type Section, TOWN } from './work-section.js';

/** What a town has to do, most urgent first. */
export const TOWN_WORK: readonly Section[] = [
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
    key: 'town.caseSheets',
    title: '確認を求められている事例票',
    roles: TOWN,
    rows: ({ actor, bind }) =>
      `case_sheets s JOIN consultations c ON c.id = s.consultation_id
       WHERE s.state = 'asked' AND c.municipality_code = ANY (${bind(municipalitiesOf(actor, ...TOWN))})`,
    order: 's.updated_at, s.id',
    href: `${CASE} || '/case-sheet'`,
    note: '内容を確認し、公表に同意するかどうかを返答してください。',
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
];
