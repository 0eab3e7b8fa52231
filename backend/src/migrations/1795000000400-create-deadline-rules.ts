import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits in business days (domain.md §3, INF): data, so that the desk can change them. */
export class CreateDeadlineRules1795000000400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE deadline_rules (
        kind     text PRIMARY KEY,
        workdays integer NOT NULL CHECK (workdays BETWEEN 0 AND 250)
      );
      INSERT INTO deadline_rules VALUES
        ('submitted', 1), ('checking', 2), ('returned', 10), ('correcting', 10), ('triaged', 3), ('inquiring', 10), ('collected', 3),
        ('drafting', 3), ('approving', 2), ('closing', 20), ('reply', 20)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE deadline_rules');
  }
}
