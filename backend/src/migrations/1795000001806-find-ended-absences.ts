import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who takes an absence back twice is told the same twice. */
export class FindEndedAbsences1795000001806 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `CREATE INDEX events_ended_absence ON events ((data ->> 'absenceId')) WHERE type = 'person.endAbsence'`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX events_ended_absence');
  }
}
