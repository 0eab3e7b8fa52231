import type { Officer, Problem } from './problem.js';
import type { MovesRule } from './rules.js';
import { shareOf } from './score.js';
import { type Settings, sizesOf } from './settings.js';
import { GROWN, JUNIOR, LOCAL, SENIOR, skillBits, TIE, Worth } from './worth.js';

export const BARRED = 0xffff;

/** Officers who go only together: usually one, more under a rule `together`. */
export interface Unit {
  officers: number[];
  /** Of a single officer without a rule of the round: any other of the ministry with the same bits is as good. */
  ministry: number;
  plain: boolean;
}

export interface Town {
  worth: Worth;
  /** The different masks of the units, and which of them each unit has; BARRED: must not come here. */
  masks: Int32Array;
  maskOf: Uint16Array;
  /** Points for wishes of the units that wish to come. */
  wishes: Map<number, number>;
  /** Units fixed here. */
  fixed: number[];
}

/** The problem in numbers: towns, units, who may go where, and what each brings. */
export interface Instance {
  problem: Problem;
  settings: Settings;
  size: { minimum: number; maximum: number };
  mix: number;
  units: Unit[];
  sizeOf: Uint8Array;
  /** Whether two units must not meet in a team: row × units + column. */
  clash: Uint8Array;
  towns: Town[];
  moves?: Moves;
}

/** A repair counts who moves: `stayers` of a town would stay there, `called` counts those who come from the reserve. */
export interface Moves {
  stayers: Map<number, number>[];
  called: Uint8Array;
  /** So many can come new to each town. */
  newcomers: Int32Array;
  /** So many may move, less all who had a place. */
  capacity: number;
}

/** What a unit in a town adds to the count of moves: one who stays counts −1. */
export const moveCost = ({ stayers, called }: Moves, town: number, unit: number) =>
  (called[unit] as number) - (stayers[town]?.get(unit) ?? 0);

export function instanceOf(problem: Problem, settings: Settings, repair?: MovesRule): Instance {
  const size = sizesOf(settings, problem);
  const numberOf = new Map(problem.officers.map(({ id }, at) => [id, at]));
  const at = (id: string) => numberOf.get(id) as number;
  const groups = joined(settings, at);
  const ruled = new Set(
    settings.rules.filter(({ kind }) => kind === 'apart').flatMap((rule) => ('officers' in rule ? rule.officers : [])),
  );
  const ministries = [...new Set(problem.officers.map(({ ministry }) => ministry))];
  const ministryOf = new Map(ministries.map((name, number) => [name, number]));
  const grouped = new Set(groups.flat());
  const units: Unit[] = [
    ...problem.officers.flatMap(({ id, ministry }, officer) =>
      grouped.has(officer)
        ? []
        : [{ officers: [officer], ministry: ministryOf.get(ministry) as number, plain: !ruled.has(id) }],
    ),
    ...groups.map((officers) => ({ officers, ministry: -1, plain: false })),
  ];
  const unitOf = new Map(units.flatMap(({ officers }, unit) => officers.map((officer) => [officer, unit])));
  const clash = clashes(problem, settings, units, (id) => unitOf.get(at(id)) as number);
  return {
    problem,
    settings,
    size,
    mix: settings.weights.gradeMix,
    units,
    sizeOf: Uint8Array.from(units, ({ officers }) => officers.length),
    clash,
    towns: townsOf(problem, settings, units, clash, size.maximum),
    ...(repair && { moves: movesOf(problem, settings, units, repair) }),
  };
}

function movesOf(problem: Problem, settings: Settings, units: Unit[], { before, limit }: MovesRule): Moves {
  const { municipalities, officers } = problem;
  const home = new Map(before.flatMap((team) => team.officers.map((officer) => [officer, team.municipality])));
  const homesIn = ({ officers: members }: Unit) => members.map((one) => home.get((officers[one] as Officer).id));
  const stayers = municipalities.map(({ id }) => {
    const count = (unit: Unit) => homesIn(unit).filter((town) => town === id).length;
    return new Map(units.flatMap((unit, number) => (count(unit) > 0 ? [[number, count(unit)]] : [])));
  });
  const called = Uint8Array.from(units, (unit) => homesIn(unit).filter((town) => town === undefined).length);
  const { minimum } = sizesOf(settings, problem);
  const seated = new Map(before.map((team) => [team.municipality, team.officers.length]));
  const empty = municipalities.map(({ id }) => Math.max(0, minimum - (seated.get(id) ?? 0)));
  const all = empty.reduce((sum, count) => sum + count, 0);
  // Who comes to a town and who leaves it are different people, and one comes for each empty place elsewhere.
  const newcomers = Int32Array.from(empty, (count) => Math.min(Math.floor((limit + count) / 2), limit - (all - count)));
  return { stayers, called, newcomers, capacity: limit - home.size };
}

/** The officers of each group that rules `together` make; rules that share an officer make one group. */
function joined({ rules }: Settings, at: (id: string) => number): number[][] {
  let groups: number[][] = [];
  for (const rule of rules) {
    if (rule.kind !== 'together') continue;
    const members = rule.officers.map(at);
    const touching = groups.filter((group) => group.some((one) => members.includes(one)));
    groups = groups.filter((group) => !touching.includes(group));
    groups.push([...new Set([...touching.flat(), ...members])].sort((a, b) => a - b));
  }
  return groups.sort((a, b) => (a[0] as number) - (b[0] as number));
}

