import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officers made of suggestions. A choice is undone, never deleted, so that the figures can be counted again. */
export class CreateSuggestionChoices1795000001600 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE suggestion_choices (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        kind            text NOT NULL CHECK (kind IN ('ministry', 'measure')),
        ministry_id     text REFERENCES ministries (id),
        measure_id      text,
        measure_label   text,
        verdict         text NOT NULL CHECK (verdict IN ('taken', 'rejected')),
        rank            integer NOT NULL CHECK (rank > 0),
        knowledge       integer NOT NULL,
        chosen_by       uuid NOT NULL REFERENCES people (id),
        chosen_at       timestamptz NOT NULL,
        undone_by       uuid REFERENCES people (id),
        undone_at       timestamptz,
        subject         text NOT NULL GENERATED ALWAYS AS (coalesce(ministry_id, measure_id)) STORED,
        CHECK (CASE kind WHEN 'ministry' THEN ministry_id IS NOT NULL AND measure_id IS NULL AND measure_label IS NULL
                         ELSE ministry_id IS NULL AND measure_id IS NOT NULL AND measure_label IS NOT NULL END),
        CHECK ((undone_by IS NULL) = (undone_at IS NULL))
      );
      CREATE UNIQUE INDEX suggestion_choices_standing ON suggestion_choices (consultation_id, kind, subject)
        WHERE undone_at IS NULL;
      CREATE INDEX ON suggestion_choices (consultation_id, chosen_at);
      CREATE INDEX ON suggestion_choices (chosen_at) WHERE undone_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE suggestion_choices');
  }
}
