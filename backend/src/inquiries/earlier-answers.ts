import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EarlierAnswers as Earlier, EarlierAnswer } from '../contract/answers.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { fold } from '../platform/fold.js';
import { containing } from '../platform/search/grams.js';
import { binder } from '../platform/sql/bind.js';
import { instant } from '../platform/sql/json.js';
import { Suggesters } from '../routing/suggesters.js';
import type { TellingWord } from '../routing/telling-words.js';
import { ANSWER } from './draft.js';
import { mayMove, ownInquiries, readableInquiries } from './policy.js';

/** How far back it looks, in ended inquiries, so that what is read does not grow with their number; and what it offers. */
const NEWEST = 1000;
const OFFERED = 10;

interface Asked {
  ministryId: string;
  teamId: string | null;
  divisionId: string | null;
  questions: { id: string; text: string }[];
}

/**
 * What the actor's ministry answered before (one division: what that division answered), for each open question of an
 * inquiry: first what shares the most telling words with it, then the newest.
 */
@Injectable()
export class EarlierAnswers {
  constructor(
    private readonly db: DataSource,
    private readonly suggesters: Suggesters,
  ) {}

  async of(actor: Actor, inquiryId: string): Promise<{ items: Earlier[]; total: number }> {
    const inquiry = await this.asked(actor, inquiryId);
    authorize(mayMove(actor, 'answer', inquiry));
    const { suggester } = await this.suggesters.current();
    const items: Earlier[] = [];
    for (const { id: questionRowId, text } of inquiry.questions) {
      const words = suggester.tellingWords({ title: '', issue: '', idea: '', elements: [], ask: text });
      items.push({ questionRowId, answers: await this.nearest(actor, inquiry, words) });
    }
    return { items, total: items.length };
  }

  /** A word in the question counts for twice a word in the answer. Of the same words the newest is offered. */
  private nearest(actor: Actor, { ministryId }: Asked, words: readonly TellingWord[]): Promise<EarlierAnswer[]> {
    const { bind, values } = binder();
    const said = `unnest(${bind(words.map(({ word }) => word))}::text[], ${bind(words.map(({ word }) => containing(fold(word))))}::text[],
      ${bind(words.map(({ weight }) => weight))}::float8[]) AS w (word, pattern, weight)`;
    return this.db.query(
      `WITH recent AS MATERIALIZED (
         SELECT i.id, i.consultation_id, i.answered_at FROM inquiries i
         WHERE i.ministry_id = ${bind(ministryId)} AND ${ownInquiries(actor, bind)} AND i.state IN ('answered', 'notApplicable')
         ORDER BY i.answered_at DESC, i.id LIMIT ${NEWEST}),
       offered AS (
         SELECT DISTINCT ON (a.measure_name, a.points) a.id, q.text AS question, recent.consultation_id, recent.answered_at,
           shared.words, shared.weight
         FROM recent JOIN inquiry_rows r ON r.inquiry_id = recent.id AND r.state = 'answered'
         JOIN answers a ON a.inquiry_id = r.inquiry_id AND a.question_row_id = r.question_row_id
         JOIN question_rows q ON q.id = r.question_row_id
         CROSS JOIN LATERAL (
           SELECT coalesce(array_agg(w.word ORDER BY w.weight DESC, w.word), '{}') AS words,
             coalesce(sum(w.weight * CASE WHEN q.search_text LIKE w.pattern THEN 2 ELSE 1 END), 0) AS weight
           FROM ${said} WHERE q.search_text LIKE w.pattern OR a.search_text LIKE w.pattern) shared
         ORDER BY a.measure_name, a.points, shared.weight DESC, recent.answered_at DESC, a.id)
       SELECT answer.*, c.number, ${instant('o.answered_at')} AS "answeredAt", o.question, o.words
       FROM offered o JOIN consultations c ON c.id = o.consultation_id JOIN answers a ON a.id = o.id
       CROSS JOIN LATERAL jsonb_to_record(${ANSWER}) AS answer (id uuid, kind text, "measureName" text, points text,
         requirements text, "callPeriod" text, "rateCeiling" text, division text, tel text, email text, url text, public boolean)
       ORDER BY o.weight DESC, o.answered_at DESC, a.id LIMIT ${OFFERED}`,
      values,
    );
  }

  private async asked(actor: Actor, id: string): Promise<Asked> {
    const { bind, values } = binder();
    const rows: Asked[] = await this.db.query(
      `SELECT i.ministry_id AS "ministryId",
         (SELECT c.team_id FROM consultations c WHERE c.id = i.consultation_id) AS "teamId", i.division_id AS "divisionId",
         coalesce((SELECT jsonb_agg(jsonb_build_object('id', q.id, 'text', q.text) ORDER BY q.position)
           FROM inquiry_rows r JOIN question_rows q ON q.id = r.question_row_id
           WHERE r.inquiry_id = i.id AND r.state = 'open'), '[]') AS questions
       FROM inquiries i WHERE i.id = ${bind(id)} AND ${readableInquiries(actor, bind)}`,
      values,
    );
    return found(rows[0]);
  }
}
