import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of ended inquiries, newest first, must not cost more as they grow in number. */
export class IndexEndedInquiries1795000000710 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE INDEX inquiries_ended_by_ministry ON inquiries (ministry_id, answered_at DESC, id)
        WHERE state IN ('answered', 'notApplicable');
      CREATE INDEX inquiries_ended ON inquiries (answered_at DESC, id) WHERE state IN ('answered', 'notApplicable')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP INDEX inquiries_ended, inquiries_ended_by_ministry');
  }
}
