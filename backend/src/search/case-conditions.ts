import { readable } from '../consultations/policy.js';
import { mayFilterByMinistry } from '../consultations/view-policy.js';
import type { Bind } from '../platform/sql/bind.js';
import type { Asked } from './source.js';

/** What the reader may read, and what the filters say, of `consultations c`. */
export function caseConditions({ actor, filter }: Asked, bind: Bind): string[] {
  const { state, prefecture, field, year } = filter;
  const where = [readable(actor, bind)];
  if (state) where.push(`c.state = ANY (${bind(state)})`);
  if (prefecture) where.push(`c.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`);
  if (field) where.push(`c.field_codes @> ARRAY[${bind(field)}]`);
  if (year) where.push(`c.fiscal_year = ${bind(year)}`);
  return where;
}

/** Of `consultations c`: the ministry was asked, as far as the reader may learn it by a filter. */
export function askedOf({ actor, filter: { ministry } }: Asked, bind: Bind): string[] {
  if (!ministry) return [];
  if (!mayFilterByMinistry(actor, ministry)) return ['false'];
  return [
    `EXISTS (SELECT 1 FROM ministry_cases k WHERE k.consultation_id = c.id AND k.ministry_id = ${bind(ministry)})`,
  ];
}
