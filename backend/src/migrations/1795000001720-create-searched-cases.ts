import type { MigrationInterface, QueryRunner } from 'typeorm';

const gramsOf = (singles: boolean) => `
  CREATE OR REPLACE FUNCTION search_grams_of(folded text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE COST 5000
  ${
    singles
      ? `RETURN (SELECT array_to_tsvector(coalesce(array_agg(one || next) FILTER (WHERE one <> ' ' AND next <> ' '), '{}')
          || string_to_array(replace($1, ' ', ''), NULL))
        FROM ROWS FROM (unnest(string_to_array($1, NULL)), unnest((string_to_array($1, NULL))[2:])) AS pairs (one, next))`
      : `RETURN (SELECT coalesce(array_to_tsvector(array_agg(DISTINCT character || CASE next WHEN ' ' THEN '' ELSE coalesce(next, '') END)), '')
        FROM (SELECT character, lead(character) OVER (ORDER BY place) AS next
              FROM unnest(string_to_array($1, NULL)) WITH ORDINALITY AS split (character, place)) pairs WHERE character <> ' ')`
  }`;

/** What was cut by the function before is cut anew. */
const CUT_ANEW = `
  ALTER TABLE answers DROP search_grams, ADD search_grams tsvector GENERATED ALWAYS AS (search_grams_of(search_fold(
    measure_name || E'\\n' || points || E'\\n' || requirements || E'\\n' || call_period || E'\\n' || rate_ceiling || E'\\n' || division))) STORED;
  CREATE INDEX ON answers USING gin (search_grams);
  ALTER TABLE replies DROP search_grams, ADD search_grams tsvector GENERATED ALWAYS AS (search_grams_of(search_fold(
    reply_words(subject, greeting, passages, closing)))) STORED;
  CREATE INDEX ON replies USING gin (search_grams);
  REINDEX INDEX measures_search;
  REINDEX INDEX attachments_search;`;

/**
 * A small row for each submitted case, with its pairs and single characters out of line: whatever a word hits can be
 * ordered, narrowed and counted without touching the cases, and a case that only changes its state is not indexed anew.
 * Kept by triggers; nobody writes to it. No statistics of the pairs: PostgreSQL, knowing that a word is common, would
 * read all rows instead, and with them every text out of line.
 */
export class CreateSearchedCases1795000001720 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE EXTENSION IF NOT EXISTS btree_gin;
      DROP INDEX consultations_search_grams_idx;
      ALTER TABLE consultations DROP search_grams;
      ${gramsOf(true)};
      ${CUT_ANEW}
      CREATE TABLE searched_cases (
        consultation_id   uuid PRIMARY KEY REFERENCES consultations (id) ON DELETE CASCADE,
        submitted_at      timestamptz NOT NULL,
        day               date NOT NULL GENERATED ALWAYS AS ((submitted_at AT TIME ZONE 'Asia/Tokyo')::date) STORED,
        state             text NOT NULL,
        due_on            date,
        fiscal_year       integer,
        municipality_code text NOT NULL,
        field_codes       text[] NOT NULL,
        ministries        text[] NOT NULL,
        grams             tsvector NOT NULL
      ) WITH (toast_tuple_target = 128, fillfactor = 80);
      ALTER TABLE searched_cases ALTER grams SET STATISTICS 0;

      CREATE FUNCTION search_case(c consultations) RETURNS void LANGUAGE sql AS $$
        INSERT INTO searched_cases (consultation_id, submitted_at, state, due_on, fiscal_year, municipality_code, field_codes,
            ministries, grams)
          VALUES (c.id, c.submitted_at, c.state, c.due_on, c.fiscal_year, c.municipality_code, c.field_codes,
            ARRAY(SELECT k.ministry_id FROM ministry_cases k WHERE k.consultation_id = c.id), search_grams_of(c.search_text))
        ON CONFLICT (consultation_id) DO UPDATE SET submitted_at = excluded.submitted_at, grams = excluded.grams
      $$;
      DO $$ BEGIN PERFORM search_case(c) FROM consultations c WHERE c.submitted_at IS NOT NULL ORDER BY c.submitted_at, c.id; END $$;
      SET LOCAL maintenance_work_mem = '256MB';
      CREATE INDEX searched_cases_grams ON searched_cases USING gin (day, ministries, grams);

      CREATE FUNCTION searched_cases_follow_text() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM search_case(NEW);
        RETURN NULL;
      END $$;
      CREATE TRIGGER searched_cases_begin AFTER INSERT ON consultations FOR EACH ROW
        WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION searched_cases_follow_text();
      CREATE TRIGGER searched_cases_follow_text AFTER UPDATE ON consultations FOR EACH ROW
        WHEN (NEW.submitted_at IS NOT NULL AND (OLD.search_text <> NEW.search_text OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at))
        EXECUTE FUNCTION searched_cases_follow_text();

      CREATE FUNCTION searched_cases_follow_case() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE searched_cases SET state = NEW.state, due_on = NEW.due_on, fiscal_year = NEW.fiscal_year,
          municipality_code = NEW.municipality_code, field_codes = NEW.field_codes WHERE consultation_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER searched_cases_follow_case AFTER UPDATE ON consultations FOR EACH ROW
        WHEN ((OLD.state, OLD.due_on, OLD.fiscal_year, OLD.municipality_code, OLD.field_codes)
          IS DISTINCT FROM (NEW.state, NEW.due_on, NEW.fiscal_year, NEW.municipality_code, NEW.field_codes))
        EXECUTE FUNCTION searched_cases_follow_case();

      CREATE FUNCTION searched_cases_follow_ministries() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        asked ministry_cases := coalesce(NEW, OLD);
      BEGIN
        UPDATE searched_cases SET ministries = ARRAY(
            SELECT k.ministry_id FROM ministry_cases k WHERE k.consultation_id = asked.consultation_id)
          WHERE consultation_id = asked.consultation_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER searched_cases_follow AFTER INSERT OR DELETE ON ministry_cases
        FOR EACH ROW EXECUTE FUNCTION searched_cases_follow_ministries()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER searched_cases_follow ON ministry_cases;
      DROP TRIGGER searched_cases_follow_case ON consultations;
      DROP TRIGGER searched_cases_follow_text ON consultations;
      DROP TRIGGER searched_cases_begin ON consultations;
      DROP FUNCTION searched_cases_follow_ministries, searched_cases_follow_case, searched_cases_follow_text, search_case;
      DROP TABLE searched_cases;
      ${gramsOf(false)};
      ${CUT_ANEW}
      ALTER TABLE consultations ADD search_grams tsvector NOT NULL DEFAULT '';
      UPDATE consultations SET search_grams = search_grams_of(search_text) WHERE search_text <> '';
      CREATE INDEX ON consultations USING gin (search_grams);
      DROP EXTENSION btree_gin`);
  }
}
