import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 会話 of a team. What its writer withdraws loses its words. */
export class CreateTeamPosts1795000002213 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_posts (
        id           uuid PRIMARY KEY,
        team_id      uuid NOT NULL REFERENCES teams (id),
        body         text,
        created_by   uuid NOT NULL REFERENCES people (id),
        created_at   timestamptz NOT NULL,
        withdrawn_at timestamptz,
        CHECK ((body IS NULL) = (withdrawn_at IS NOT NULL))
      );
      CREATE INDEX ON team_posts (team_id, created_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_posts');
  }
}
