// `npm run -s matching:solve -- problem.json > matching.json`: the best teams of officers for the towns of a round, or the
// best so far when it is stopped. Progress goes to the standard error. All options: docs/matching.md.
import { fileURLToPath } from 'node:url';
import { Failure } from '../failure.mjs';
import { explanationsOf } from './explanations.mjs';
import { loadMatching } from './load.mjs';
import { readOptions } from './options.mjs';
import { followed } from './progress.mjs';
import { readTask } from './task.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Teams given with --previous alone are only explained; otherwise the search finds them. */
async function answerOf(matching, { task, given }, options) {
  if (given) return { teams: given };
  const outcome = await followed(new matching.Solver(task, matching.progress), options.seconds);
  if ('answer' in outcome) return outcome.answer;
  const lines = outcome.conflict.map((rule) => `・${matching.ruleInWords(rule, task.problem, task.settings)}`);
  const kinds = outcome.conflict.map(({ kind }) => kind).join(', ');
  throw new Failure(
    `編成できません。次の${lines.length}つを同時に満たす編成はありません。どれかを見直してください。\n${lines.join('\n')}`,
    `No teams keep these rules together: ${kinds}. Change one of them.`,
  );
}

try {
  const options = readOptions();
  const matching = await loadMatching(root);
  const read = readTask(matching, options);
  const answer = await answerOf(matching, read, options);
  const explanations = explanationsOf(matching, { ...read.task, teams: answer.teams }, options);
  process.stdout.write(`${JSON.stringify({ ...answer, ...(explanations.length > 0 && { explanations }) }, null, 1)}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Failure ? error.message : (error.stack ?? error).slice(0, 2000)}\n`);
  process.exitCode = 1;
}
