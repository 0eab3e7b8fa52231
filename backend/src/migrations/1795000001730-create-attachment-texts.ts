import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is searched of a file: its name at once, its text as soon as a worker has read it. */
export class CreateAttachmentTexts1795000001730 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX attachments_search;
      CREATE TABLE attachment_texts (
        attachment_id uuid PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
        name          text NOT NULL,
        text          text NOT NULL DEFAULT '',
        outcome       text NOT NULL DEFAULT 'waiting' CHECK (outcome IN ('waiting', 'read', 'empty', 'unreadable')),
        tries         integer NOT NULL DEFAULT 0,
        taken_at      timestamptz,
        read_at       timestamptz,
        search_title  text GENERATED ALWAYS AS (search_fold(name)) STORED,
        search_text   text GENERATED ALWAYS AS (search_fold(name || E'\\n' || text)) STORED,
        search_grams  tsvector GENERATED ALWAYS AS (search_grams_of(search_fold(name || E'\\n' || text))) STORED,
        CHECK ((outcome = 'waiting') = (read_at IS NULL))
      );
      ALTER TABLE attachment_texts ALTER search_grams SET STATISTICS 0;
      CREATE INDEX attachment_texts_grams ON attachment_texts USING gin (search_grams);
      CREATE INDEX attachment_texts_waiting ON attachment_texts (taken_at, attachment_id) WHERE outcome = 'waiting';
      CREATE FUNCTION attachment_texts_begin() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO attachment_texts (attachment_id, name) VALUES (NEW.id, NEW.name);
        RETURN NULL;
      END $$;
      CREATE TRIGGER attachment_texts_begin AFTER INSERT ON attachments
        FOR EACH ROW EXECUTE FUNCTION attachment_texts_begin();
      INSERT INTO attachment_texts (attachment_id, name) SELECT id, name FROM attachments`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER attachment_texts_begin ON attachments;
      DROP FUNCTION attachment_texts_begin;
      DROP TABLE attachment_texts;
      CREATE INDEX attachments_search ON attachments USING gin (search_grams_of(search_fold(name)))`);
  }
}
