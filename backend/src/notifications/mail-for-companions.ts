import type { MailRule } from './mail-rule.js';

const SUPPORT = '/back-office/:id';
const APPLICATION = '/applications/:subject';

const TEAM_SURVEY = '伴走支援の調査への回答をお願いします（サインインは要りません）。';
const ONCE = '回答は、期限まで直せます。';
const SHEET = { path: 'teamSurvey', due: 'survey', topic: 'official' } as const;

/** The letters of 伴走支援. */
export const COMPANION_MAILS: Record<string, readonly MailRule[]> = {
  'application.requestReview': [
    { to: 'applicationApprovers', heading: '応募の確認を依頼されました。', path: APPLICATION, due: 'call' },
  ],
  'application.submit': [{ to: 'applicants', heading: '応募を受け付けました。', path: APPLICATION, topic: 'official' }],
  'application.withdraw': [
    { to: 'applicants', heading: '応募の取下げ又は辞退を受け付けました。', path: APPLICATION, topic: 'official' },
    {
      to: 'secretariat',
      heading: '応募の取下げ又は辞退がありました。補欠の繰上げが必要か、確認してください。',
      path: APPLICATION,
      topic: 'official',
    },
  ],
  'application.remindDraft': [
    {
      to: 'applicants',
      heading: '応募の下書きがあります。募集は24時間以内に締め切ります。締切を過ぎると応募できません。',
      path: APPLICATION,
      due: 'call',
      topic: 'official',
    },
  ],
  'application.letter': [
    {
      to: 'applicants',
      heading: '選定結果の通知文があります。次のリンクから確認してください。',
      path: APPLICATION,
      topic: 'official',
    },
  ],
  'application.moveUp': [
    { to: 'applicants', heading: '補欠から繰り上がり、支援の対象になりました。', path: APPLICATION, topic: 'official' },
  ],
  'consent.ask': [
    {
      to: 'superior',
      heading: '部下の職員が地方創生支援官に応募しました。同意するか、返答をお願いします（サインインは要りません）。',
      path: 'consent',
      topic: 'official',
    },
  ],
  'support.ask': [
    {
      to: 'supporters',
      heading: '支援チームから後方支援の依頼がありました。受け持って、回答してください。',
      path: SUPPORT,
      due: 'reply',
    },
    {
      to: 'askingTeam',
      heading: '後方支援の依頼を受け付けました。回答の見込み日は次のとおりです。',
      path: SUPPORT,
      due: 'reply',
      topic: 'official',
    },
  ],
  'support.collect': [
    { to: 'supporters', heading: '全ての府省庁の回答がそろいました。支援チームに回答してください。', path: SUPPORT },
  ],
  'support.answerTeam': [
    {
      to: 'askingTeam',
      heading: '後方支援の回答が届きました。役に立ったかどうかを知らせてください。',
      path: SUPPORT,
      topic: 'official',
    },
  ],
  'support.withdraw': [{ to: 'supporters', heading: '後方支援の依頼が取り下げられました。', path: SUPPORT }],
  'consent.answer': [
    {
      to: 'applicants',
      heading: '所属長から、応募への同意についての返答がありました。',
      path: APPLICATION,
      topic: 'official',
    },
  ],
  'teamSurvey.invite': [
    { to: 'surveyedTown', heading: `${TEAM_SURVEY}${ONCE}`, ...SHEET },
    { to: 'surveyedOfficer', heading: `${TEAM_SURVEY}${ONCE}`, ...SHEET },
  ],
  'teamSurvey.remind': [
    { to: 'surveyedTown', heading: '伴走支援の調査の期限が近づいています。', ...SHEET },
    { to: 'surveyedOfficer', heading: '伴走支援の調査の期限が近づいています。', ...SHEET },
  ],
  'round.missSurvey': [
    {
      to: 'secretariat',
      heading: '予定の期間に始まらなかった調査があります。日程を定め直してください。',
      path: '/rounds/:subject/surveys',
    },
  ],
  'continuation.carry': [
    {
      to: 'applicants',
      heading: '支援の継続のため、次の年度の応募の下書きを作りました。内容を確かめ、締切までに応募してください。',
      path: APPLICATION,
      due: 'call',
      topic: 'official',
    },
  ],
};
