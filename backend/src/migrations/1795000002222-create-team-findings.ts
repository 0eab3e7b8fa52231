import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands still in a team, one row for each fact and period: when the team was reminded, when the secretariat heard.
 * How long is too long is data with the day from which it holds.
 */
export class CreateTeamFindings1795000002222 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_health_rules (
        valid_from        date PRIMARY KEY,
        contact_workdays  integer NOT NULL CHECK (contact_workdays BETWEEN 1 AND 250),
        visit_months      integer NOT NULL CHECK (visit_months BETWEEN 1 AND 12),
        escalate_workdays integer NOT NULL CHECK (escalate_workdays BETWEEN 1 AND 250),
        created_by        uuid REFERENCES people (id),
        created_at        timestamptz NOT NULL
      );
      INSERT INTO team_health_rules VALUES ('2025-04-01', 30, 3, 10, NULL, '2025-04-01T00:00:00+09:00');
      CREATE TABLE team_findings (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        kind       text NOT NULL CHECK (kind IN ('noContact', 'noVisit', 'overduePromises')),
        -- The day of the last contact or visit, or the first due day: another day is another period.
        since      date NOT NULL,
        found_on   date NOT NULL,
        told_on    date CHECK (told_on >= found_on),
        settled_at timestamptz,
        UNIQUE (team_id, kind, since)
      );
      CREATE INDEX ON team_findings (team_id) WHERE settled_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_findings, team_health_rules');
  }
}
