import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Advance } from '../consultations/advance.js';
import { may } from '../consultations/policy.js';
import type { Question, Questions, QuestionsDraft } from '../contract/inquiries.js';
import { record } from '../events/record.js';
import type { Actor } from '../identity/actor.js';
import { authorize, DomainError, invalid } from '../platform/errors.js';
import { follows } from './policy.js';
import { readCase } from './read-case.js';

/** The questions of a case, split and worded by the desk. */
@Injectable()
export class QuestionsService {
  constructor(
    private readonly db: DataSource,
    private readonly advance: Advance,
  ) {}

  async get(actor: Actor, consultationId: string): Promise<Questions> {
    authorize(follows(actor, await readCase(this.db.manager, actor, consultationId)));
    return questionsOf(this.db.manager, consultationId);
  }

  /** The whole list, in order. A question that was put to a ministry keeps its words and its place in the list. */
  put(actor: Actor, consultationId: string, { version, rows }: QuestionsDraft): Promise<void> {
    return this.db.transaction(async (tx) => {
      const consultation = await this.advance.lock(tx, actor, consultationId);
      authorize(may(actor, 'splitQuestions', consultation));
      const before = await questionsOf(tx, consultationId);
      if (before.version !== version) throw new DomainError('conflict', 'stale', STALE, { current: before });
      check(before.items, rows);

      const kept = rows.flatMap(({ id }) => id ?? []);
      await tx.query('DELETE FROM question_rows WHERE consultation_id = $1 AND NOT id = ANY($2)', [
        consultationId,
        kept,
      ]);
      // Out of the way first: the positions are unique.
      await tx.query('UPDATE question_rows SET position = -1 - position WHERE consultation_id = $1', [consultationId]);
      for (const [index, { id, text }] of rows.entries()) {
        await tx.query(
          `INSERT INTO question_rows (id, consultation_id, position, text) VALUES (coalesce($1, gen_random_uuid()), $2, $3, $4)
           ON CONFLICT (id) DO UPDATE SET position = excluded.position, text = excluded.text`,
          [id ?? null, consultationId, index + 1, text],
        );
      }
      const data = { before: before.total, after: rows.length };
      const happening = { type: 'consultation.splitQuestions', subjectId: consultationId, consultationId, actor, data };
      await record(tx, { ...happening, audience: 'inward' });
    });
  }
}

function check(before: readonly Question[], rows: QuestionsDraft['rows']): void {
  const known = new Map(before.map((question) => [question.id, question]));
  const ids = rows.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size !== ids.length || ids.some((id) => !known.has(id))) {
    throw invalid({ rows: 'この相談にない質問が含まれています。画面を読み込み直してください' });
  }
  const missing = before.find(({ id, asked }) => asked && !ids.includes(id));
  if (missing) throw invalid({ rows: `照会済みの質問は削除できません：「${missing.text.slice(0, 30)}」` });
  for (const [index, { id, text }] of rows.entries()) {
    const stored = known.get(id ?? '');
    if (stored?.asked && stored.text !== text) {
      throw invalid({ [`rows.${index}.text`]: '照会済みの質問は書き換えられません。新しい質問を追加してください' });
    }
  }
}

/** The questions, with a mark of their words and order that tells a later save that somebody was faster. */
export async function questionsOf(db: EntityManager, consultationId: string): Promise<Questions> {
  const items: Question[] = await db.query(
    `SELECT q.id, row_number() OVER (ORDER BY q.position)::int AS position, q.text, q.desk_holds AS "deskHolds",
            EXISTS (SELECT 1 FROM inquiry_rows r WHERE r.question_row_id = q.id) AS asked
     FROM question_rows q WHERE q.consultation_id = $1 ORDER BY q.position`,
    [consultationId],
  );
  const [{ version }]: [{ version: string }] = await db.query(
    `SELECT md5(coalesce(string_agg(id || text, '' ORDER BY position), '')) AS version FROM question_rows WHERE consultation_id = $1`,
    [consultationId],
  );
  return { items, total: items.length, version };
}

const STALE = '別の画面または別の人が先に質問を変更しました。両方の内容を確認してください。';
