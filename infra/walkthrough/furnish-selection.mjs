// A small round at its 審査: three 団体, ten officers of different 府省庁 whose superiors have agreed.
import { letIn } from '../round-walkthrough/crowd.mjs';
import { officerSheet, townSheet } from '../round-walkthrough/sheets.mjs';
import { agreed, closeCalls, handIn, openRound } from './round-steps.mjs';

const FIELDS = ['tourism', 'transport', 'industry', 'agriculture'];
const MINISTRIES = 'cao digital mic mof mext mhlw maff meti mlit env'.split(' ');
const NAMES = '青木 春|石井 夏|上田 秋|江口 冬|大野 海|加藤 山|木村 川|工藤 森|小林 里|佐藤 町'.split('|');
const OFFICERS = NAMES.map((name, at) => ({
  email: `member${at}@officers.example`,
  name,
  grants: [{ role: 'officer' }],
}));

/** @returns the round and the 応募 of its 団体 */
export async function furnishSelection({ base, as }, fiscalYear) {
  const { secretariat } = as;
  const towns = [
    { visitor: as.approver, code: '016331', label: '北海道上士幌町', prefectureName: '北海道' },
    { visitor: as.nishiizuApprover, code: '223069', label: '静岡県西伊豆町', prefectureName: '静岡県' },
    { visitor: as.kamiyama, code: '363421', label: '徳島県神山町', prefectureName: '徳島県' },
  ];
  const roundId = await openRound(secretariat, fiscalYear, towns.length);
  const applications = [];
  for (const [at, town] of towns.entries())
    applications.push(await handIn(town.visitor, roundId, 'town', townSheet(at + 1, town, FIELDS)));
  const officers = await letIn(base, as.admin, OFFICERS);
  for (const [at, officer] of officers.entries()) {
    const superior = `kacho${fiscalYear}-${at}@officers.example`;
    const about = { superior, towns, fields: FIELDS, ministries: [MINISTRIES[at]] };
    await handIn(officer, roundId, 'officer', { ...officerSheet(at + 3, about), excluded: [] });
    await agreed(base, superior);
  }
  await closeCalls(secretariat, roundId);
  return { roundId, applications };
}
