import type { MigrationInterface, QueryRunner } from 'typeorm';

const ANSWER = `measure_name || E'\\n' || points || E'\\n' || requirements || E'\\n' || call_period || E'\\n' || rate_ceiling || E'\\n' || division`;
const REPLY = 'reply_words(subject, greeting, passages, closing)';
const MEASURE =
  'measure_words(id, ref, title, common_name, place, programs, keywords, grant_type, eligible, requirements, text, owners)';

/**
 * Makes answers, replies, files, measures and people findable, and titles a reason to come first. Kept by the database, so
 * that no writer can forget it; who finds what is decided in the search. The names of files have an index only: a column
 * would copy every file.
 */
export class IndexAnswersAndReplies1795000001710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION reply_words(subject text, greeting text, passages jsonb, closing text) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN concat_ws(E'\\n', $1, $2, (SELECT string_agg(concat_ws(E'\\n', p ->> 'heading', p ->> 'title', p ->> 'text'), E'\\n'
        ORDER BY place) FROM jsonb_array_elements($3) WITH ORDINALITY AS passage (p, place)), $4);

      CREATE FUNCTION measure_words(id text, ref text, title text, common_name text, place text[], programs text[],
        keywords text[], grant_type text, eligible text, requirements text, body text, owners jsonb) RETURNS text
      LANGUAGE sql IMMUTABLE PARALLEL SAFE COST 2000
      RETURN search_fold(concat_ws(E'\\n', $1, $2, $3, $4, array_to_string($5, E'\\n'), array_to_string($6, E'\\n'),
        array_to_string($7, E'\\n'), $8, $9, $10, $11,
        (SELECT string_agg(concat_ws(' ', o ->> 'ministry', o ->> 'division'), E'\\n') FROM jsonb_array_elements($12) o)));

      CREATE FUNCTION practice_words(name text, elements text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN search_fold(concat_ws(E'\\n', $1, array_to_string($2, ' × ')));

      ALTER TABLE consultations ADD search_title text GENERATED ALWAYS AS (search_fold(title)) STORED;
      ALTER TABLE answers
        ADD search_title text GENERATED ALWAYS AS (search_fold(measure_name)) STORED,
        ADD search_text text GENERATED ALWAYS AS (search_fold(${ANSWER})) STORED,
        ADD search_grams tsvector GENERATED ALWAYS AS (search_grams_of(search_fold(${ANSWER}))) STORED;
      CREATE INDEX ON answers USING gin (search_grams);
      ALTER TABLE replies
        ADD search_title text GENERATED ALWAYS AS (search_fold(subject)) STORED,
        ADD search_text text GENERATED ALWAYS AS (search_fold(${REPLY})) STORED,
        ADD search_grams tsvector GENERATED ALWAYS AS (search_grams_of(search_fold(${REPLY}))) STORED;
      CREATE INDEX ON replies USING gin (search_grams);
      ALTER TABLE good_practices
        ADD search_title text GENERATED ALWAYS AS (search_fold(name)) STORED,
        ADD search_text text GENERATED ALWAYS AS (practice_words(name, elements)) STORED;
      ALTER TABLE measures ADD search_title text GENERATED ALWAYS AS (search_fold(title)) STORED;
      CREATE OR REPLACE FUNCTION keep_measure_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO measure_history (measure_id, version, content)
        VALUES (OLD.id, OLD.version, to_jsonb(OLD) - 'search_key' - 'search_title' - 'sort');
        RETURN NULL;
      END $$;
      CREATE INDEX attachments_search ON attachments USING gin (search_grams_of(search_fold(name)));
      CREATE INDEX measures_search ON measures USING gin (search_grams_of(${MEASURE}));

      ALTER TABLE people
        ADD search_text text GENERATED ALWAYS AS (search_fold(name || E'\\n' || kana || E'\\n' || email)) STORED;
      ALTER TABLE contacts ADD search_text text GENERATED ALWAYS AS (search_fold(name || E'\\n' || role)) STORED`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contacts DROP search_text;
      ALTER TABLE people DROP search_text;
      DROP INDEX measures_search, attachments_search;
      ALTER TABLE replies DROP search_grams, DROP search_text, DROP search_title;
      ALTER TABLE answers DROP search_grams, DROP search_text, DROP search_title;
      ALTER TABLE good_practices DROP search_text, DROP search_title;
      ALTER TABLE measures DROP search_title;
      ALTER TABLE consultations DROP search_title;
      CREATE OR REPLACE FUNCTION keep_measure_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO measure_history (measure_id, version, content)
        VALUES (OLD.id, OLD.version, to_jsonb(OLD) - 'search_key' - 'sort');
        RETURN NULL;
      END $$;
      DROP FUNCTION practice_words, measure_words, reply_words`);
  }
}
