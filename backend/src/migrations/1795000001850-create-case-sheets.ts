import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 事例票, and their place among the 好事例 once they are published. */
export class CreateCaseSheets1795000001850 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE case_sheets (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL UNIQUE REFERENCES consultations (id),
        state           text NOT NULL CHECK (state IN ('drafting', 'asked', 'agreed', 'declined', 'published', 'withdrawn')),
        title           text NOT NULL,
        elements        text[] NOT NULL,
        situation       text NOT NULL,
        initiative      text NOT NULL,
        partners        jsonb NOT NULL,
        support         text NOT NULL,
        results         text NOT NULL,
        pillar_code     text REFERENCES policy_pillars (code),
        field_codes     text[] NOT NULL,
        practice_id     text,
        named           boolean NOT NULL,
        recommended     boolean NOT NULL DEFAULT false,
        published_on    date,
        version         integer NOT NULL DEFAULT 1,
        created_by      uuid NOT NULL REFERENCES people (id),
        created_at      timestamptz NOT NULL,
        updated_by      uuid NOT NULL REFERENCES people (id),
        updated_at      timestamptz NOT NULL,
        CHECK ((state = 'published') = (published_on IS NOT NULL)),
        CHECK (state <> 'published' OR pillar_code IS NOT NULL),
        CHECK (NOT recommended OR state = 'published')
      );
      CREATE INDEX ON case_sheets (state);
      CREATE INDEX ON case_sheets (practice_id);
      ALTER TABLE good_practices ADD case_sheet_id uuid UNIQUE REFERENCES case_sheets (id);
      CREATE INDEX ON consultations (practice_id) WHERE practice_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX consultations_practice_id_idx;
      DELETE FROM good_practices WHERE case_sheet_id IS NOT NULL;
      ALTER TABLE good_practices DROP case_sheet_id;
      DROP TABLE case_sheets`);
  }
}
