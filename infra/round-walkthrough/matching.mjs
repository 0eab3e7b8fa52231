// The problem of the round, solved on the command line and checked without the solver's own code.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from '../walkthrough/report.mjs';
import { checkTeams, sharedCheck } from './check.mjs';

const SOLVE = fileURLToPath(new URL('../matching/solve.mjs', import.meta.url));
const SECONDS = '20';

export async function matchingOf({ as, round }, step) {
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
        const { stdout } = await promisify(execFile)(process.execPath, weights, { maxBuffer: 2 ** 26 });
        const answer = JSON.parse(stdout);
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
