import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 継続: what a town wishes on its page, and what became of it. A team is carried over once, into one 応募. */
export class CreateContinuations1795000002251 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE continuation_wishes (
        team_id uuid PRIMARY KEY REFERENCES teams (id),
        years   integer NOT NULL CHECK (years BETWEEN 0 AND 5),
        note    text NOT NULL DEFAULT '',
        -- Members of now whom the town would like to keep.
        again   uuid[] NOT NULL DEFAULT '{}',
        said_at timestamptz NOT NULL,
        said_by uuid NOT NULL REFERENCES people (id)
      );
      CREATE TABLE continuations (
        team_id        uuid PRIMARY KEY REFERENCES teams (id),
        outcome        text NOT NULL CHECK (outcome IN ('carried', 'notCarried')),
        reason         text NOT NULL CHECK (reason <> ''),
        decided_by     uuid NOT NULL REFERENCES people (id),
        decided_at     timestamptz NOT NULL,
        application_id uuid UNIQUE REFERENCES applications (id),
        CHECK ((outcome = 'carried') = (application_id IS NOT NULL))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE continuations, continuation_wishes');
  }
}
