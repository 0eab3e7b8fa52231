import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Why a member left in the middle of the year, and what the next one has to know. Both null after another 任命. */
export class KeepWhyMembersLeave1795000002214 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE team_members ADD leaving_reason text, ADD hand_over text,
        ADD CHECK (leaving_reason IS NULL OR left_on IS NOT NULL)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE team_members DROP leaving_reason, DROP hand_over');
  }
}
