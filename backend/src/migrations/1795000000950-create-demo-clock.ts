import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far the clocks of a demo run ahead, shared by all its processes. Never read in production. */
export class CreateDemoClock1795000000950 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE demo_clock (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one), ahead_ms bigint NOT NULL DEFAULT 0);
      INSERT INTO demo_clock DEFAULT VALUES`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE demo_clock');
  }
}
