import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 中間報告 and 最終報告 of a team, with every version of their texts, and who was reminded of them. */
export class CreateTeamReports1795000002241 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_reports (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        kind       text NOT NULL CHECK (kind IN ('interim', 'final')),
        state      text NOT NULL CHECK (state IN ('drafting', 'proposed', 'agreed', 'closed')),
        version    int NOT NULL,
        content    jsonb NOT NULL,
        -- What the entries gave when the texts were last filled: whoever wrote something else keeps it.
        filled     jsonb NOT NULL,
        filled_at  timestamptz NOT NULL,
        agreed_by  uuid REFERENCES people (id),
        agreed_at  timestamptz,
        -- What the town agreed to, whole.
        document   jsonb,
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        updated_by uuid NOT NULL REFERENCES people (id),
        updated_at timestamptz NOT NULL,
        UNIQUE (team_id, kind),
        CHECK ((state IN ('agreed', 'closed')) = (document IS NOT NULL)),
        CHECK ((document IS NULL) = (agreed_at IS NULL) AND (document IS NULL) = (agreed_by IS NULL))
      );
      CREATE TABLE team_report_versions (
        report_id uuid NOT NULL REFERENCES team_reports (id),
        version   int NOT NULL,
        content   jsonb NOT NULL,
        saved_by  uuid NOT NULL REFERENCES people (id),
        saved_at  timestamptz NOT NULL,
        PRIMARY KEY (report_id, version)
      );
      CREATE TABLE team_report_nudges (
        team_id uuid NOT NULL REFERENCES teams (id),
        kind    text NOT NULL,
        step    text NOT NULL CHECK (step IN ('soon', 'overdue')),
        -- The day it was due: moved in the calendar, it is told again.
        due_on  date NOT NULL,
        told_at timestamptz NOT NULL,
        PRIMARY KEY (team_id, kind, step, due_on)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_report_nudges, team_report_versions, team_reports');
  }
}
