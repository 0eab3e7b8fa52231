import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each sweep came to its end for the last time, by the clock of the database. */
export class CreateSweeps1795000001310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE TABLE sweeps (name text PRIMARY KEY, done_at timestamptz NOT NULL)');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE sweeps');
  }
}
