import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row per version; the highest is in force. */
export class CreateMeasureSettings1795000001520 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE measure_settings (
        version    integer PRIMARY KEY,
        public     boolean NOT NULL,
        changed_by uuid REFERENCES people (id),
        changed_at timestamptz
      );
      INSERT INTO measure_settings (version, public) VALUES (1, false)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE measure_settings');
  }
}
