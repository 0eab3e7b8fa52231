import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Secret addresses under which a person reads the calendar of a team without a session: one each, only its hash. */
export class CreateTeamCalendars1795000002212 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_calendars (
        person_id  uuid NOT NULL REFERENCES people (id),
        team_id    uuid NOT NULL REFERENCES teams (id),
        token_hash bytea NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        PRIMARY KEY (person_id, team_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_calendars');
  }
}
