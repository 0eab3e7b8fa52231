import type { DataSource } from 'typeorm';
import { readable } from '../consultations/policy.js';
import { type ConsultationState, STATE_LABEL } from '../contract/lifecycle.js';
import type { SimilarCase } from '../contract/suggestions.js';
import type { Actor } from '../identity/actor.js';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { fold } from '../platform/fold.js';
import { containing } from '../platform/search/grams.js';
import { binder } from '../platform/sql/bind.js';
import { instant } from '../platform/sql/json.js';
import type { TellingWord } from './telling-words.js';

/** A year of cases or more. Older ones are not looked at, so that what is read does not grow with the number of cases. */
const NEWEST = 1000;
const SHOWN = 5;
/** One word in common is a chance. */
const IN_COMMON = 2;

/** Submitted cases that the actor may read and that use the same telling words, those with the most telling ones first. */
export async function similarCases(
  db: DataSource,
  actor: Actor,
  id: string,
  words: readonly TellingWord[],
): Promise<SimilarCase[]> {
  if (words.length < IN_COMMON) return [];
  const { bind, values } = binder();
  const rows: (Omit<SimilarCase, 'stateLabel'> & { state: ConsultationState })[] = await db.query(
    `WITH newest AS MATERIALIZED (
       SELECT c.id, c.search_text FROM consultations c
       WHERE c.number IS NOT NULL AND c.submitted_at IS NOT NULL AND c.id <> ${bind(id)} AND ${readable(actor, bind)}
       ORDER BY c.submitted_at DESC NULLS LAST, c.id LIMIT ${bind(NEWEST)}),
     hits AS (
       SELECT n.id, w.word, w.weight FROM newest n
       JOIN unnest(${bind(words.map(({ word }) => word))}::text[], ${bind(words.map(({ word }) => containing(fold(word))))}::text[],
         ${bind(words.map(({ weight }) => weight))}::float8[]) AS w (word, pattern, weight) ON n.search_text LIKE w.pattern)
     SELECT c.id, c.number, c.title, c.state, ${MUNICIPALITY_LABEL} AS municipality,
       ${instant('c.submitted_at')} AS "submittedAt", h.words
     FROM (SELECT id, sum(weight) AS weight, array_agg(word ORDER BY weight DESC, word) AS words
           FROM hits GROUP BY id HAVING count(*) >= ${bind(IN_COMMON)}) h
     JOIN consultations c ON c.id = h.id JOIN municipalities m ON m.code = c.municipality_code
     ORDER BY h.weight DESC, c.submitted_at DESC, c.id LIMIT ${bind(SHOWN)}`,
    values,
  );
  return rows.map(({ state, ...row }) => ({ ...row, stateLabel: STATE_LABEL[state] }));
}
