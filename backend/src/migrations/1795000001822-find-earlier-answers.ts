import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which of its earlier answers a ministry began, and questions folded once, to be compared. */
export class FindEarlierAnswers1795000001822 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE answers ADD based_on uuid REFERENCES answers (id) ON DELETE SET NULL;
      CREATE INDEX ON answers (based_on) WHERE based_on IS NOT NULL;
      ALTER TABLE question_rows ADD search_text text GENERATED ALWAYS AS (search_fold(text)) STORED`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE question_rows DROP search_text; ALTER TABLE answers DROP based_on');
  }
}
