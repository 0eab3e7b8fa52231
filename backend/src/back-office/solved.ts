import type { DataSource } from 'typeorm';
import { readableSupport } from '../consultations/policy.js';
import type { SolvedRequest } from '../contract/back-office.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { fold } from '../platform/fold.js';
import { containing } from '../platform/search/grams.js';
import { binder } from '../platform/sql/bind.js';
import type { TellingWord } from '../routing/telling-words.js';

/** A mark from which an answer counts as one that helped. */
const HELPED = 4;
const NEWEST = 1000;
const SHOWN = 5;

/**
 * Answered requests that the officer may read and that use the same telling words. What helped a team whose town named
 * the same 政策分野 comes first.
 */
export function solvedLike(
  db: DataSource,
  actor: Actor,
  teamId: string,
  words: readonly TellingWord[],
): Promise<SolvedRequest[]> {
  const { bind, values } = binder();
  const said = `unnest(${bind(words.map(({ word }) => word))}::text[], ${bind(words.map(({ word }) => containing(fold(word))))}::text[],
    ${bind(words.map(({ weight }) => weight))}::float8[]) AS w (word, pattern, weight)`;
  const fieldsOf = (team: string) => `SELECT p ->> 'field' FROM teams ft JOIN applications a ON a.id = ft.application_id
    CROSS JOIN jsonb_array_elements(a.sheet -> 'problems') p WHERE ft.id = ${team}`;
  const own = bind(teamId);
  return db.query(
    `WITH newest AS MATERIALIZED (
       SELECT c.id, s.search_text, s.team_id, c.closed_at FROM support_requests s JOIN consultations c ON c.id = s.id
       WHERE c.state = 'closed' AND ${readableSupport(actor, bind)} ORDER BY c.closed_at DESC, c.id LIMIT ${NEWEST}),
     hits AS (
       SELECT n.id, sum(w.weight) AS weight, array_agg(w.word ORDER BY w.weight DESC, w.word) AS words
       FROM newest n JOIN ${said} ON n.search_text LIKE w.pattern GROUP BY n.id)
     SELECT c.id, c.number, c.title, jsonb_build_object('code', k.code, 'name', k.name) AS kind, ${MUNICIPALITY_LABEL} AS municipality, s.team_id = ${own} AS own, s.answer,
       s.usefulness, same.fields AS "sameFields", h.words
     FROM hits h JOIN support_requests s USING (id) JOIN consultations c ON c.id = s.id
     JOIN support_kinds k ON k.code = s.kind JOIN municipalities m ON m.code = c.municipality_code
     CROSS JOIN LATERAL (SELECT ARRAY(SELECT f.name FROM policy_fields f
       WHERE f.code IN (${fieldsOf(own)}) AND f.code IN (${fieldsOf('s.team_id')}) ORDER BY f.sort) AS fields) same
     ORDER BY s.usefulness >= ${HELPED} AND cardinality(same.fields) > 0 DESC NULLS LAST, h.weight DESC, c.closed_at DESC, c.id
     LIMIT ${SHOWN}`,
    values,
  );
}
