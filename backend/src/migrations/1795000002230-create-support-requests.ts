import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'submitted', 'checking', 'returned', 'correcting', 'triaged', 'inquiring', 'collected', 'drafting', 'approving',
  'followUp', 'closing', 'reply', 'inquiry', 'actionItem', 'survey'`;

/** The ministry of a case's inquiry is kept beside the case: of 相談 only, which are listed and counted by it. */
const followInquiries = (which: string) => `
  CREATE OR REPLACE FUNCTION ministry_cases_follow_inquiries() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.state = 'cancelled' THEN
      DELETE FROM ministry_cases k WHERE k.consultation_id = NEW.consultation_id AND k.ministry_id = NEW.ministry_id
        AND NOT EXISTS (SELECT 1 FROM inquiries i WHERE i.consultation_id = NEW.consultation_id
                          AND i.ministry_id = NEW.ministry_id AND i.state <> 'cancelled');
    ELSE
      INSERT INTO ministry_cases
        SELECT c.id, NEW.ministry_id, c.state, c.due_on, c.submitted_at FROM consultations c
        WHERE c.id = NEW.consultation_id ${which}
      ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
  END $$;`;

/**
 * 後方支援: a request of a team is a case with a team, so that inquiries, clocks and mails work on it as on any other; what
 * only it has stands in `support_requests` under the same id (docs/adr/0031).
 */
export class CreateSupportRequests1795000002230 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE consultations ADD COLUMN team_id uuid REFERENCES teams (id),
        ALTER COLUMN form_version DROP NOT NULL,
        ADD CONSTRAINT consultations_karte_or_team CHECK ((team_id IS NULL) = (form_version IS NOT NULL)),
        DROP CONSTRAINT consultations_fiscal_year_serial_key;
      CREATE UNIQUE INDEX consultations_serial ON consultations (fiscal_year, serial, (team_id IS NOT NULL));
      CREATE INDEX consultations_of_teams ON consultations (team_id, id) WHERE team_id IS NOT NULL;
      ${followInquiries('AND c.team_id IS NULL')}
      DROP TRIGGER searched_cases_begin ON consultations;
      CREATE TRIGGER searched_cases_begin AFTER INSERT ON consultations FOR EACH ROW
        WHEN (NEW.submitted_at IS NOT NULL AND NEW.team_id IS NULL) EXECUTE FUNCTION searched_cases_follow_text();

      ALTER TABLE deadline_rules DROP CONSTRAINT deadline_rules_kind_check,
        ADD CONSTRAINT deadline_rules_kind_check CHECK (kind IN (${KINDS}, 'support'));
      INSERT INTO deadline_rules (kind, valid_from, calendar, workdays, reminders, escalation, pauses, reason)
        VALUES ('support', '2019-04-01', 'desk', 15, '{-3,0,1}', 3, true, '最初の設定');

      CREATE TABLE support_kinds (
        code text PRIMARY KEY,
        name text NOT NULL UNIQUE CHECK (name <> ''),
        sort integer NOT NULL
      );
      INSERT INTO support_kinds (code, name, sort) VALUES ('policyTool', '政策ツール', 1), ('scheme', '支援制度', 2),
        ('contact', '担当窓口', 3), ('expert', '有識者', 4), ('practice', '好事例', 5);
      CREATE TABLE support_requests (
        id              uuid PRIMARY KEY REFERENCES consultations (id),
        team_id         uuid NOT NULL REFERENCES teams (id),
        kind            text NOT NULL REFERENCES support_kinds (code),
        background      text NOT NULL,
        wished_on       date,
        -- Whether officers of other teams may read it once it is answered.
        shared          boolean NOT NULL,
        answer          text,
        -- What the ministries answered, as it was handed to the team.
        passages        jsonb NOT NULL DEFAULT '[]',
        answered_by     uuid REFERENCES people (id),
        usefulness      smallint CHECK (usefulness BETWEEN 1 AND 5),
        usefulness_word text NOT NULL DEFAULT '',
        rated_by        uuid REFERENCES people (id),
        rated_at        timestamptz,
        search_text     text NOT NULL,
        CHECK ((answer IS NULL) = (answered_by IS NULL)),
        CHECK (num_nonnulls(usefulness, rated_by, rated_at) IN (0, 3)),
        CHECK (usefulness IS NULL OR answer IS NOT NULL)
      );
      CREATE INDEX ON support_requests (team_id);
      -- これで解決した: help that was found before anything was asked.
      CREATE TABLE support_finds (
        team_id   uuid NOT NULL REFERENCES teams (id),
        person_id uuid NOT NULL REFERENCES people (id),
        kind      text NOT NULL REFERENCES support_kinds (code),
        found     text NOT NULL CHECK (found IN ('measure', 'practice', 'request')),
        ref       text NOT NULL,
        day       date NOT NULL,
        PRIMARY KEY (team_id, found, ref, day)
      );
      CREATE TABLE support_settings (
        single          boolean PRIMARY KEY DEFAULT true CHECK (single),
        -- A team that never used 後方支援 is told of it after so many days.
        told_after_days integer NOT NULL CHECK (told_after_days BETWEEN 1 AND 365)
      );
      INSERT INTO support_settings (told_after_days) VALUES (60);
      CREATE TABLE support_tellings (
        team_id uuid PRIMARY KEY REFERENCES teams (id),
        told_at timestamptz NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    const [row]: unknown[] = await db.query('SELECT 1 FROM support_requests LIMIT 1');
    if (row) throw new Error('there are requests for 後方支援: the schema before knows no place for them');
    await db.query(`
      DROP TABLE support_tellings, support_settings, support_finds, support_requests, support_kinds;
      DELETE FROM deadline_rules WHERE kind = 'support';
      ALTER TABLE deadline_rules DROP CONSTRAINT deadline_rules_kind_check,
        ADD CONSTRAINT deadline_rules_kind_check CHECK (kind IN (${KINDS}));
      DROP TRIGGER searched_cases_begin ON consultations;
      CREATE TRIGGER searched_cases_begin AFTER INSERT ON consultations FOR EACH ROW
        WHEN (NEW.submitted_at IS NOT NULL) EXECUTE FUNCTION searched_cases_follow_text();
      ${followInquiries('')}
      DROP INDEX consultations_of_teams, consultations_serial;
      ALTER TABLE consultations ADD UNIQUE (fiscal_year, serial), DROP CONSTRAINT consultations_karte_or_team,
        DROP COLUMN team_id, ALTER COLUMN form_version SET NOT NULL`);
  }
}
