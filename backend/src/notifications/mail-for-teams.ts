import type { MailRule } from './mail-rule.js';

/** Both sides of a team. */
const invited = (heading: string, path: string): MailRule[] =>
  (['teamMembers', 'teamTown'] as const).map((to) => ({ to, heading, path }));

/** The same, but for who did it. */
const toAll = (heading: string, path: string): MailRule[] =>
  invited(heading, path).map((rule) => ({ ...rule, notToActor: true }));

const MEETING = '/teams/:subject/meetings/:item';

/**
 * The letters of the year of a team. The subject of such an event is the team, or one membership of it, never a row of
 * the team: that row is `data.itemId`, and stands for `:item` in the path.
 */
export const TEAM_MAILS: Record<string, readonly MailRule[]> = {
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
};

/** Whether an event or the rule of a notice is of the year of a team. */
export const isOfTeam = (rule: string): boolean => (rule.split('/')[0] ?? '') in TEAM_MAILS;
