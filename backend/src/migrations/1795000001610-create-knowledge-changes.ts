import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was changed in thesaurus and remits since they were shipped. Rows are only added: they are the history. */
export class CreateKnowledgeChanges1795000001610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE knowledge_changes (
        version integer PRIMARY KEY CHECK (version > 0),
        kind    text NOT NULL CHECK (kind IN ('thesaurus', 'remit')),
        entry   text NOT NULL,
        head    text[] NOT NULL CHECK (head <> '{}'),
        words   text[] NOT NULL CHECK (words <> '{}'),
        source  text NOT NULL CHECK (source <> ''),
        removed boolean NOT NULL,
        reason  text NOT NULL CHECK (reason <> ''),
        made_by uuid NOT NULL REFERENCES people (id),
        made_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE knowledge_changes');
  }
}
