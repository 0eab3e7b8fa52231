import type { MigrationInterface, QueryRunner } from 'typeorm';

/** After how many business days a town is reminded, once, that a 事例票 waits for its answer. */
export class RemindOfConsents1795000002261 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE consent_reminders (
        valid_from date PRIMARY KEY,
        workdays   integer NOT NULL CHECK (workdays > 0)
      );
      INSERT INTO consent_reminders (valid_from, workdays) VALUES ('2026-04-01', 10)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE consent_reminders');
  }
}
