import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether a search was ever carried out, how often in a row it could not be, and why the last time. */
export class KeepFailuresOfSavedSearches1795000002286 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE saved_searches ADD failures integer NOT NULL DEFAULT 0 CHECK (failures >= 0), ADD failed_because text,
        ADD begun boolean NOT NULL DEFAULT false, ADD CHECK ((failures > 0) = (failed_because IS NOT NULL));
      UPDATE saved_searches SET begun = look_at IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE saved_searches DROP failures, DROP failed_because, DROP begun');
  }
}
