import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was submitted stays as it was submitted, also when the town corrects it afterwards. */
export class CreateSubmissions1795000000610 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE submissions (
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        round           integer NOT NULL CHECK (round >= 1),
        karte           jsonb NOT NULL,
        submitted_by    uuid NOT NULL REFERENCES people (id),
        submitted_at    timestamptz NOT NULL,
        PRIMARY KEY (consultation_id, round)
      );
      ALTER TABLE question_rows ADD COLUMN written_as text;
      COMMENT ON COLUMN question_rows.written_as IS
        'the question as the town wrote it; null for a row that the desk added; stays when the desk rewords or splits'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE question_rows DROP COLUMN written_as; DROP TABLE submissions');
  }
}
