import type { Officer, Problem } from './problem.js';
import { shareOf } from './score.js';
import type { Settings } from './settings.js';
import type { Unit } from './units.js';
import { GROWN, JUNIOR, LOCAL, SENIOR, skillBits, TIE, Worth } from './worth.js';

export const BARRED = 0xffff;

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

export function townsOf(problem: Problem, settings: Settings, units: Unit[], clash: Uint8Array, most: number): Town[] {
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
