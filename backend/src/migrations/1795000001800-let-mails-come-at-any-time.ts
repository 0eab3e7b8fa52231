import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wants may be mailed at any hour. */
export class LetMailsComeAtAnyTime1795000001800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notice_hours ADD COLUMN any_time boolean NOT NULL DEFAULT false');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE notice_hours DROP COLUMN any_time');
  }
}
