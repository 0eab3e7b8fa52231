import type { EntityManager } from 'typeorm';
import type { Dashboard } from '../contract/dashboards.js';
import { byTimeliness } from '../inquiries/timely.js';
import { hrefTo } from '../platform/href.js';
import { binder } from '../platform/sql/bind.js';
import { percentHalfUp } from '../surveys/figures.js';
import { counted, type Of } from './case-figures.js';

/** 期限内率 by ministry: of what was answered and what is overdue, what came by its date. A clock that stands counts nowhere. */
export async function timeliness(db: EntityManager, of: Of, today: string): Promise<Dashboard['timeliness']> {
  const { bind, values } = binder();
  const found: { ministry: string; label: string; inTime: number; late: number }[] = await db.query(
    `SELECT mi.id AS ministry, mi.name AS label, n."inTime", n.late
     FROM (SELECT i.ministry_id, count(*) FILTER (WHERE ${byTimeliness(true, today, bind)})::int AS "inTime",
                  count(*) FILTER (WHERE ${byTimeliness(false, today, bind)})::int AS late
           FROM inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE ${counted(of, bind)} GROUP BY 1) n
     JOIN ministries mi ON mi.id = n.ministry_id WHERE n."inTime" + n.late > 0 ORDER BY mi.sort, mi.id`,
    values,
  );
  return found.map(({ ministry, label, inTime, late }) => {
    const href = (timely: boolean) =>
      hrefTo('/inquiries', { ministryId: ministry, timely: String(timely), year: of.year });
    return {
      ministry,
      label,
      inTime: { count: inTime, href: href(true) },
      late: { count: late, href: href(false) },
      percent: percentHalfUp(inTime, inTime + late),
    };
  });
}
