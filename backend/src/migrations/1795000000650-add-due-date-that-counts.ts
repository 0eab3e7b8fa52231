import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE_REPLY = `'submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving'`;
const WAITING_FOR_TOWN = `'returned', 'correcting', 'closing'`;
const OPEN = `${BEFORE_REPLY}, ${WAITING_FOR_TOWN}, 'replied', 'followUp'`;

/** The one date a case is sorted by, and an index for each order in which lists are read. */
export class AddDueDateThatCounts1795000000650 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE consultations ADD COLUMN due_on date GENERATED ALWAYS AS (
        CASE WHEN state IN (${BEFORE_REPLY}) THEN reply_due_on WHEN state IN (${WAITING_FOR_TOWN}) THEN state_due_on END
      ) STORED;
      DROP INDEX consultations_state_reply_due_on_id_idx;
      DROP INDEX consultations_submitted_at_id_idx;
      CREATE INDEX consultations_by_state_due ON consultations (state, due_on, id);
      CREATE INDEX consultations_open_by_due ON consultations (due_on, id) WHERE state IN (${OPEN});
      CREATE INDEX consultations_newest ON consultations (submitted_at DESC NULLS LAST, id);
      CREATE INDEX consultations_reopening_wished ON consultations (reopen_wished_at, id)
        WHERE state = 'closed' AND reopen_wished_at IS NOT NULL;
      CREATE INDEX consultations_merged_into ON consultations (merged_into) WHERE merged_into IS NOT NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX consultations_by_state_due, consultations_open_by_due, consultations_newest,
        consultations_reopening_wished, consultations_merged_into;
      ALTER TABLE consultations DROP COLUMN due_on;
      CREATE INDEX ON consultations (state, reply_due_on, id);
      CREATE INDEX ON consultations (submitted_at DESC, id)`);
  }
}
