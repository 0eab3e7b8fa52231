import type { MigrationInterface, QueryRunner } from 'typeorm';

/** KPI of a team's plan. What stood there before stays as versions; a removed one keeps its history. */
export class CreateTeamKpis1795000002240 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_kpis (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        version    int NOT NULL,
        content    jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX ON team_kpis (team_id, created_at);
      CREATE TABLE team_kpi_versions (
        kpi_id   uuid NOT NULL REFERENCES team_kpis (id),
        version  int NOT NULL,
        -- Null: removed.
        content  jsonb,
        saved_by uuid NOT NULL REFERENCES people (id),
        saved_at timestamptz NOT NULL,
        PRIMARY KEY (kpi_id, version)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_kpi_versions, team_kpis');
  }
}
