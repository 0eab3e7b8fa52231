import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A search that raises the smallest score first proves something of that score too. */
export class KeepWhatWasProven1795000002290 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE proposal_versions ADD minimum_bound double precision;
      UPDATE proposal_versions v SET minimum_bound = v.minimum FROM proposals p
      WHERE p.id = v.proposal_id AND p.fair AND v.status = 'optimal'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE proposal_versions DROP minimum_bound');
  }
}
