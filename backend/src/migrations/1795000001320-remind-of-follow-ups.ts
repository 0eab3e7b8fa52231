import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A 相談 in フォロー中 is brought to mind monthly (domain.md §3, C11). */
export class RemindOfFollowUps1795000001320 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE deadline_rules DROP CONSTRAINT deadline_rules_kind_check,
        ADD CONSTRAINT deadline_rules_kind_check CHECK (kind IN ('submitted', 'checking', 'returned', 'correcting',
          'triaged', 'inquiring', 'collected', 'drafting', 'approving', 'followUp', 'closing', 'reply', 'inquiry',
          'actionItem', 'survey'));
      INSERT INTO deadline_rules (kind, valid_from, calendar, workdays, reminders, escalation, pauses, reason)
        VALUES ('followUp', '2019-04-01', 'desk', 20, '{0}', NULL, false, '最初の設定')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DELETE FROM deadlines WHERE kind = 'followUp';
      UPDATE consultations SET state_due_on = NULL WHERE state = 'followUp';
      DELETE FROM deadline_rules WHERE kind = 'followUp';
      ALTER TABLE deadline_rules DROP CONSTRAINT deadline_rules_kind_check,
        ADD CONSTRAINT deadline_rules_kind_check CHECK (kind IN ('submitted', 'checking', 'returned', 'correcting',
          'triaged', 'inquiring', 'collected', 'drafting', 'approving', 'closing', 'reply', 'inquiry',
          'actionItem', 'survey'))`);
  }
}
