import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeople1795000000200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE people (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        email           text NOT NULL UNIQUE CHECK (email = lower(email)),
        name            text NOT NULL,
        kana            text NOT NULL DEFAULT '',
        password_hash   text,
        failed_sign_ins integer NOT NULL DEFAULT 0,
        locked_until    timestamptz,
        disabled_at     timestamptz,
        version         integer NOT NULL DEFAULT 1,
        created_at      timestamptz NOT NULL DEFAULT now()
      );
      CREATE TABLE grants (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id         uuid NOT NULL REFERENCES people (id),
        role              text NOT NULL CHECK (role IN ('municipality', 'approver', 'desk', 'manager', 'ministry',
                                                        'officer', 'secretariat', 'prefecture', 'admin')),
        municipality_code text REFERENCES municipalities (code),
        ministry_id       text REFERENCES ministries (id),
        division_id       text REFERENCES divisions (id),
        UNIQUE NULLS NOT DISTINCT (person_id, role, municipality_code, ministry_id, division_id),
        CHECK ((role IN ('municipality', 'approver', 'officer', 'prefecture')) = (municipality_code IS NOT NULL)),
        CHECK ((role = 'ministry') = (ministry_id IS NOT NULL)),
        CHECK (division_id IS NULL OR ministry_id IS NOT NULL)
      );
      CREATE INDEX ON grants (role, municipality_code);
      CREATE INDEX ON grants (ministry_id, division_id);
      CREATE TABLE sessions (
        token_hash   bytea PRIMARY KEY,
        person_id    uuid NOT NULL REFERENCES people (id),
        created_at   timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at   timestamptz NOT NULL,
        device       text NOT NULL DEFAULT ''
      );
      CREATE INDEX ON sessions (person_id);
      CREATE TABLE one_time_links (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id  uuid NOT NULL REFERENCES people (id),
        purpose    text NOT NULL CHECK (purpose IN ('invitation', 'password')),
        expires_at timestamptz NOT NULL,
        used_at    timestamptz
      );
      CREATE INDEX ON one_time_links (person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE one_time_links, sessions, grants, people');
  }
}
