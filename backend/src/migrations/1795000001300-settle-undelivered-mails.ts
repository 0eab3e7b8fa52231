import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A mail that did not arrive is a task until somebody notes what came of it, or a later mail to the address went out. */
export class SettleUndeliveredMails1795000001300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE mails
        ADD COLUMN settled_at timestamptz,
        ADD COLUMN settled_by uuid REFERENCES people (id),
        ADD COLUMN settled_note text CHECK (settled_note <> ''),
        ADD CHECK (num_nonnulls(settled_at, settled_by, settled_note) IN (0, 3)),
        ADD CHECK (settled_at IS NULL OR num_nonnulls(refused_at, given_up_at) > 0);
      CREATE INDEX mails_undelivered ON mails (recipient)
        WHERE (refused_at IS NOT NULL OR given_up_at IS NOT NULL) AND settled_at IS NULL;
      CREATE INDEX mails_arrived ON mails (recipient, sent_at) WHERE sent_at IS NOT NULL;
      DROP INDEX mails_not_received`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX mails_not_received ON mails (person_id) WHERE refused_at IS NOT NULL OR given_up_at IS NOT NULL;
      DROP INDEX mails_arrived;
      DROP INDEX mails_undelivered;
      ALTER TABLE mails DROP COLUMN settled_at, DROP COLUMN settled_by, DROP COLUMN settled_note`);
  }
}
