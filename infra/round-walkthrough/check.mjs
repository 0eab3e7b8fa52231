// Checks teams against the rules and counts their score anew, without any code of the solver.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from '../walkthrough/report.mjs';

const SHARED = fileURLToPath(new URL('../../../shared/matching/check.mjs', import.meta.url));

/** With the checker beside the product where it is there. */
export function sharedCheck(problemFile, matchingFile) {
  return existsSync(SHARED)
    ? JSON.parse(execFileSync(process.execPath, [SHARED, problemFile, matchingFile], { encoding: 'utf8' }))
    : null;
}

export function checkTeams({ teamSize, municipalities, officers }, teams) {
  const people = new Map(officers.map((one) => [one.id, one]));
  const placed = new Set();
  let total = 0;
  expect(teams.length === municipalities.length, 'every town has a team', teams.length);
  for (const town of municipalities) {
    const team = teams.find((one) => one.municipality === town.id);
    const members = (team?.officers ?? []).map((id) => people.get(id));
    expect(members.length === teamSize && members.every(Boolean), `a team of ${teamSize}`, team);
    expect(
      members.every(({ id }) => !placed.has(id)),
      'nobody is in two teams',
      team,
    );
    for (const { id } of members) placed.add(id);
    expect(
      members.every(({ consent }) => consent),
      'only with consent',
      team,
    );
    expect(
      members.every(({ excluded }) => !excluded.includes(town.id)),
      'no conflict of interest',
      team,
    );
    expect(new Set(members.map(({ ministry }) => ministry)).size === teamSize, 'different ministries', team);
    expect(
      members.some(({ grade }) => grade !== 'junior'),
      'not juniors only',
      team,
    );
    total += scoreOf(town, members, teamSize);
  }
  return total;
}

function scoreOf({ id, prefecture, themes }, members, teamSize) {
  const weights = themes.reduce((sum, { weight }) => sum + weight, 0);
  const best = (field) => Math.max(0, ...members.map(({ skills }) => skills[field] ?? 0));
  const covered = themes.reduce((sum, { field, weight }) => sum + (weight * best(field)) / 3, 0);
  const wishes = members.reduce((sum, { preferences }) => sum + ([1, 0.6, 0.3][preferences.indexOf(id)] ?? 0), 0);
  const has = (grade) => members.some((one) => one.grade === grade);
  return (
    (60 * covered) / weights +
    (members.some(({ ties }) => ties.includes(prefecture)) ? 15 : 0) +
    (15 * wishes) / teamSize +
    (members.some(({ localExperience }) => localExperience) ? 5 : 0) +
    (has('senior') && has('junior') ? 5 : 0)
  );
}
