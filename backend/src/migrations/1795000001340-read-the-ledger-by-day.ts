import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A day of the ledger costs what the day holds, not what the years hold. */
export class ReadTheLedgerByDay1795000001340 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX notices_in_ledger ON notices (mail_from DESC, id DESC) WHERE mail_from IS NOT NULL');
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX notices_in_ledger');
  }
}
