import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 初回応答: the first thing the desk did with a submitted case. Read for all cases at once by the figures. */
export class IndexFirstResponses1795000000910 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX events_first_response ON events (consultation_id, occurred_at)
        WHERE type IN ('consultation.take', 'consultation.return', 'consultation.guide', 'consultation.merge')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX events_first_response');
  }
}
