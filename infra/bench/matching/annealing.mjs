import { randomFrom } from '../../random.mjs';

const HOT = 8;
const COLD = 0.05;
const LOOK = 1000;

/** Simulated annealing from a first proposal: exchanges two people, for a while also when that is worse. */
export function anneal({ Proposal, pointsOf, TOTAL }, start, seconds) {
  const { instance } = start;
  const random = randomFrom(1);
  const teams = start.teams.map((units) => [...units]);
  const townOf = [...start.townOf];
  const points = [...start.points];
  const began = performance.now();
  let [total, best, kept, heat] = [start.value(TOTAL), start.value(TOTAL), teams.map((units) => [...units]), HOT];
  for (let tries = 0; ; tries++) {
    if (tries % LOOK === 0) {
      const spent = (performance.now() - began) / 1000 / seconds;
      if (spent >= 1) break;
      heat = HOT * (COLD / HOT) ** spent;
    }
    const town = Math.floor(random() * teams.length);
    const leaves = teams[town][Math.floor(random() * teams[town].length)];
    const comes = Math.floor(random() * townOf.length);
    const from = townOf[comes];
    if (from === town) continue;
    const swapped = (at, out, into) => teams[at].map((unit) => (unit === out ? into : unit));
    const mine = pointsOf(instance, town, swapped(town, leaves, comes));
    const theirs = from < 0 ? 0 : pointsOf(instance, from, swapped(from, comes, leaves));
    if (mine === undefined || theirs === undefined) continue;
    const change = mine - points[town] + (from < 0 ? 0 : theirs - points[from]);
    if (change < 0 && random() >= Math.exp(change / heat)) continue;
    teams[town] = swapped(town, leaves, comes);
    points[town] = mine;
    if (from >= 0) {
      teams[from] = swapped(from, comes, leaves);
      points[from] = theirs;
    }
    [townOf[comes], townOf[leaves]] = [town, from];
    total += change;
    if (total > best + 1e-9) [best, kept] = [total, teams.map((units) => [...units])];
  }
  return new Proposal(instance, kept).value(TOTAL);
}
