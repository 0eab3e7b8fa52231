import type { DataSource, EntityManager } from 'typeorm';
import { reachable } from '../consultations/policy.js';
import type { HandOverItem, HandOverKind } from '../contract/hand-overs.js';
import { INQUIRY_STATE_LABEL, type InquiryState } from '../contract/inquiries.js';
import { type Actor, hasRole } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { binder } from '../platform/sql/bind.js';

export interface OfDivision extends Omit<HandOverItem, 'fit'> {
  id: string;
}

interface Row {
  kind: HandOverKind;
  id: string;
  label: string;
  state: InquiryState | null;
  dueOn: string | null;
}

/** What of a division a ministry moves itself; people and the tree of divisions are kept by the administrators. */
const OF_MINISTRY: readonly HandOverKind[] = ['inquiry', 'contact'];

/** Everything open that points to a division. Titles only for those who read the case. */
export async function itemsOfDivision(
  db: DataSource | EntityManager,
  actor: Actor,
  divisionId: string,
): Promise<OfDivision[]> {
  const { bind, values } = binder();
  const id = bind(divisionId);
  const rows: Row[] = await db.query(
    `SELECT * FROM (
       SELECT 'inquiry' AS kind, i.id::text AS id, i.state, i.due_on::text AS "dueOn",
              concat_ws(' ', c.number, ${MUNICIPALITY_LABEL}, CASE WHEN ${reachable(actor, bind)} THEN c.title END) AS label
       FROM inquiries i JOIN consultations c ON c.id = i.consultation_id JOIN municipalities m ON m.code = c.municipality_code
       WHERE i.division_id = ${id} AND i.state IN ('asked', 'acknowledged', 'questioned')
       UNION ALL
       SELECT 'member', g.id::text, NULL, NULL, p.name FROM grants g JOIN people p ON p.id = g.person_id
       WHERE g.division_id = ${id} AND p.disabled_at IS NULL
       UNION ALL
       SELECT 'contact', k.id::text, NULL, NULL, concat_ws(' ', k.name, k.role) FROM contacts k
       WHERE k.division_id = ${id} AND k.valid_to IS NULL
       UNION ALL
       SELECT 'part', d.id, NULL, NULL, d.name FROM divisions d WHERE d.parent_id = ${id} AND d.valid_to IS NULL) open
     ORDER BY array_position(ARRAY['inquiry', 'member', 'contact', 'part'], kind), "dueOn", label, id`,
    values,
  );
  return rows
    .filter(({ kind }) => hasRole(actor, 'admin') || OF_MINISTRY.includes(kind))
    .map(({ kind, id: own, label, state, dueOn }) => ({
      ...{ key: `${kind}:${own}`, kind, id: own, label, dueOn },
      note: state ? INQUIRY_STATE_LABEL[state] : '',
    }));
}
