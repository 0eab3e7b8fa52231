import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 不在 of a person, in Tokyo days, both included. That none overlap and no chain of deputies is endless, the service sees to. */
export class CreateAbsences1795000001200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE absences (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        person_id  uuid NOT NULL REFERENCES people (id),
        from_on    date NOT NULL,
        until_on   date NOT NULL,
        deputy_id  uuid REFERENCES people (id),
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        CHECK (until_on >= from_on),
        CHECK (deputy_id <> person_id)
      );
      CREATE INDEX ON absences (person_id, until_on);
      CREATE INDEX ON absences (deputy_id, until_on) WHERE deputy_id IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE absences');
  }
}
