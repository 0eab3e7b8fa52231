import prand from 'pure-rand';
import { type Aim, counted, Proposal, pointsOf } from './proposal.js';
import type { Work } from './work.js';

/** Points that an exchange may cost, at first and at last. */
const HEAT = { first: 3, last: 0.02 };
const TRIES_PER_TOWN = 100_000;
/** An exchange tried, in steps of the search. */
const COST = 16;
/** At most this share of the work that is left. */
const SHARE = 0.25;

/**
 * Exchanges units at random, of two teams or of a team and the reserve, at first also when that costs points. Ends when the
 * proposal counts `goal`. Where exchanges that help do not lead on, these often do.
 */
export function anneal(start: Proposal, aim: Aim, goal: number, work: Work): Proposal {
  const { instance } = start;
  const random = prand.xoroshiro128plus(1);
  const share = () => (random.unsafeNext() >>> 0) / 2 ** 32;
  const below = (limit: number) => Math.floor(share() * limit);
  const teams = start.teams.map((units) => [...units]);
  const townOf = start.townOf.slice();
  const points = start.points.slice();
  const exchanged = (town: number, leaves: number, comes: number) =>
    (teams[town] as number[]).map((unit) => (unit === leaves ? comes : unit));
  const counts = (town: number) => counted(aim, points[town] as number);
  const tries = Math.min(TRIES_PER_TOWN * teams.length, Math.floor((SHARE * work.left) / COST));
  let total = start.value(aim);
  let made = 0;
  for (; made < tries && total < goal; made++) {
    const town = below(teams.length);
    const team = teams[town] as number[];
    const leaves = team[below(team.length)] as number;
    const comes = below(townOf.length);
    const from = townOf[comes] as number;
    if (from === town) continue;
    const joined = exchanged(town, leaves, comes);
    const here = pointsOf(instance, town, joined);
    if (here === undefined) continue;
    let change = counted(aim, here) - counts(town);
    const other = from < 0 ? [] : exchanged(from, comes, leaves);
    const there = from < 0 ? 0 : pointsOf(instance, from, other);
    if (there === undefined) continue;
    if (from >= 0) change += counted(aim, there) - counts(from);
    const heat = HEAT.first * (HEAT.last / HEAT.first) ** (made / tries);
    if (change < 0 && share() >= Math.exp(change / heat)) continue;
    teams[town] = joined;
    points[town] = here;
    townOf[comes] = town;
    townOf[leaves] = from;
    if (from >= 0) {
      teams[from] = other;
      points[from] = there;
    }
    total += change;
  }
  work.spent += COST * made;
  return new Proposal(instance, teams);
}
