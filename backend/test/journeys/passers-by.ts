import type { Grant, Role } from '../../src/contract/identity.js';
import { grant } from '../builders.js';
import type { Dice } from './dice.js';

const HOKKAIDO = '010006';
const SHIZUOKA = '220001';
/** Town → prefecture. */
export const TOWNS: Record<string, string> = {
  '016331': HOKKAIDO,
  '016322': HOKKAIDO,
  '016314': HOKKAIDO,
  '223069': SHIZUOKA,
  '223042': SHIZUOKA,
};
export const MINISTRIES = ['meti', 'mlit', 'maff', 'mext'];
const DIVISIONS: Record<string, string[]> = { meti: ['meti-001', 'meti-002'], mlit: ['mlit-001'] };

/** One role of each kind first; later people have up to three, also such as nobody would plan. */
export function someGrants(throws: Dice, index: number): Grant[] {
  const roles: Role[] = [
    'municipality',
    'approver',
    'desk',
    'manager',
    'ministry',
    'officer',
    'secretariat',
    'prefecture',
    'admin',
  ];
  const first = roles[index];
  const wanted = first ? [first] : Array.from({ length: 1 + throws.below(3) }, () => throws.pick(SCOPED));
  const grants = wanted.map((role) => someGrant(throws, role));
  return [...new Map(grants.map((one) => [JSON.stringify(one), one])).values()];
}

const SCOPED: Role[] = [
  'municipality',
  'approver',
  'ministry',
  'ministry',
  'officer',
  'prefecture',
  'admin',
  'secretariat',
];

function someGrant(throws: Dice, role: Role): Grant {
  const municipalityCode = throws.pick(Object.keys(TOWNS));
  if (role === 'prefecture') return grant(role, { municipalityCode: TOWNS[municipalityCode] ?? HOKKAIDO });
  if (role === 'ministry') {
    const ministryId = throws.pick(MINISTRIES);
    return grant(role, { ministryId, divisionId: someDivision(throws, ministryId) });
  }
  return grant(role, ['municipality', 'approver', 'officer'].includes(role) ? { municipalityCode } : {});
}

export const someDivision = (throws: Dice, ministryId: string): string | null =>
  throws.chance(0.5) ? throws.pick([...(DIVISIONS[ministryId] ?? []), null]) : null;
