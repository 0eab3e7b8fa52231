import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions of a 会議 and themes may be shared with other teams, as visits are. */
export class ShareDecisionsAndThemes1795000002271 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE team_meetings ADD shared_at timestamptz;
      ALTER TABLE team_themes ADD shared boolean NOT NULL DEFAULT false`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE team_meetings DROP shared_at; ALTER TABLE team_themes DROP shared');
  }
}
