import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a reply names a call that has ended, for those who approve it. */
export class KeepReasonsOfRequests1795000001820 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE replies ADD request_reason text NOT NULL DEFAULT ''`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE replies DROP request_reason');
  }
}
