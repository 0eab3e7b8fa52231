import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a form says above its items. */
export class AddFormNotices1795000000600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE form_definitions ADD COLUMN notices text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE form_definitions DROP COLUMN notices');
  }
}
