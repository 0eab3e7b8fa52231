import type { EntityManager } from 'typeorm';
import { OPEN_STATES } from '../contract/lifecycle.js';
import { DomainError } from '../platform/errors.js';

const OPEN = OPEN_STATES.map((state) => `'${state}'`).join(', ');
const LIVE = `'asked', 'acknowledged', 'questioned'`;
const DESK = `ARRAY['desk', 'manager']`;
const NONE = 'NULL::text';
const SECRETARIAT = `ARRAY['secretariat']`;

const answersFor = (grant: string) => `${grant}.role = 'ministry' AND ${grant}.ministry_id = i.ministry_id
  AND (${grant}.division_id IS NULL OR ${grant}.division_id = i.division_id)`;
const decides = (grant: string) => `${grant}.role = 'manager' AND ${grant}.person_id <> r.requested_by
  AND NOT EXISTS (SELECT 1 FROM approvals a WHERE a.reply_id = r.id AND a.round = r.round AND a.decision = 'approved'
    AND ${grant}.person_id IN (a.approver_id, a.stand_in_for))`;
const nobodyElse = (
  does: (grant: string) => string,
) => `NOT EXISTS (SELECT 1 FROM grants o JOIN people p ON p.id = o.person_id
  WHERE o.person_id <> g.person_id AND p.disabled_at IS NULL AND ${does('o')})`;

/**
 * Everything open that points to a person: what must be handed over before they go, and which role can take it. What a
 * whole office sees (a ministry's inquiries, replies in 決裁) counts for the last person who can do it.
 * @param day an SQL expression: today in Tokyo
 */
export const openItems = (day: string): string => `(
  SELECT 'case' AS kind, c.id::text AS id, c.owner_id AS person_id, c.id AS consultation_id,
         CASE WHEN c.team_id IS NULL THEN ${DESK} ELSE ${SECRETARIAT} END AS roles,
         ${NONE} AS municipality_code, ${NONE} AS ministry_id, c.due_on
  FROM consultations c WHERE c.owner_id IS NOT NULL AND c.state IN (${OPEN})
  UNION ALL
  SELECT CASE WHEN c.state IN ('draft', 'reviewing') THEN 'draft' ELSE 'townCase' END, c.id::text, c.created_by, c.id,
         CASE WHEN c.proxy_channel IS NULL THEN ARRAY['municipality', 'approver'] ELSE ARRAY['desk'] END,
         CASE WHEN c.proxy_channel IS NULL THEN c.municipality_code END, NULL, c.due_on
  FROM consultations c
  WHERE c.team_id IS NULL AND (c.state IN ('draft', 'reviewing') OR c.proxy_channel IS NULL AND c.state IN (${OPEN}))
  UNION ALL
  SELECT 'actionItem', a.id::text, a.owner_id, a.consultation_id, ${DESK}, NULL, NULL, a.due_on
  FROM action_items a WHERE a.done_at IS NULL AND a.owner_id IS NOT NULL
  UNION ALL
  SELECT 'followUp', t.id::text, t.owner_id, s.consultation_id, ARRAY['manager'], NULL, NULL, NULL
  FROM follow_up_tasks t JOIN survey_responses r ON r.id = t.response_id
  LEFT JOIN survey_invitations s ON s.id = r.invitation_id WHERE t.done_at IS NULL AND t.owner_id IS NOT NULL
  UNION ALL
  SELECT DISTINCT 'inquiry', i.id::text, g.person_id, i.consultation_id, ARRAY['ministry'], NULL, i.ministry_id, i.due_on
  FROM inquiries i JOIN grants g ON ${answersFor('g')}
  WHERE i.state IN (${LIVE}) AND ${nobodyElse(answersFor)}
  UNION ALL
  SELECT 'approval', r.id::text, g.person_id, r.consultation_id, ARRAY['manager'], NULL, NULL, c.due_on
  FROM replies r JOIN consultations c ON c.id = r.consultation_id AND c.state = 'approving' JOIN grants g ON ${decides('g')}
  WHERE r.state = 'approving' AND ${nobodyElse(decides)}
  UNION ALL
  SELECT 'deputy', a.id::text, a.deputy_id, NULL, NULL, NULL, NULL, a.from_on
  FROM absences a WHERE a.deputy_id IS NOT NULL AND a.until_on >= ${day})`;

/** Refuses to let somebody go who holds open items. @throws DomainError conflict */
export async function mustHoldNothing(tx: EntityManager, personId: string, today: string): Promise<void> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count FROM ${openItems('$2::date')} o WHERE o.person_id = $1`,
    [personId, today],
  );
  if (!row || row.count === 0) return;
  throw new DomainError(
    'conflict',
    'person.holds_items',
    `この人には、未了の仕事が${row.count}件あります。先に「引継ぎ」で後任に引き継いでください。引継ぎと同時に利用を停止することもできます。`,
  );
}

/** The same for what a change of roles leaves behind: open items that their holder can no longer do. */
export async function mustFitRoles(tx: EntityManager, personId: string, before: readonly OpenItem[]): Promise<void> {
  const [row]: { count: number }[] = await tx.query(
    `SELECT count(*)::int AS count
     FROM jsonb_to_recordset($2::jsonb) AS o (roles text[], municipality_code text, ministry_id text)
     WHERE o.roles IS NOT NULL AND NOT EXISTS (SELECT 1 FROM grants g WHERE g.person_id = $1 AND ${fits('g', 'o')})`,
    [personId, JSON.stringify(before)],
  );
  if (!row || row.count === 0) return;
  throw new DomainError(
    'conflict',
    'person.holds_items',
    `この役割で受け持っている未了の仕事が${row.count}件あります。先に「引継ぎ」で後任に引き継いでください。`,
  );
}

export interface OpenItem {
  kind: string;
  id: string;
  consultation_id: string | null;
  roles: string[] | null;
  municipality_code: string | null;
  ministry_id: string | null;
}

/** Whether a grant lets its person do an open item. */
export const fits = (grant: string, item: string): string => `${grant}.role = ANY (${item}.roles)
  AND (${item}.municipality_code IS NULL OR ${grant}.municipality_code = ${item}.municipality_code)
  AND (${item}.ministry_id IS NULL OR ${grant}.ministry_id = ${item}.ministry_id)`;

/** @param personId whose, in no order */
export const openItemsOf = (tx: EntityManager, personId: string, today: string): Promise<OpenItem[]> =>
  tx.query(`SELECT * FROM ${openItems('$2::date')} o WHERE o.person_id = $1`, [personId, today]);
