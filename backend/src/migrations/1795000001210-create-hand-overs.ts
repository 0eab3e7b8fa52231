import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 引継ぎ. The id is made with the preview, so that a second press finds the first. */
export class CreateHandOvers1795000001210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hand_overs (
        id                    uuid PRIMARY KEY,
        person_id             uuid REFERENCES people (id),
        division_id           text REFERENCES divisions (id),
        successor_id          uuid REFERENCES people (id),
        successor_division_id text REFERENCES divisions (id),
        reason                text NOT NULL CHECK (reason <> ''),
        moved                 integer NOT NULL DEFAULT 0,
        leaves_on             date,
        left_at               timestamptz,
        made_by               uuid NOT NULL REFERENCES people (id),
        made_at               timestamptz NOT NULL,
        CHECK (num_nonnulls(person_id, division_id) = 1),
        CHECK (successor_id <> person_id),
        CHECK (successor_division_id <> division_id)
      );
      CREATE INDEX ON hand_overs (leaves_on) WHERE leaves_on IS NOT NULL AND left_at IS NULL;
      CREATE INDEX ON action_items (owner_id) WHERE done_at IS NULL AND owner_id IS NOT NULL;
      CREATE INDEX ON consultations (created_by, state)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      `DROP TABLE hand_overs; DROP INDEX action_items_owner_id_idx; DROP INDEX consultations_created_by_state_idx`,
    );
  }
}
