import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of version 1 stand as loaded; an administrator's edit raises the version, and loading leaves them alone. */
export class CreateReferenceData1795000000100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION municipality_check_digit(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
      RETURN ((11 - (6 * substr(code, 1, 1)::int + 5 * substr(code, 2, 1)::int + 4 * substr(code, 3, 1)::int
                   + 3 * substr(code, 4, 1)::int + 2 * substr(code, 5, 1)::int) % 11) % 10)::text;
      CREATE TABLE municipalities (
        code            text PRIMARY KEY CHECK (code ~ '^[0-9]{6}$' AND substr(code, 6) = municipality_check_digit(code)),
        prefecture_code text NOT NULL REFERENCES municipalities (code),
        prefecture_name text NOT NULL,
        name            text NOT NULL,
        kana            text NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('prefecture', 'city', 'town', 'village', 'ward')),
        search_key      text NOT NULL,
        valid_from      date NOT NULL,
        valid_to        date,
        source          text NOT NULL,
        source_date     date NOT NULL,
        CHECK ((kind = 'prefecture') = (code = prefecture_code))
      );
      CREATE INDEX ON municipalities (prefecture_code);

      CREATE TABLE ministries (
        id         text PRIMARY KEY CHECK (id ~ '^[a-z]+$'),
        name       text NOT NULL,
        short_name text NOT NULL,
        kana       text NOT NULL,
        parent_id  text REFERENCES ministries (id),
        mailbox    text NOT NULL,
        valid_from date NOT NULL,
        valid_to   date CHECK (valid_to >= valid_from),
        sort       integer NOT NULL,
        source     text NOT NULL,
        version    integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX ON ministries (name) WHERE valid_to IS NULL;
      CREATE TABLE divisions (
        id           text PRIMARY KEY,
        ministry_id  text NOT NULL REFERENCES ministries (id),
        parent_id    text,
        name         text NOT NULL,
        aliases      text[] NOT NULL DEFAULT '{}',
        mailbox      text,
        succeeded_by text REFERENCES divisions (id),
        valid_from   date NOT NULL,
        valid_to     date CHECK (valid_to >= valid_from),
        source       text NOT NULL,
        version      integer NOT NULL DEFAULT 1,
        UNIQUE (ministry_id, id),
        FOREIGN KEY (ministry_id, parent_id) REFERENCES divisions (ministry_id, id)
      );
      CREATE INDEX ON divisions (ministry_id, parent_id);
      CREATE UNIQUE INDEX ON divisions (ministry_id, parent_id, name) NULLS NOT DISTINCT WHERE valid_to IS NULL;
      CREATE TABLE contacts (
        id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        ministry_id text NOT NULL REFERENCES ministries (id),
        division_id text,
        name        text NOT NULL,
        role        text NOT NULL DEFAULT '',
        tel         text NOT NULL DEFAULT '',
        email       text NOT NULL DEFAULT '',
        valid_from  date NOT NULL,
        valid_to    date CHECK (valid_to >= valid_from),
        version     integer NOT NULL DEFAULT 1,
        FOREIGN KEY (ministry_id, division_id) REFERENCES divisions (ministry_id, id),
        CHECK (tel <> '' OR email <> '')
      );
      CREATE INDEX ON contacts (ministry_id, division_id);

      CREATE TABLE holidays (
        day         date PRIMARY KEY,
        name        text NOT NULL,
        source      text NOT NULL,
        provisional boolean NOT NULL DEFAULT false,
        cancelled   boolean NOT NULL DEFAULT false,
        version     integer NOT NULL DEFAULT 1
      );

      CREATE TABLE policy_pillars (code text PRIMARY KEY CHECK (code ~ '^[1-5]$'), name text NOT NULL);
      CREATE TABLE policy_fields (
        code       text PRIMARY KEY CHECK (code ~ '^[a-z][a-z0-9-]*$'),
        name       text NOT NULL,
        sort       integer NOT NULL,
        valid_from date NOT NULL,
        valid_to   date CHECK (valid_to >= valid_from),
        source     text NOT NULL,
        version    integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX ON policy_fields (name) WHERE valid_to IS NULL;
      CREATE TABLE logic_model_nodes (
        code        text PRIMARY KEY,
        level       text NOT NULL CHECK (level IN ('impact', 'outcome', 'output', 'state')),
        parent_code text REFERENCES logic_model_nodes (code),
        name        text NOT NULL,
        sort        integer NOT NULL
      );
      CREATE TABLE logic_model_kpis (
        id        text PRIMARY KEY,
        node_code text NOT NULL REFERENCES logic_model_nodes (code),
        indicator text NOT NULL,
        target    text NOT NULL,
        baseline  text,
        sort      integer NOT NULL
      );
      CREATE INDEX ON logic_model_kpis (node_code);

      CREATE TABLE good_practices (
        id          text PRIMARY KEY,
        pillar_code text NOT NULL REFERENCES policy_pillars (code),
        name        text NOT NULL,
        elements    text[] NOT NULL,
        fields      text[] NOT NULL DEFAULT '{}',
        search_key  text NOT NULL,
        source_ref  text NOT NULL,
        sort        integer NOT NULL
      );
      CREATE TABLE good_practice_places (
        good_practice_id  text NOT NULL REFERENCES good_practices (id) ON DELETE CASCADE,
        position          integer NOT NULL,
        municipality_code text REFERENCES municipalities (code),
        label             text NOT NULL,
        PRIMARY KEY (good_practice_id, position)
      );
      CREATE INDEX ON good_practice_places (municipality_code)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE good_practice_places, good_practices, logic_model_kpis, logic_model_nodes, policy_fields,
      policy_pillars, holidays, contacts, divisions, ministries, municipalities; DROP FUNCTION municipality_check_digit`);
  }
}
