import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search that raises the smallest score first proves something of that score too. */
export class KeepWhatWasProven1795000002290 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE proposal_versions ADD minimum_bound double precision');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE proposal_versions DROP minimum_bound');
  }
}