/** A group with two of one ministry, or kept apart, clashes with itself. */
function clashes(
  { officers }: Problem,
  { rules }: Settings,
  units: Unit[],
  unitOf: (id: string) => number,
): Uint8Array {
  const clash = new Uint8Array(units.length ** 2);
  const byMinistry = new Map<string, number[]>();
  for (const [unit, { officers: members }] of units.entries())
    for (const member of members) {
      const { ministry } = officers[member] as Officer;
      byMinistry.set(ministry, [...(byMinistry.get(ministry) ?? []), unit]);
    }
  const apart = rules.flatMap((rule) => (rule.kind === 'apart' ? [rule.officers.map(unitOf)] : []));
  for (const list of [...byMinistry.values(), ...apart])
    for (const [place, a] of list.entries())
      for (const [other, b] of list.entries()) if (place !== other) clash[a * units.length + b] = 1;
  return clash;
}

function townsOf(problem: Problem, settings: Settings, units: Unit[], clash: Uint8Array, most: number): Town[] {
  const { municipalities, officers } = problem;
  const worths = new Map<string, Worth>();
  const basics = Int32Array.from(officers, basicMask);
  const skills = skillsByField(officers);
  const none = new Uint8Array(officers.length);
  const tied = officersByTie(officers);
  const wishes = wishesByTown(problem, settings, units, most);
  const barred = barredByTown(problem, settings, units);
  const homes = homesOf(problem, settings, units);
  const impossible = units.map(
    ({ officers: members }, unit) =>
      members.some((one) => !officers[one]?.consent) ||
      members.length > most ||
      clash[unit * units.length + unit] === 1,
  );
  return municipalities.map(({ id, prefecture, themes }) => {
    const weights = themes.map(({ weight }) => weight);
    const key = weights.join(' ');
    const worth = worths.get(key) ?? new Worth(settings.weights, weights);
    worths.set(key, worth);
    const columns = themes.map(({ field }) => skills.get(field) ?? none);
    const ties = tied.get(prefecture) ?? none;
    const without = barred.get(id);
    const numbers = new Map<number, number>();
    const maskOf = new Uint16Array(units.length).fill(BARRED);
    for (const [unit, { officers: members }] of units.entries()) {
      const home = homes.get(unit);
      if (impossible[unit] || without?.has(unit) || (home && !(home.size === 1 && home.has(id)))) continue;
      let mask = 0;
      for (const one of members) {
        mask |= (basics[one] as number) | (ties[one] ? TIE : 0);
        for (const [theme, column] of columns.entries()) mask |= skillBits(theme, column[one] as number);
      }
      const number = numbers.get(mask) ?? numbers.size;
      numbers.set(mask, number);
      maskOf[unit] = number;
    }
    const fixed = [...homes].flatMap(([unit, towns]) => (towns.has(id) ? [unit] : []));
    return { worth, masks: Int32Array.from(numbers.keys()), maskOf, wishes: wishes.get(id) ?? new Map(), fixed };
  });
}

/** The towns that units are fixed at. Two for one unit contradict each other: it may go nowhere. */
function homesOf({ officers }: Problem, { rules }: Settings, units: Unit[]): Map<number, Set<string>> {
  const homes = new Map<number, Set<string>>();
  for (const rule of rules) {
    if (rule.kind !== 'pin') continue;
    const unit = units.findIndex(({ officers: members }) => members.some((one) => officers[one]?.id === rule.officer));
    homes.set(unit, (homes.get(unit) ?? new Set()).add(rule.municipality));
  }
  return homes;
}

function barredByTown({ officers }: Problem, { rules }: Settings, units: Unit[]): Map<string, Set<number>> {
  const bans = rules.flatMap((rule) => (rule.kind === 'ban' ? [rule] : []));
  const barred = new Map<string, Set<number>>();
  for (const [unit, { officers: members }] of units.entries())
    for (const member of members) {
      const { id, excluded } = officers[member] as Officer;
      const banned = bans.filter(({ officer }) => officer === id).map(({ municipality }) => municipality);
      for (const town of [...excluded, ...banned]) barred.set(town, (barred.get(town) ?? new Set()).add(unit));
    }
  return barred;
}

function wishesByTown({ officers }: Problem, settings: Settings, units: Unit[], size: number) {
  const wishes = new Map<string, Map<number, number>>();
  for (const [unit, { officers: members }] of units.entries())
    for (const member of members) {
      const { preferences } = officers[member] as Officer;
      for (const town of new Set(preferences)) {
        const points = (settings.weights.preference * shareOf(settings, preferences.indexOf(town))) / size;
        const here = wishes.get(town) ?? new Map<number, number>();
        wishes.set(town, here.set(unit, (here.get(unit) ?? 0) + points));
      }
    }
  return wishes;
}

function skillsByField(officers: Officer[]): Map<string, Uint8Array> {
  const byField = new Map<string, Uint8Array>();
  for (const [officer, { skills }] of officers.entries())
    for (const [field, skill] of Object.entries(skills)) {
      const column = byField.get(field) ?? new Uint8Array(officers.length);
      column[officer] = skill;
      byField.set(field, column);
    }
  return byField;
}

function officersByTie(officers: Officer[]): Map<string, Uint8Array> {
  const tied = new Map<string, Uint8Array>();
  for (const [officer, { ties }] of officers.entries())
    for (const prefecture of ties) {
      const column = tied.get(prefecture) ?? new Uint8Array(officers.length);
      column[officer] = 1;
      tied.set(prefecture, column);
    }
  return tied;
}

const GRADES = { junior: JUNIOR, middle: GROWN, senior: SENIOR | GROWN };

const basicMask = ({ grade, localExperience }: Officer) => GRADES[grade] | (localExperience ? LOCAL : 0);
