import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMeasureBaskets1795000001510 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE measure_baskets (
        person_id  uuid NOT NULL REFERENCES people (id) ON DELETE CASCADE,
        measure_id text NOT NULL REFERENCES measures (id) ON DELETE CASCADE,
        added_at   timestamptz NOT NULL,
        PRIMARY KEY (person_id, measure_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE measure_baskets');
  }
}
