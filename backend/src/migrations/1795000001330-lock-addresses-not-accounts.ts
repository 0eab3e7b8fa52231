import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failed sign-ins are counted for an address, whether or not it has an account: the lock tells nobody which. */
export class LockAddressesNotAccounts1795000001330 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE failed_sign_ins (
        email        text PRIMARY KEY CHECK (email = lower(email)),
        failures     integer NOT NULL DEFAULT 1,
        locked_until timestamptz,
        last_at      timestamptz NOT NULL
      );
      CREATE INDEX failed_sign_ins_last_at ON failed_sign_ins (last_at);
      INSERT INTO failed_sign_ins (email, failures, locked_until, last_at)
        SELECT email, failed_sign_ins, locked_until, now() FROM people WHERE failed_sign_ins > 0;
      ALTER TABLE people DROP COLUMN failed_sign_ins, DROP COLUMN locked_until`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE people ADD COLUMN failed_sign_ins integer NOT NULL DEFAULT 0, ADD COLUMN locked_until timestamptz;
      UPDATE people p SET failed_sign_ins = f.failures, locked_until = f.locked_until
        FROM failed_sign_ins f WHERE f.email = p.email;
      DROP TABLE failed_sign_ins`);
  }
}
