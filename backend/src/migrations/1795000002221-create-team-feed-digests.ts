import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which weeks a team was told what others shared. */
export class CreateTeamFeedDigests1795000002221 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_feed_digests (
        team_id uuid NOT NULL REFERENCES teams (id),
        -- The Monday after it.
        week    date NOT NULL CHECK (extract(isodow FROM week) = 1),
        entries integer NOT NULL CHECK (entries > 0),
        PRIMARY KEY (team_id, week)
      );
      CREATE INDEX visit_notes_shared ON visit_notes (updated_at) WHERE shared`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX visit_notes_shared; DROP TABLE team_feed_digests');
  }
}
