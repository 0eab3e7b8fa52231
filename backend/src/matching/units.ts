import type { Officer, Problem } from './problem.js';
import type { Settings } from './settings.js';

/** Officers who go only together: usually one, more under a rule `together`. */
export interface Unit {
  officers: number[];
  /** Of a single officer without a rule of the round: any other of the ministry with the same bits is as good. */
  ministry: number;
  plain: boolean;
}

/** The officers of each group that rules `together` make; rules that share an officer make one group. */
export function joined({ rules }: Settings, at: (id: string) => number): number[][] {
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
export function clashes(
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
