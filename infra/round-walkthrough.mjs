// Plays a round of 伴走支援 over the public HTTP API of a running demo desk; starts one when none runs.
import { backOfficeOf } from './round-walkthrough/back-office.mjs';
import { callsOf, OFFICERS, TOWNS } from './round-walkthrough/calls.mjs';
import { letIn } from './round-walkthrough/crowd.mjs';
import { kickOffOf } from './round-walkthrough/kick-off.mjs';
import { matchingOf } from './round-walkthrough/matching.mjs';
import { reportsOf } from './round-walkthrough/reports.mjs';
import { selectionOf } from './round-walkthrough/selecting.mjs';
import { surveysOf } from './round-walkthrough/surveys.mjs';
import { visitsOf } from './round-walkthrough/visits.mjs';
import { workbenchOf } from './round-walkthrough/workbench.mjs';
import { startOf } from './round-walkthrough/year.mjs';
import { castOf } from './walkthrough/cast.mjs';
import { Report } from './walkthrough/report.mjs';
import { withDesk } from './with-desk.mjs';

/** Towns all over the country, and officers, with accounts. */
async function crowdOf(base, admin) {
  const all = [];
  for (const kind of ['town', 'village'])
    for (let page = 1; page < 12; page += 1)
      all.push(...(await admin.get(`/municipalities?kind=${kind}&size=100&page=${page}`)).items);
  const every = Math.floor(all.length / TOWNS);
  const towns = Array.from({ length: TOWNS }, (_, at) => all[at * every]);
  const officers = Array.from({ length: OFFICERS }, (_, at) => String(at + 1).padStart(3, '0'));
  const visitors = await letIn(base, admin, [
    ...towns.map(({ code, label }) => ({
      email: `kikaku@t${code}.example`,
      name: `${label} 企画`,
      grants: ['municipality', 'approver'].map((role) => ({ role, municipalityCode: code })),
    })),
    ...officers.map((no) => ({
      email: `shokuin${no}@officers.example`,
      name: `職員 ${no}`,
      grants: [{ role: 'officer' }],
    })),
  ]);
  return {
    towns: towns.map((town, at) => ({ kind: 'town', town, visitor: visitors[at] })),
    officers: officers.map((no, at) => ({
      kind: 'officer',
      superior: `kacho${no}@officers.example`,
      visitor: visitors[TOWNS + at],
    })),
  };
}

/** What the teams do in their year, one after the other. */
const YEAR = [
  ['顔合わせと定例会議', kickOffOf],
  ['現地訪問と活動の状況', visitsOf],
  ['後方支援', backOfficeOf],
  ['中間報告、最終報告、全体報告', reportsOf],
  ['調査と継続', surveysOf],
];

process.exitCode = await withDesk(async (base) => {
  const report = new Report('round');
  const as = castOf(base);
  const now = async () => new Date((await as.admin.get('/demo/clock')).now);
  const scene = { base, as, now };
  await report.story('募集：二つの募集、締切の混雑、所属長の同意', async (step) => {
    const { towns, officers } = await step(`${TOWNS}団体と${OFFICERS}人が招待を受け、サインインする`, () =>
      crowdOf(base, as.admin),
    );
    const fields = (await as.secretariat.get('/policy-fields')).items.map(({ code }) => code);
    const ministries = (await as.secretariat.get('/ministries')).items.map(({ id }) => id);
    Object.assign(
      scene,
      { fields, ministries },
      await callsOf({ ...scene, towns, officers, fields, ministries }, step),
    );
  });
  if (scene.round) await report.story('選定：審査、補欠、通知文、繰上げ', (step) => selectionOf(scene, step));
  if (scene.round) await report.story('編成：問題の取出しと検算', (step) => matchingOf(scene, step));
  if (scene.round)
    await report.story('編成の作業台：案、手直し、比較、辞退、任命、公表', (step) => workbenchOf(scene, step));
  if (scene.round)
    await report.story('支援期間の始まり', async (step) => {
      scene.teams = await startOf(scene, step);
    });
  for (const [name, play] of YEAR) if (scene.teams) await report.story(name, (step) => play(scene, step));
  return report.end();
});
