import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who made a version by hand, when and why; a version that an import made names the import instead. */
export class KeepWhoEditsMeasures1795000001821 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE measures
        ADD edited_by   uuid REFERENCES people (id),
        ADD edited_at   timestamptz,
        ADD edit_reason text,
        ADD CHECK (num_nulls(edited_by, edited_at, edit_reason) IN (0, 3)),
        ADD CHECK (edited_by IS NULL OR import_id IS NULL AND version > 1)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE measures DROP edited_by, DROP edited_at, DROP edit_reason');
  }
}
