import type { MailRule } from './mail-rule.js';

const APPLICATION = '/applications/:subject';

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
  'consent.answer': [
    {
      to: 'applicants',
      heading: '所属長から、応募への同意についての返答がありました。',
      path: APPLICATION,
      topic: 'official',
    },
  ],
};
