import type { EntityManager } from 'typeorm';
import type { Problem, Team } from '../matching/problem.js';
import type { ExtraRule } from '../matching/settings.js';
import { invalid } from '../platform/errors.js';
import type { RoundEntity } from '../rounds/round.entity.js';
import { problemOfRound } from './problem-of-round.js';
import type { Labels, StoredProposal, Version } from './stored-proposal.js';

type Reader = Pick<EntityManager, 'query'>;

interface RepairBasis {
  problem: Problem;
  labels: Labels;
  rules: ExtraRule[];
  /** The teams without those who dropped out: from here the moves are counted. */
  before: Team[];
}

/**
 * What a repair begins with: the round as it stands now. Towns that withdrew are in it no more, those that moved up are;
 * after the 任命 the teams are as their members are now, and who left one by hand is placed nowhere.
 */
export async function repairBasis(
  db: Reader,
  round: RoundEntity,
  one: StoredProposal,
  { teams, rules }: Pick<Version, 'teams' | 'rules'>,
  dropped: readonly string[],
): Promise<RepairBasis> {
  const known = new Set(one.problem.officers.map(({ id }) => id));
  if (dropped.some((officer) => !known.has(officer)))
    throw invalid({ officers: 'この編成案にいない支援官です。選び直してください。' });
  const now = await problemOfRound(db, round);
  const left = round.state === 'matching' ? [] : await leftByHand(db, round.id);
  const out = new Set([...dropped, ...left]);
  const officers = now.problem.officers.filter(({ id }) => known.has(id) && !out.has(id));
  const problem = { ...now.problem, officers };
  const stand = { towns: idsOf(problem.municipalities), officers: idsOf(officers) };
  const standing = round.state === 'matching' ? teams : await teamsNow(db, round.id);
  const before = problem.municipalities.map(({ id: municipality }) => ({
    municipality,
    officers: (standing.find((team) => team.municipality === municipality)?.officers ?? []).filter((officer) =>
      stand.officers.has(officer),
    ),
  }));
  if (sameTeams(before, standing)) throw invalid({ officers: '辞退した支援官を選んでください。' });
  return { problem, before, labels: merged(one.labels, now.labels), rules: rulesAmong(rules, stand) };
}

/** The teams of a round as their members are now. */
export const teamsNow = (db: Reader, roundId: string): Promise<Team[]> =>
  db.query(
    `SELECT t.application_id AS municipality, ARRAY(SELECT tm.application_id FROM team_members tm
       WHERE tm.team_id = t.id AND tm.left_on IS NULL ORDER BY tm.application_id) AS officers
     FROM teams t WHERE t.round_id = $1 AND t.ended_at IS NULL ORDER BY t.application_id`,
    [roundId],
  );

export const sameTeams = (one: readonly Team[], other: readonly Team[]): boolean => seats(one) === seats(other);

const seats = (teams: readonly Team[]): string =>
  teams
    .map(({ municipality, officers }) => [municipality, ...[...officers].sort()].join(' '))
    .sort()
    .join('\n');

/** Who left a team with a reason, and is in none now. */
async function leftByHand(db: Reader, roundId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT tm.application_id AS id FROM team_members tm JOIN teams t ON t.id = tm.team_id
     WHERE t.round_id = $1 AND tm.leaving_reason IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM team_members o WHERE o.application_id = tm.application_id AND o.left_on IS NULL)`,
    [roundId],
  );
  return rows.map(({ id }) => id);
}

const idsOf = (all: readonly { id: string }[]) => new Set(all.map(({ id }) => id));

const merged = (old: Labels, now: Labels): Labels => ({
  municipalities: { ...old.municipalities, ...now.municipalities },
  officers: { ...old.officers, ...now.officers },
  fields: now.fields,
});

/** Rules that name nobody who left, and no town that did; of a pair, no rule is left. */
function rulesAmong(rules: ExtraRule[], stand: { towns: Set<string>; officers: Set<string> }): ExtraRule[] {
  return rules.flatMap((rule): ExtraRule[] => {
    if (!('officers' in rule))
      return stand.officers.has(rule.officer) && stand.towns.has(rule.municipality) ? [rule] : [];
    const officers = rule.officers.filter((officer) => stand.officers.has(officer));
    return officers.length > 1 ? [{ ...rule, officers }] : [];
  });
}
