import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 審査: the sheets of the reviewers, closed to each other until all are handed in; and the letters that tell the outcome. */
export class CreateReviews1795000002010 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reviews (
        application_id uuid NOT NULL REFERENCES applications (id),
        reviewer_id    uuid NOT NULL REFERENCES people (id),
        scores         jsonb NOT NULL DEFAULT '{}',
        comment        text NOT NULL DEFAULT '',
        version        integer NOT NULL DEFAULT 1,
        assigned_at    timestamptz NOT NULL,
        handed_in_at   timestamptz,
        PRIMARY KEY (application_id, reviewer_id)
      );
      CREATE INDEX ON reviews (reviewer_id);
      CREATE TABLE outcome_letters (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        application_id uuid NOT NULL REFERENCES applications (id),
        outcome        text NOT NULL CHECK (outcome IN ('chosen', 'reserve', 'notChosen')),
        body           jsonb NOT NULL,
        issued_at      timestamptz NOT NULL,
        issued_by      uuid NOT NULL REFERENCES people (id)
      );
      CREATE INDEX ON outcome_letters (application_id, issued_at)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE outcome_letters, reviews');
  }
}
