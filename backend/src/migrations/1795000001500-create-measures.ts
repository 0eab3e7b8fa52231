import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of version 1 stand as loaded; an import raises the version, and what stood there before is kept. */
export class CreateMeasures1795000001500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE measure_imports (
        id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        file_name   text NOT NULL,
        content     bytea NOT NULL,
        kind        text CHECK (kind IN ('strategy2025', 'strategy2022', 'list')),
        counts      jsonb NOT NULL,
        faults      jsonb NOT NULL,
        difference  jsonb NOT NULL,
        digest      text NOT NULL,
        created_by  uuid REFERENCES people (id),
        created_at  timestamptz NOT NULL,
        applied_by  uuid REFERENCES people (id),
        applied_at  timestamptz,
        CHECK (applied_at IS NULL OR (kind IS NOT NULL AND faults = '[]'))
      );

      CREATE TABLE measures (
        id           text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,39}$'),
        edition      text NOT NULL CHECK (edition IN ('R7', 'R4', 'list')),
        kind         text NOT NULL DEFAULT 'measure' CHECK (kind IN ('measure', 'grant')),
        ref          text NOT NULL,
        number       text NOT NULL DEFAULT '',
        title        text NOT NULL CHECK (title <> ''),
        common_name  text NOT NULL DEFAULT '',
        node_code    text REFERENCES logic_model_nodes (code),
        place        text[] NOT NULL DEFAULT '{}',
        programs     text[] NOT NULL DEFAULT '{}',
        fields       text[] NOT NULL DEFAULT '{}',
        owners       jsonb NOT NULL DEFAULT '[]',
        block        text,
        repeat_of    text REFERENCES measures (id),
        eligible     text NOT NULL DEFAULT '',
        requirements text NOT NULL DEFAULT '',
        rate         text NOT NULL DEFAULT '',
        ceiling      text NOT NULL DEFAULT '',
        law          text NOT NULL DEFAULT '',
        contact      text NOT NULL DEFAULT '',
        apply_from   date,
        apply_until  date CHECK (apply_until >= apply_from),
        fiscal_year  integer,
        grant_type   text NOT NULL DEFAULT '',
        links        text[] NOT NULL DEFAULT '{}',
        keywords     text[] NOT NULL DEFAULT '{}',
        text         text NOT NULL DEFAULT '',
        source       text NOT NULL,
        source_line  integer,
        search_key   text NOT NULL,
        sort         integer NOT NULL,
        version      integer NOT NULL DEFAULT 1,
        import_id    uuid REFERENCES measure_imports (id)
      );
      CREATE INDEX ON measures (edition, sort);
      CREATE INDEX ON measures (node_code);

      CREATE TABLE measure_history (
        measure_id text NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
        version    integer NOT NULL,
        content    jsonb NOT NULL,
        PRIMARY KEY (measure_id, version)
      );
      CREATE FUNCTION keep_measure_history() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO measure_history (measure_id, version, content)
        VALUES (OLD.id, OLD.version, to_jsonb(OLD) - 'search_key' - 'sort');
        RETURN NULL;
      END $$;
      CREATE TRIGGER keep_history AFTER UPDATE ON measures FOR EACH ROW WHEN (OLD.version <> NEW.version)
        EXECUTE FUNCTION keep_measure_history();

      CREATE TABLE measure_kpis (
        block    text NOT NULL,
        position integer NOT NULL,
        text     text NOT NULL,
        PRIMARY KEY (block, position)
      );

      CREATE VIEW divisions_today AS
        WITH RECURSIVE line AS (
          SELECT id AS ended, succeeded_by AS id FROM divisions WHERE valid_to IS NOT NULL AND succeeded_by IS NOT NULL
          UNION
          SELECT line.ended, d.succeeded_by FROM line JOIN divisions d ON d.id = line.id
          WHERE d.valid_to IS NOT NULL AND d.succeeded_by IS NOT NULL
        )
        SELECT line.ended AS id, d.ministry_id, d.name FROM line JOIN divisions d ON d.id = line.id
        WHERE d.valid_to IS NULL OR d.succeeded_by IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP VIEW divisions_today; DROP TABLE measure_kpis, measure_history, measures, measure_imports;
      DROP FUNCTION keep_measure_history`);
  }
}
