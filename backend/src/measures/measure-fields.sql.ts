import type { CallState } from '../contract/measures.js';

/** Days before the end of a call from which it is said to be closing. */
const CLOSING_DAYS = 14;

/** Where the call of a measure `m` stands on the day that `today` is bound to. */
export const callState = (today: string): string => {
  const cases: [CallState, string][] = [
    ['none', 'm.apply_from IS NULL AND m.apply_until IS NULL'],
    ['ended', `m.apply_until < ${today}::date`],
    ['ahead', `m.apply_from > ${today}::date`],
    ['closing', `m.apply_until - ${today}::date <= ${CLOSING_DAYS}`],
  ];
  return `CASE ${cases.map(([state, when]) => `WHEN ${when} THEN '${state}'`).join(' ')} ELSE 'open' END`;
};

/** The owners of a measure `m`, each with whoever has taken over a division that ended. */
export const OWNERS = `coalesce((
  SELECT jsonb_agg(o.owner - 'divisionId' || jsonb_build_object('today', CASE WHEN t.id IS NOT NULL THEN
           jsonb_build_object('ministry', tm.name, 'division', t.name) END) ORDER BY o.position)
  FROM jsonb_array_elements(m.owners) WITH ORDINALITY AS o (owner, position)
  LEFT JOIN divisions_today t ON t.id = o.owner ->> 'divisionId'
  LEFT JOIN ministries tm ON tm.id = t.ministry_id), '[]')`;

/** Measures `m` that belong to the ministry, by name or because it has taken over; with a day, on that day. */
export const ownedBy = (ministry: string, day?: string): string => `EXISTS (
  SELECT 1 FROM jsonb_array_elements(m.owners) o LEFT JOIN divisions_today t ON t.id = o ->> 'divisionId'
  WHERE coalesce(t.ministry_id, o ->> 'ministryId') = ${ministry}
    ${day ? `AND coalesce((o ->> 'validTo')::date >= ${day}::date, true)` : ''})`;

/** Measures `m` at a node of the logic model or below it. */
export const below = (node: string): string => `m.node_code IN (
  WITH RECURSIVE down AS (
    SELECT code FROM logic_model_nodes WHERE code = ${node}
    UNION SELECT n.code FROM logic_model_nodes n JOIN down ON n.parent_code = down.code)
  SELECT code FROM down)`;

export const SUMMARY = `m.id, m.edition, m.kind, m.ref AS "sourceRef", m.title, m.place, m.common_name AS "commonName",
  (SELECT coalesce(jsonb_agg(f.name ORDER BY f.sort), '[]') FROM policy_fields f WHERE f.code = ANY (m.fields)) AS fields,
  ${OWNERS} AS owners, m.programs, m.apply_from::text AS "applyFrom", m.apply_until::text AS "applyUntil",
  m.text <> '' AS "hasText"`;

/** Beyond the summary, of one measure. */
export const DETAIL = `m.number, m.eligible, m.requirements, m.rate, m.ceiling, m.law, m.contact,
  m.fiscal_year AS "fiscalYear", m.grant_type AS "grantType", m.links, m.keywords, m.text, m.source,
  m.source_line AS "sourceLine", m.version, m.block, m.node_code AS node,
  (SELECT jsonb_build_object('id', r.id, 'sourceRef', r.ref) FROM measures r WHERE r.id = m.repeat_of) AS "repeatOf",
  coalesce((WITH RECURSIVE up AS (
      SELECT n.*, 1 AS height FROM logic_model_nodes n WHERE n.code = m.node_code
      UNION ALL SELECT n.*, up.height + 1 FROM logic_model_nodes n JOIN up ON n.code = up.parent_code)
    SELECT jsonb_agg(jsonb_build_object('code', code, 'name', name) ORDER BY height DESC) FROM up), '[]') AS path`;
