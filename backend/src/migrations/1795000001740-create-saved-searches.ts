import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searches that people keep, and what each has found so far, so that only what is new is told. */
export class CreateSavedSearches1795000001740 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE saved_searches (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id  uuid NOT NULL REFERENCES people (id),
        name       text NOT NULL CHECK (name <> ''),
        question   jsonb NOT NULL,
        shared     boolean NOT NULL,
        digest     text NOT NULL CHECK (digest IN ('none', 'daily', 'weekly')),
        look_at    timestamptz,
        created_at timestamptz NOT NULL,
        UNIQUE (person_id, name),
        CHECK (digest <> 'none' OR look_at IS NULL)
      );
      CREATE INDEX saved_searches_to_look ON saved_searches (look_at NULLS FIRST) WHERE digest <> 'none';
      CREATE INDEX saved_searches_shared ON saved_searches (person_id) WHERE shared;
      CREATE TABLE saved_search_hits (
        saved_search_id uuid NOT NULL REFERENCES saved_searches (id) ON DELETE CASCADE,
        hit             text NOT NULL,
        PRIMARY KEY (saved_search_id, hit)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE saved_search_hits, saved_searches');
  }
}
