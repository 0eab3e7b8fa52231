// A 支援チーム in its year, made as in life: calls, 選定, 編成, 任命, the first day. 上士幌町, the officer of the demo
// and a colleague; another colleague stays in reserve.
import { letIn } from '../round-walkthrough/crowd.mjs';
import { officerSheet, townSheet } from '../round-walkthrough/sheets.mjs';
import { agreed, closeCalls, handIn, openRound, review, solved } from './round-steps.mjs';

const TOWN = { code: '016331', label: '北海道上士幌町' };
const FIELDS = ['tourism', 'transport'];
const PROBLEMS = [
  { field: 'tourism', text: '湖と牧場を訪れる人は増えたが、宿泊せずに帰る人が多い。' },
  { field: 'transport', text: '通院と買物の足が減り、車を運転しない人の外出が難しい。' },
];
/** So that the officer of the demo is in the team. */
const FITTING = { wishes: [{ place: TOWN.code }], fields: FIELDS.map((field) => ({ field, years: '14' })) };
const MINISTRIES = ['mlit', 'env', 'meti'];
const COLLEAGUES = ['環境 太郎', '経済 花子'].map((name, at) => ({
  email: `colleague${at}@officers.example`,
  name,
  grants: [{ role: 'officer' }],
}));

/** @returns the team and its round; of one that is there already, that */
export async function furnishTeam({ base, as }, fiscalYear = 2026) {
  const { secretariat, manager, approver, officer } = as;
  const [known] = (await officer.get('/teams')).items;
  if (known) return { id: known.id, roundId: known.round.id };
  const round = await openRound(secretariat, fiscalYear, 1);
  const town = await handIn(approver, round, 'town', { ...townSheet(1, TOWN, FIELDS), problems: PROBLEMS });
  const officers = [officer, ...(await letIn(base, as.admin, COLLEAGUES))];
  for (const [at, one] of officers.entries()) {
    const superior = `kacho${fiscalYear}-${at}@officers.example`;
    const about = { superior, towns: [], fields: FIELDS, ministries: [MINISTRIES[at]] };
    await handIn(one, round, 'officer', { ...officerSheet(at + 3, about), excluded: [], ...(at === 0 && FITTING) });
    await agreed(base, superior);
  }
  await closeCalls(secretariat, round);
  await chosen(as, round, town);
  const { id: proposal } = await secretariat.post(`/rounds/${round}/proposals`, {
    name: '案',
    seconds: 5,
    teamSize: { minimum: 2, maximum: 2 },
  });
  const { version } = await solved(secretariat, proposal);
  await manager.post(`/proposals/${proposal}/approve`, { version, reason: '任命のため' });
  await secretariat.post(`/rounds/${round}/steps/start`);
  return { id: (await officer.get('/teams')).items[0].id, roundId: round };
}

async function chosen({ secretariat, manager }, round, applicationId) {
  await secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds: [(await manager.get('/me')).id] });
  await review(manager, applicationId);
  const items = [{ applicationId, outcome: 'chosen', reason: '審査の合議による' }];
  await secretariat.post(`/rounds/${round}/decisions`, { items });
  await manager.post(`/rounds/${round}/steps/settleSelection`);
}
