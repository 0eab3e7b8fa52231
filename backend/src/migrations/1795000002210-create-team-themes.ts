import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 支援テーマ and 取組計画 of a team: every saving is a row, so that the history is what was written. */
export class CreateTeamThemes1795000002210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_themes (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        version    integer NOT NULL CHECK (version > 0),
        fields     text[] NOT NULL,
        theme      text NOT NULL CHECK (theme <> ''),
        goal       text NOT NULL,
        plan       text NOT NULL,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL REFERENCES people (id),
        UNIQUE (team_id, version)
      );
      -- Of the introduction.
      ALTER TABLE team_members ADD version integer NOT NULL DEFAULT 1`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_themes; ALTER TABLE team_members DROP version');
  }
}
