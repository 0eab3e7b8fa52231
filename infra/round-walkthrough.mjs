// Plays a round of 伴走支援 over the public HTTP API of a running demo desk; starts one when none runs.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { callsOf, OFFICERS, TOWNS } from './round-walkthrough/calls.mjs';
import { checkTeams, sharedCheck } from './round-walkthrough/check.mjs';
import { letIn } from './round-walkthrough/crowd.mjs';
import { selectionOf } from './round-walkthrough/selecting.mjs';
import { castOf } from './walkthrough/cast.mjs';
import { expect, Report } from './walkthrough/report.mjs';
import { withDesk } from './with-desk.mjs';

const SOLVE = fileURLToPath(new URL('./matching/solve.mjs', import.meta.url));
const SECONDS = '20';

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

/** The problem of the round, solved and checked without the solver's own code. */
async function matchingOf({ as, round }, step) {
  const folder = mkdtempSync(join(tmpdir(), 'musubi-round-'));
  const file = (name) => join(folder, `${name}.json`);
  try {
    const { problem, settings } = await step('選定した団体と同意のある支援官から、編成の問題を取り出す', async () => {
      const exported = await as.secretariat.get(`/rounds/${round}/matching-problem`);
      expect(
        exported.names.length === exported.problem.municipalities.length + exported.problem.officers.length,
        'names',
      );
      writeFileSync(file('problem'), JSON.stringify(exported.problem));
      writeFileSync(file('settings'), JSON.stringify(exported.settings));
      return exported;
    });
    await step(
      `${problem.municipalities.length}団体×${problem.officers.length}人を編成し、独立に検算する`,
      async () => {
        const weights = [SOLVE, file('problem'), '--time', SECONDS, '--settings', file('settings')];
        const answer = JSON.parse(
          execFileSync(process.execPath, weights, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
        );
        writeFileSync(file('matching'), JSON.stringify({ teams: answer.teams }));
        const total = checkTeams(problem, answer.teams);
        expect(Math.abs(total - answer.total) < 0.001, 'the total counted anew', { total, said: answer.total });
        const shared = sharedCheck(file('problem'), file('matching'));
        if (shared)
          expect(
            shared.violations.length === 0 && Math.abs(shared.total - total) < 0.001,
            'the shared checker',
            shared,
          );
        expect(settings.weights.coverage > 0 && answer.bound >= total - 0.001, 'a bound', answer.bound);
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

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
  return report.end();
});
