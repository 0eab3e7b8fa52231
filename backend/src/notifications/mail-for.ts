import type { NoticeTopic } from '../contract/notices.js';
import { COMPANION_MAILS } from './mail-for-companions.js';
import { isOfTeam, TEAM_MAILS } from './mail-for-teams.js';
import type { MailRule } from './mail-rule.js';

const CASE = '/consultations/:id';
const INQUIRY = '/inquiries/:subject';
const SUPPORT = '/back-office/:id/inquiries';

/** Which notice follows which event: one row per letter. */
export const MAIL_FOR: Record<string, readonly MailRule[]> = {
  'person.invite': [
    {
      to: 'person',
      heading: '利用者として招待されました。次のリンクから利用を始めてください。',
      path: 'invitation',
      atOnce: true,
    },
  ],
  'person.forgotPassword': [
    {
      to: 'person',
      heading: '次のリンクから、2時間以内に新しいパスワードを設定してください。',
      path: 'password',
      atOnce: true,
    },
  ],
  'search.find': [
    {
      to: 'searcher',
      heading: '保存した検索に新しい結果があります。',
      path: '/search?saved=:subject',
      topic: 'search',
    },
  ],
  'search.fail': [
    {
      to: 'searcher',
      heading:
        '保存した検索を続けて実行できず、新しい結果を確認できていません。画面で開いて確かめ、必要なら削除して保存し直してください。',
      path: '/search?saved=:subject',
      topic: 'search',
    },
  ],
  'person.handOver': [
    {
      to: 'person',
      heading: 'ほかの担当者の仕事が引き継がれました。「今日の仕事」で確認してください。',
      path: '/work',
    },
  ],

  'consultation.requestReview': [
    { to: 'approvers', heading: '相談カルテの確認を依頼されました。', path: `${CASE}/submit` },
  ],
  'consultation.sendBackToAuthor': [
    { to: 'author', heading: '承認者から相談カルテが戻されました。', path: `${CASE}/edit` },
  ],
  'consultation.submit': [
    {
      to: 'town',
      heading: '相談カルテを受け付けました。回答の見込み日は次のとおりです。',
      path: CASE,
      due: 'reply',
      topic: 'official',
    },
    { to: 'desk', heading: '新しい相談カルテが届きました。受付の確認をお願いします。', path: CASE, due: 'state' },
  ],
  'consultation.add': [{ to: 'desk', heading: '団体から追記がありました。', path: CASE }],
  'consultation.return': [
    {
      to: 'town',
      heading: '相談カルテの補正をお願いします。項目ごとの理由を画面で確認してください。',
      path: CASE,
      due: 'state',
      topic: 'official',
    },
  ],
  'consultation.collect': [
    {
      to: 'desk',
      heading: '全ての府省庁の回答がそろいました。回答案を作成してください。',
      path: `${CASE}/inquiries`,
      due: 'state',
    },
  ],
  'consultation.requestApproval': [
    { to: 'managers', heading: '回答書の決裁を依頼されました。', path: `${CASE}/reply`, due: 'state' },
  ],
  'consultation.sendBackReply': [{ to: 'desk', heading: '回答案が差し戻されました。', path: `${CASE}/reply` }],
  'consultation.approve': [
    {
      to: 'town',
      heading: '回答書を送付します。次のリンクから確認してください。',
      path: `${CASE}/reply`,
      topic: 'official',
    },
    { to: 'desk', heading: '回答書が決裁され、団体に送付されました。', path: `${CASE}/reply` },
  ],
  'reply.endorse': [
    {
      to: 'managers',
      heading: '回答書の決裁が次の段に進みました。決裁をお願いします。',
      path: `${CASE}/reply`,
      due: 'state',
    },
  ],
  'reply.copy': [
    { to: 'ministry', heading: '回答書が団体に送付されました。写しを確認できます。', path: `${CASE}/reply` },
  ],
  'consultation.followUp': [
    { to: 'desk', heading: '相談のフォローが始まりました。', path: CASE },
    { to: 'town', heading: '相談のフォローが始まりました。', path: CASE },
  ],
  'consultation.proposeClose': [
    {
      to: 'town',
      heading: '相談を完了してよいか、確認をお願いします。期限までに返答がない場合は完了とします。',
      path: CASE,
      due: 'state',
      topic: 'official',
    },
  ],
  'consultation.declineClose': [{ to: 'desk', heading: '団体が完了に同意しませんでした。', path: CASE }],
  'consultation.agreeClose': [{ to: 'desk', heading: '団体が完了に同意しました。', path: CASE }],
  'consultation.closeBySilence': [
    {
      to: 'town',
      heading: '期限までに返答がなかったため、相談を完了しました。1年以内は再開を希望できます。',
      path: CASE,
      topic: 'official',
    },
  ],
  'consultation.wishReopen': [{ to: 'desk', heading: '団体が相談の再開を希望しています。', path: CASE }],
  'consultation.reopen': [{ to: 'town', heading: '相談を再開しました。', path: CASE, due: 'reply', topic: 'official' }],
  'consultation.withdraw': [
    { to: 'desk', heading: '相談が取り下げられました。', path: CASE },
    { to: 'town', heading: '相談の取下げを受け付けました。', path: CASE, topic: 'official' },
  ],
  'consultation.guide': [{ to: 'town', heading: '相談の内容に合う窓口を案内します。', path: CASE, topic: 'official' }],
  'consultation.merge': [
    { to: 'town', heading: '相談を、同じ内容の相談に統合しました。', path: CASE, topic: 'official' },
  ],

  'inquiry.ask': [
    { to: 'ministry', heading: '新しい照会があります。期限までに回答をお願いします。', path: INQUIRY, due: 'inquiry' },
  ],
  'inquiry.handOn': [
    { to: 'ministry', heading: '照会の担当として割り当てられました。', path: INQUIRY, due: 'inquiry' },
  ],
  'inquiry.answer': [
    { to: 'desk', heading: '府省庁から回答がありました。', path: `${CASE}/inquiries` },
    { to: 'supporters', heading: '府省庁から回答がありました。', path: SUPPORT },
  ],
  'inquiry.decline': [
    {
      to: 'desk',
      heading: '府省庁から「該当なし」の回答がありました。照会先の変更を検討してください。',
      path: `${CASE}/inquiries`,
    },
    {
      to: 'supporters',
      heading: '府省庁から「該当なし」の回答がありました。照会先の変更を検討してください。',
      path: SUPPORT,
    },
  ],
  'inquiry.askBack': [
    { to: 'desk', heading: '府省庁から質問がありました。', path: `${CASE}/inquiries` },
    { to: 'supporters', heading: '府省庁から質問がありました。', path: SUPPORT },
  ],
  'inquiry.replyBack': [{ to: 'ministry', heading: '質問への回答がありました。', path: INQUIRY, due: 'inquiry' }],
  'inquiry.requestExtension': [
    { to: 'desk', heading: '府省庁から回答期限の延長の申出がありました。', path: `${CASE}/inquiries` },
    { to: 'supporters', heading: '府省庁から回答期限の延長の申出がありました。', path: SUPPORT },
  ],
  'inquiry.decideExtension': [
    { to: 'ministry', heading: '回答期限の延長の申出について決定しました。', path: INQUIRY, due: 'inquiry' },
  ],
  'inquiry.changeDue': [{ to: 'ministry', heading: '照会の回答期限が変更されました。', path: INQUIRY, due: 'inquiry' }],
  'inquiry.cancel': [{ to: 'ministry', heading: '照会は取り消されました。回答は必要ありません。', path: '/inquiries' }],

  'meeting.wish': [{ to: 'desk', heading: '打合せの希望がありました。', path: `${CASE}/meetings` }],
  'meeting.propose': [{ to: 'town', heading: '打合せの候補日を確認してください。', path: `${CASE}/meetings` }],
  'meeting.decide': [
    { to: 'town', heading: '打合せの日時が決まりました。', path: `${CASE}/meetings` },
    { to: 'desk', heading: '打合せの日時が決まりました。', path: `${CASE}/meetings` },
    { to: 'invitedMinistries', heading: '打合せに招かれています。日時を確認してください。', path: `${CASE}/meetings` },
  ],
  'meeting.cancel': [
    { to: 'town', heading: '打合せを取りやめました。', path: `${CASE}/meetings` },
    { to: 'desk', heading: '打合せを取りやめました。', path: `${CASE}/meetings` },
    { to: 'invitedMinistries', heading: '打合せを取りやめました。', path: `${CASE}/meetings` },
  ],

  'caseSheet.ask': [
    {
      to: 'town',
      heading: '事例票の案を確認し、好事例としての公表に同意するかどうかを返答してください。',
      path: `${CASE}/case-sheet`,
      topic: 'official',
    },
  ],
  'caseSheet.recall': [
    { to: 'town', heading: '事例票の確認の依頼を取り消しました。', path: `${CASE}/case-sheet`, topic: 'official' },
  ],
  'caseSheet.remind': [
    {
      to: 'town',
      heading: '事例票の案への返答をお待ちしています。同意の返答がない限り、公表しません。',
      path: `${CASE}/case-sheet`,
      topic: 'official',
    },
  ],
  'caseSheet.agree': [
    { to: 'desk', heading: '団体が事例票の公表に同意しました。公開してください。', path: `${CASE}/case-sheet` },
  ],
  'caseSheet.decline': [
    { to: 'desk', heading: '団体が事例票の公表に同意しませんでした。', path: `${CASE}/case-sheet` },
  ],
  'caseSheet.publish': [
    {
      to: 'town',
      heading: '事例票を好事例として公開しました。同意は、いつでも撤回できます。',
      path: `${CASE}/case-sheet`,
      topic: 'official',
    },
  ],
  'caseSheet.takeOut': [
    {
      to: 'town',
      heading: '事例票を案に戻しました。公開していた場合は、公開を終えました。',
      path: `${CASE}/case-sheet`,
      topic: 'official',
    },
  ],
  'caseSheet.withdraw': [
    {
      to: 'desk',
      heading: '団体が事例票の公表の同意を撤回しました。公開していた事例票は、公開を終えました。',
      path: `${CASE}/case-sheet`,
    },
  ],

  'reminder.miss': [
    {
      to: 'managers',
      heading: '送るべきお知らせの記録がない期限があります。送信状況の「説明できない差」を確認してください。',
      path: '/deliveries',
      topic: 'escalation',
    },
  ],

  ...COMPANION_MAILS,
  ...TEAM_MAILS,

  'survey.invite': [
    {
      to: 'town',
      heading: '相談の完了に当たり、満足度調査への協力をお願いします（サインインは要りません）。',
      path: 'survey',
      due: 'survey',
      topic: 'official',
    },
  ],
  'survey.remind': [
    { to: 'town', heading: '満足度調査の期限が近づいています。', path: 'survey', due: 'survey', topic: 'official' },
  ],
};

const BY_NOUN: Record<string, NoticeTopic> = {
  person: 'account',
  inquiry: 'inquiry',
  meeting: 'meeting',
  survey: 'official',
};

export const topicOf = (type: string, rule: MailRule): NoticeTopic =>
  rule.topic ?? (isOfTeam(type) ? 'team' : (BY_NOUN[type.split('.')[0] ?? ''] ?? 'case'));
