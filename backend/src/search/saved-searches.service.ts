import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import {
  LOOKED_IN_VAIN,
  type NewSavedSearch,
  type SavedSearch,
  type SavedSearchChoices,
  type SavedSearches,
} from '../contract/search.js';
import { type Actor, personId } from '../identity/actor.js';
import { found, invalid } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import { queryWords } from './query-words.js';
import { readableSaved } from './saved-policy.js';

const MOST = 50;

/** Searches under a name. What is shared is the question: each reader gets his own answer. */
@Injectable()
export class SavedSearchesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<SavedSearches> {
    const { bind, values } = binder();
    const items: SavedSearch[] = await this.db.query(
      `SELECT s.id, s.name, s.question, s.shared, CASE WHEN s.person_id = ${bind(personId(actor))} THEN s.digest ELSE 'none' END AS digest,
         CASE WHEN s.person_id <> ${bind(personId(actor))} THEN owner.name END AS by,
         s.person_id = ${bind(personId(actor))} AND s.failures >= ${LOOKED_IN_VAIN} AS failing
       FROM saved_searches s JOIN people owner ON owner.id = s.person_id WHERE ${readableSaved(actor, bind)}
       ORDER BY by NULLS FIRST, s.name, s.id LIMIT 200`,
      values,
    );
    return { items };
  }

  save(actor: Actor, { name, question, shared, digest }: NewSavedSearch): Promise<string> {
    queryWords(question.q);
    return this.db.transaction(async (tx) => {
      await tx.query('SELECT 1 FROM people WHERE id = $1 FOR UPDATE', [personId(actor)]);
      const [{ n }]: [{ n: number }] = await tx.query(
        'SELECT count(*)::int AS n FROM saved_searches WHERE person_id = $1',
        [personId(actor)],
      );
      if (n >= MOST) throw invalid({ name: `保存できる検索は${MOST}件までです。不要なものを削除してください` });
      const [row]: { id: string }[] = await tx.query(
        `INSERT INTO saved_searches (person_id, name, question, shared, digest, created_at)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person_id, name) DO NOTHING RETURNING id`,
        [personId(actor), name, JSON.stringify(question), shared, digest, this.clock.now()],
      );
      if (!row) throw taken(name);
      return row.id;
    });
  }

  /** A changed rhythm begins anew: what is there now is known. */
  async change(actor: Actor, id: string, { name, shared, digest }: SavedSearchChoices): Promise<void> {
    await this.db.transaction(async (tx) => {
      const [own] = await tx.query('SELECT digest FROM saved_searches WHERE id = $1 AND person_id = $2 FOR UPDATE', [
        ...[id, personId(actor)],
      ]);
      found(own);
      const [other] = await tx.query('SELECT 1 FROM saved_searches WHERE person_id = $1 AND name = $2 AND id <> $3', [
        ...[personId(actor), name, id],
      ]);
      if (other) throw taken(name);
      await tx.query(
        `UPDATE saved_searches SET name = $2, shared = $3, digest = $4, look_at = CASE WHEN digest = $4 THEN look_at END,
           begun = begun AND digest = $4, failures = CASE WHEN digest = $4 THEN failures ELSE 0 END,
           failed_because = CASE WHEN digest = $4 THEN failed_because END WHERE id = $1`,
        [id, name, shared, digest],
      );
    });
  }

  async remove(actor: Actor, id: string): Promise<void> {
    const [rows]: [unknown[]] = await this.db.query(
      'DELETE FROM saved_searches WHERE id = $1 AND person_id = $2 RETURNING id',
      [id, personId(actor)],
    );
    found(rows[0]);
  }
}

const taken = (name: string) =>
  invalid({ name: `「${name}」という名前の検索は、もう保存されています。別の名前を付けてください` });
