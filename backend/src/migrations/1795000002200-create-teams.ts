import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The teams that follow from a 任命. Who leaves stays in the table with the day; a person is in one team of a round. */
export class CreateTeams1795000002200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE teams (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id          uuid NOT NULL REFERENCES rounds (id),
        -- Of the town that was chosen.
        application_id    uuid NOT NULL UNIQUE REFERENCES applications (id),
        municipality_code text NOT NULL REFERENCES municipalities (code),
        created_at        timestamptz NOT NULL,
        -- The town withdrew after the 任命, or another 任命 took the place of the one that made it.
        ended_at          timestamptz
      );
      CREATE INDEX ON teams (round_id, municipality_code);
      CREATE INDEX ON teams (municipality_code);
      CREATE TABLE team_members (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id        uuid NOT NULL REFERENCES teams (id),
        application_id uuid NOT NULL REFERENCES applications (id),
        person_id      uuid NOT NULL REFERENCES people (id),
        introduction   text NOT NULL DEFAULT '',
        joined_on      date NOT NULL,
        -- The first day on which the person is no member any more.
        left_on        date CHECK (left_on >= joined_on)
      );
      CREATE UNIQUE INDEX team_members_now ON team_members (application_id) WHERE left_on IS NULL;
      CREATE INDEX ON team_members (team_id);
      CREATE INDEX ON team_members (person_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_members, teams');
  }
}
