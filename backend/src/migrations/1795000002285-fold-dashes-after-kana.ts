import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is typed for 長音 after kana, as it is folded, and as it may be written. */
const FOLDED = '[-‐‒–—―−─━]';
const WRITTEN = '[-\\u2010-\\u2015\\u2212\\u2500\\u2501\\uFE58\\uFE63\\uFF0D]';

/** By table: what is folded by the application, and a column of which the database folds others. */
const KEPT: Record<string, string> = {
  consultations: 'search_text',
  measures: 'search_key',
  municipalities: 'search_key',
  good_practices: 'search_key',
};
const GENERATED: Record<string, string[]> = {
  consultations: ['title'],
  answers: ['measure_name', 'points', 'requirements', 'call_period', 'rate_ceiling', 'division'],
  replies: ['subject', 'greeting', 'passages', 'closing'],
  good_practices: ['name', 'elements'],
  measures: ['title'],
  people: ['name', 'kana', 'email'],
  contacts: ['name', 'role'],
  attachment_texts: ['name', 'text'],
  question_rows: ['text'],
};

/** Dashes are folded in what the former function gives, which goes on under a name of its own. Only rows with a dash are folded anew. */
export class FoldDashesAfterKana1795000002285 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await copyFunction(db, 'search_fold', 'search_fold_characters');
    await db.query(`
      CREATE OR REPLACE FUNCTION search_fold(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 1000
      RETURN regexp_replace(search_fold_characters($1), '([ぁ-ゖ])${FOLDED}+', '\\1', 'g')`);
    for (const [table, column] of Object.entries(KEPT))
      await db.query(`UPDATE ${table} SET ${column} = search_fold(${column}) WHERE ${column} ~ '[ぁ-ゖ]${FOLDED}'`);
    for (const [table, columns] of Object.entries(GENERATED))
      await db.query(
        `UPDATE ${table} SET ${columns[0]} = ${columns[0]}
         WHERE concat_ws(' ', ${columns.map((column) => `${column}::text`).join(', ')}) ~ '${WRITTEN}'`,
      );
    await db.query('REINDEX INDEX measures_search');
  }

  async down(db: QueryRunner): Promise<void> {
    await copyFunction(db, 'search_fold_characters', 'search_fold');
    await db.query('DROP FUNCTION search_fold_characters');
  }
}

async function copyFunction(db: QueryRunner, from: string, to: string): Promise<void> {
  const [{ made }]: [{ made: string }] = await db.query(
    `SELECT pg_get_functiondef('${from}(text)'::regprocedure) AS made`,
  );
  await db.query(made.replace(`public.${from}(`, `public.${to}(`));
}
