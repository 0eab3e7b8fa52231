import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Numbers in workbooks were not read before. */
export class ReadWorkbooksAnew1795000002263 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE attachment_texts SET outcome = 'waiting', read_at = NULL, tries = 0, taken_at = NULL
      WHERE outcome <> 'waiting' AND name ILIKE '%.xlsx'`);
  }

  async down(): Promise<void> {}
}
