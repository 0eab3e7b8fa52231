import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of the calls that had ended and the records that had moved on: which the request for 決裁 was made with. */
export class KeepWhatARequestKnew1795000002260 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE replies ADD request_knew text[] NOT NULL DEFAULT '{}'`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE replies DROP request_knew');
  }
}
