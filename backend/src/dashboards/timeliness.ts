import type { EntityManager } from 'typeorm';
import type { Dashboard } from '../contract/dashboards.js';
import { hrefTo } from '../platform/href.js';
import { percentHalfUp } from '../surveys/figures.js';
import { readTally } from '../tallies/tallies.js';
import type { Of } from './case-figures.js';
import { IN_TIME, LATE } from './case-tally.js';

/** 期限内率 by ministry: of what was answered and what is overdue, what came by its date. A clock that stands counts nowhere. */
export async function timeliness(db: EntityManager, { year }: Of, today: string): Promise<Dashboard['timeliness']> {
  const found = await readTally(db, 'timeliness', year);
  const named: { ministry: string; label: string }[] = await db.query(
    'SELECT id AS ministry, name AS label FROM ministries ORDER BY sort, id',
  );
  return named.flatMap(({ ministry, label }) => {
    const count = (holds: (also: string) => boolean) =>
      found.filter(({ key, also }) => key === ministry && holds(also)).reduce((sum, { n }) => sum + n, 0);
    const inTime = count((also) => also === IN_TIME);
    const late = count((also) => also === LATE || (also !== IN_TIME && also < today));
    if (inTime + late === 0) return [];
    const href = (timely: boolean) => hrefTo('/inquiries', { ministryId: ministry, timely: String(timely), year });
    return {
      ministry,
      label,
      inTime: { count: inTime, href: href(true) },
      late: { count: late, href: href(false) },
      percent: percentHalfUp(inTime, inTime + late),
    };
  });
}
