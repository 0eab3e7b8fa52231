import type { MailRule } from './mail-rule.js';

/** Both sides of a team. */
const invited = (heading: string, path: string): MailRule[] =>
  (['teamMembers', 'teamTown'] as const).map((to) => ({ to, heading, path }));

/** The same, but for who did it. */
const toAll = (heading: string, path: string): MailRule[] =>
  invited(heading, path).map((rule) => ({ ...rule, notToActor: true }));

/** To those who can change it; the town sees it on the page of the team. */
const reminder = (heading: string, path: string): MailRule[] => [{ to: 'teamMembers', heading, path }];

const tell = (heading: string, finding: string): MailRule => ({
  ...{ to: 'secretariat' as const, heading },
  path: `/team-health?finding=${finding}`,
});

const VISIT = '/teams/:subject/visits/:item';
const REPORTS = '/teams/:subject/reports';
const MEETING = '/teams/:subject/meetings/:item';

/**
 * The letters of the year of a team. The subject of such an event is the team, or one membership of it, never a row of
 * the team: that row is `data.itemId`, and stands for `:item` in the path.
 */
export const TEAM_MAILS: Record<string, readonly MailRule[]> = {
  'support.tell': [
    {
      to: 'teamMembers',
      heading:
        '支援チームは、まだ後方支援を使っていません。政策ツール、支援制度、担当窓口、有識者、好事例を、事務局と府省庁に尋ねることができます。使い方を次のページで確認してください。',
      path: '/teams/:subject/support',
    },
  ],
  'team.writeTheme': toAll('支援テーマ又は取組計画が更新されました。', '/teams/:subject/theme'),
  'team.post': toAll('支援チームの会話に、新しい書込みがありました。', '/teams/:subject/talk'),
  'teamMember.leave': toAll('支援チームの支援官が交代します。引継ぎの内容を確認してください。', '/teams/:subject'),
  'teamMember.farewell': [
    { to: 'formerMember', heading: '支援チームを離れたことを記録しました。', path: '/teams', topic: 'official' },
  ],
  'teamMember.join': toAll('支援チームに支援官が加わりました。', '/teams/:subject'),
  'teamMeeting.plan': invited('支援チームの会議の日時が決まりました。', MEETING),
  'teamMeeting.move': invited('支援チームの会議の日時又は場所が変わりました。', MEETING),
  'teamMeeting.cancel': invited('支援チームの会議を取りやめました。', MEETING),
  'teamMeeting.record': toAll('支援チームの会議の記録があります。決定と約束を確認してください。', MEETING),
  'visit.plan': toAll('支援チームの現地訪問が計画されました。', VISIT),
  'visit.cancel': toAll('支援チームの現地訪問を取りやめました。', VISIT),
  'visit.finish': toAll('支援チームの現地訪問の結果が記録されました。', VISIT),
  'teamFeed.digest': invited('先週までに、ほかの支援チームが新しい取組を共有しました。', '/team-feed').map((rule) => ({
    ...rule,
    topic: 'teamFeed',
  })),
  'teamHealth.remind.noContact': reminder(
    'しばらく会議も訪問もないようです。近況を伝え合う短い会議を開いてはいかがでしょうか。',
    '/teams/:subject',
  ),
  'teamHealth.remind.noVisit': reminder(
    'しばらく現地訪問がないようです。次の訪問の日程を相談してはいかがでしょうか。',
    '/teams/:subject/visits',
  ),
  'teamHealth.remind.overduePromises': reminder(
    '期限を過ぎた約束があります。済んだものは済みにし、難しいものは期限を話し合ってください。',
    '/teams/:subject',
  ),
  'teamHealth.tell.noContact': [
    tell('会議も訪問もないままの支援チームがあります。様子を確認してください。', 'noContact'),
  ],
  'teamHealth.tell.noVisit': [tell('現地訪問がないままの支援チームがあります。様子を確認してください。', 'noVisit')],
  'teamHealth.tell.overduePromises': [
    tell('期限を過ぎた約束が残る支援チームがあります。様子を確認してください。', 'overduePromises'),
  ],
  'teamReport.propose': [
    { to: 'teamTown', heading: '報告の案ができました。確認し、同意するかどうかを返答してください。', path: REPORTS },
  ],
  'teamReport.recall': [{ to: 'teamTown', heading: '報告の案の確認の依頼は、取り消されました。', path: REPORTS }],
  'teamReport.agree': [
    { to: 'teamMembers', heading: '団体が報告に同意しました。', path: REPORTS },
    { to: 'secretariat', heading: '団体が同意した報告があります。内容を確認し、受理してください。', path: REPORTS },
  ],
  'teamReport.sendBack': [{ to: 'teamMembers', heading: '団体が報告の案を差し戻しました。', path: REPORTS }],
  'teamReport.close': invited('事務局が報告を受理しました。', REPORTS),
  'teamReport.reopen': invited('事務局が報告を作成中に戻しました。理由を確認してください。', REPORTS),
  'teamReport.soon': invited('報告の期限が近づいています。', REPORTS),
  'teamReport.overdue': [
    ...invited('報告の期限を過ぎています。', REPORTS),
    { to: 'secretariat', heading: '期限を過ぎても、団体の同意を得た報告がありません。', path: REPORTS },
  ],
};

/** Whether an event or the rule of a notice is of the year of a team. */
export const isOfTeam = (rule: string): boolean => (rule.split('/')[0] ?? '') in TEAM_MAILS;
