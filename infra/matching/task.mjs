import { readFileSync } from 'node:fs';
import { Failure } from '../failure.mjs';

const SHOWN = 10;

/** What to solve, from the files named; `given`: teams that are only to be explained. */
export function readTask(matching, options) {
  const { previous, without } = options;
  const all = readInput(options.file, matching.Problem);
  const settings = options.settings ? readInput(options.settings, matching.Settings) : matching.Settings.parse({});
  const teams = previous ? readInput(previous, matching.Matching).teams : [];
  refuse(options.settings ?? previous ?? options.file, matching.unknownNames(all, settings, teams, without));
  const stays = (id) => !without.includes(id);
  const problem = { ...all, officers: all.officers.filter(({ id }) => stays(id)) };
  const left = { ...settings, rules: settings.rules.flatMap((rule) => ruleWithout(rule, stays)) };
  const before = teams.map((team) => ({ ...team, officers: team.officers.filter(stays) }));
  const repair = without.length > 0 ? { repair: { before, limit: options.moves } } : {};
  const task = { problem, settings: left, fair: options.fair, seconds: options.seconds, ...repair };
  return { task, given: previous && without.length === 0 ? teams : undefined };

  function readInput(file, schema) {
    const parsed = schema.safeParse(readJson(file));
    if (!parsed.success) refuse(file, matching.faultsOf(parsed.error.issues));
    return parsed.data;
  }
}

/** A rule about people who left holds for the others. */
function ruleWithout(rule, stays) {
  if ('officer' in rule) return stays(rule.officer) ? [rule] : [];
  const officers = rule.officers.filter(stays);
  return officers.length > 1 ? [{ ...rule, officers }] : [];
}

function readJson(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Failure(
      `${file} を読めません。ファイルの名前と場所を確かめてください。`,
      `Cannot read ${file} (${error.code}). Check its name and place.`,
    );
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Failure(
      `${file} は JSON ではありません。中身を確かめてください。`,
      `${file} is not JSON: ${error.message}`,
    );
  }
}

function refuse(file, faults) {
  if (faults.length === 0) return;
  const shown = faults.slice(0, SHOWN);
  const rest = faults.length > SHOWN ? `\nほか${faults.length - SHOWN}件` : '';
  throw new Failure(
    `${file} を直してください。\n${shown.map(({ field, japanese }) => `・${field}: ${japanese}`).join('\n')}${rest}`,
    shown.map(({ field, english }) => `${field}: ${english}`).join('; '),
  );
}
