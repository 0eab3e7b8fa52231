import { readable } from '../consultations/policy.js';
import { mayFilterByMinistry } from '../consultations/view-policy.js';
import type { SearchQuestion } from '../contract/search.js';
import type { Bind } from '../platform/sql/bind.js';
import type { Asked } from './source.js';

/** What the filters say, of the columns of a case. */
export function filtered(of: string, { state, prefecture, field, year }: SearchQuestion, bind: Bind): string[] {
  const where = [];
  if (state) where.push(`${of}.state = ANY (${bind(state)})`);
  if (prefecture) where.push(`${of}.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`);
  if (field) where.push(`${of}.field_codes @> ARRAY[${bind(field)}]`);
  if (year) where.push(`${of}.fiscal_year = ${bind(year)}`);
  return where;
}

/** What the reader may read, and what the filters say, of `consultations c`. */
export const caseConditions = ({ actor, filter }: Asked, bind: Bind): string[] => [
  readable(actor, bind),
  ...filtered('c', filter, bind),
];

/** Of `consultations c`: the ministry was asked, as far as the reader may learn it by a filter. */
export function askedOf({ actor, filter: { ministry } }: Asked, bind: Bind): string[] {
  if (!ministry) return [];
  if (!mayFilterByMinistry(actor, ministry)) return ['false'];
  return [
    `EXISTS (SELECT 1 FROM ministry_cases k WHERE k.consultation_id = c.id AND k.ministry_id = ${bind(ministry)})`,
  ];
}
