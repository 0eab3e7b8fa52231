import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What somebody promised who left with a 任命 is the team's, until somebody does it. */
export class LetATeamOwnPromises1795000002270 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE promises DROP CONSTRAINT promises_check,
        ADD CONSTRAINT promises_owner_check CHECK (owner_kind = 'team' OR owner_id IS NULL);
      UPDATE promises pr SET owner_id = NULL WHERE pr.done_at IS NULL AND pr.owner_kind = 'team' AND NOT EXISTS (
        SELECT 1 FROM team_members tm WHERE tm.team_id = pr.team_id AND tm.person_id = pr.owner_id AND tm.left_on IS NULL)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE promises SET owner_id = created_by WHERE owner_kind = 'team' AND owner_id IS NULL;
      ALTER TABLE promises DROP CONSTRAINT promises_owner_check,
        ADD CONSTRAINT promises_check CHECK ((owner_kind = 'team') = (owner_id IS NOT NULL))`);
  }
}
