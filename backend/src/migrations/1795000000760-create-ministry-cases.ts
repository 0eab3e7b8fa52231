import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `'submitted', 'checking', 'returned', 'correcting', 'triaged', 'inquiring', 'collected', 'drafting', 'approving',
  'replied', 'followUp', 'closing'`;

/**
 * Which ministry was asked about which case, with the case's state and date beside it: only so can a ministry's list be
 * read in order without walking through the cases of all others. Kept true by triggers; nobody writes to it.
 */
export class CreateMinistryCases1795000000760 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ministry_cases (
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        ministry_id     text NOT NULL REFERENCES ministries (id),
        state           text NOT NULL,
        due_on          date,
        submitted_at    timestamptz NOT NULL,
        PRIMARY KEY (consultation_id, ministry_id)
      );
      INSERT INTO ministry_cases
        SELECT DISTINCT c.id, i.ministry_id, c.state, c.due_on, c.submitted_at
        FROM inquiries i JOIN consultations c ON c.id = i.consultation_id WHERE i.state <> 'cancelled';
      CREATE INDEX ministry_cases_by_due ON ministry_cases (ministry_id, state, due_on, consultation_id);
      CREATE INDEX ministry_cases_open_by_due ON ministry_cases (ministry_id, due_on, consultation_id) WHERE state IN (${OPEN});
      CREATE INDEX ministry_cases_newest ON ministry_cases (ministry_id, submitted_at DESC NULLS LAST, consultation_id);

      CREATE FUNCTION ministry_cases_follow_inquiries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.state = 'cancelled' THEN
          DELETE FROM ministry_cases k WHERE k.consultation_id = NEW.consultation_id AND k.ministry_id = NEW.ministry_id
            AND NOT EXISTS (SELECT 1 FROM inquiries i WHERE i.consultation_id = NEW.consultation_id
                              AND i.ministry_id = NEW.ministry_id AND i.state <> 'cancelled');
        ELSE
          INSERT INTO ministry_cases
            SELECT c.id, NEW.ministry_id, c.state, c.due_on, c.submitted_at FROM consultations c WHERE c.id = NEW.consultation_id
          ON CONFLICT DO NOTHING;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ministry_cases_follow AFTER INSERT OR UPDATE OF state, ministry_id ON inquiries
        FOR EACH ROW EXECUTE FUNCTION ministry_cases_follow_inquiries();

      CREATE FUNCTION ministry_cases_follow_consultations() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE ministry_cases SET state = NEW.state, due_on = NEW.due_on WHERE consultation_id = NEW.id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER ministry_cases_follow AFTER UPDATE ON consultations FOR EACH ROW
        WHEN (OLD.state IS DISTINCT FROM NEW.state OR OLD.due_on IS DISTINCT FROM NEW.due_on)
        EXECUTE FUNCTION ministry_cases_follow_consultations()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TRIGGER ministry_cases_follow ON consultations;
      DROP TRIGGER ministry_cases_follow ON inquiries;
      DROP TABLE ministry_cases;
      DROP FUNCTION ministry_cases_follow_inquiries, ministry_cases_follow_consultations`);
  }
}
