import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 集計の基になった行: beside what a thing adds to the figures stands by what it is found (conditions, answers) and its rank
 * in lists (days), so that the rows behind a number are read from an index (docs/adr/0013).
 */
export class FindRowsBehindFigures1795000001350 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tally_units ADD COLUMN found_by text[] NOT NULL DEFAULT '{}';
      CREATE INDEX tally_units_found_by ON tally_units USING gin (found_by) WHERE kind = 'survey';
      CREATE TABLE tally_ranks (
        figure text NOT NULL,
        unit   uuid NOT NULL,
        year   integer,
        rank   integer NOT NULL,
        PRIMARY KEY (unit, figure)
      );
      CREATE INDEX tally_ranks_of_all ON tally_ranks (figure, rank DESC, unit);
      CREATE INDEX tally_ranks_of_year ON tally_ranks (figure, year, rank DESC, unit);
      CREATE UNIQUE INDEX survey_responses_unit ON survey_responses (coalesce(invitation_id, id));
      INSERT INTO tally_changes (kind, unit) SELECT kind, unit FROM tally_units`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX survey_responses_unit;
      DROP TABLE tally_ranks;
      ALTER TABLE tally_units DROP COLUMN found_by`);
  }
}
