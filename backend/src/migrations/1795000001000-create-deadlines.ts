import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'submitted', 'checking', 'returned', 'correcting', 'triaged', 'inquiring', 'collected', 'drafting', 'approving', 'closing'`;
const UNTIL_REPLY = `'submitted', 'checking', 'triaged', 'inquiring', 'collected', 'drafting', 'approving', 'returned', 'correcting'`;
const ENDED_INQUIRY = `'answered', 'notApplicable', 'cancelled'`;

/** Noon, so that the day counts as the day itself. */
const noon = (day: string) => `to_json((${day} + time '12:00') AT TIME ZONE 'Asia/Tokyo')`;
/** What is known of a date that is older than its record: the date. */
const earlier = (day: string, at: string, pausedOn: string) => `
  jsonb_build_array(jsonb_build_object('type', 'set', 'cause', 'earlier', 'dueOn', ${day}, 'at', to_json(${at})))
  || CASE WHEN ${pausedOn} IS NULL THEN '[]'
     ELSE jsonb_build_array(jsonb_build_object('type', 'pause', 'at', ${noon(pausedOn)})) END`;

/**
 * Deadlines with their history. Closed days and rules are kept in all their versions, numbered by one sequence, so that a
 * date can be explained from what was known when it was reckoned.
 */
export class CreateDeadlines1795000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE SEQUENCE almanac_versions AS integer;

      ALTER TABLE holidays DROP CONSTRAINT holidays_pkey,
        ADD COLUMN calendar text NOT NULL DEFAULT 'national'
          CHECK (calendar IN ('national', 'desk', 'ministry', 'municipality')),
        ADD PRIMARY KEY (calendar, day);
      CREATE TABLE closed_days (
        version  integer PRIMARY KEY DEFAULT nextval('almanac_versions'),
        calendar text NOT NULL,
        day      date NOT NULL,
        name     text NOT NULL,
        closed   boolean NOT NULL
      );
      INSERT INTO closed_days (calendar, day, name, closed)
        SELECT calendar, day, name, NOT cancelled FROM holidays ORDER BY calendar, day;
      CREATE FUNCTION holidays_are_remembered() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'INSERT' OR (OLD.name, OLD.cancelled) IS DISTINCT FROM (NEW.name, NEW.cancelled) THEN
          INSERT INTO closed_days (calendar, day, name, closed) VALUES (NEW.calendar, NEW.day, NEW.name, NOT NEW.cancelled);
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER remember AFTER INSERT OR UPDATE ON holidays FOR EACH ROW EXECUTE FUNCTION holidays_are_remembered();

      DROP TABLE deadline_rules;
      CREATE TABLE deadline_rules (
        id         integer PRIMARY KEY DEFAULT nextval('almanac_versions'),
        kind       text NOT NULL CHECK (kind IN (${STATES}, 'reply', 'inquiry', 'actionItem', 'survey')),
        valid_from date NOT NULL,
        calendar   text NOT NULL CHECK (calendar IN ('desk', 'ministry', 'municipality')),
        workdays   integer CHECK (workdays BETWEEN 0 AND 250),
        cut_off    time NOT NULL DEFAULT '17:15',
        reminders  integer[] NOT NULL DEFAULT '{-3,0,1}',
        escalation integer DEFAULT 3 CHECK (escalation BETWEEN 0 AND 60),
        pauses     boolean NOT NULL DEFAULT false,
        reason     text NOT NULL CHECK (reason <> ''),
        made_by    uuid REFERENCES people (id),
        made_at    timestamptz NOT NULL DEFAULT now(),
        CHECK ((workdays IS NULL) = (kind IN ('actionItem', 'survey')))
      );
      INSERT INTO deadline_rules (kind, valid_from, calendar, workdays, reminders, escalation, pauses, reason)
      SELECT kind, '2019-04-01', calendar, workdays, reminders::integer[], escalation, pauses, '最初の設定' FROM (VALUES
        ('submitted', 'desk', 1, '{0,1}', 3, false), ('checking', 'desk', 2, '{0,1}', 3, false),
        ('returned', 'municipality', 10, '{0}', NULL, false), ('correcting', 'municipality', 10, '{0}', NULL, false),
        ('triaged', 'desk', 3, '{0,1}', 3, false), ('inquiring', 'desk', 10, '{0,1}', 3, false),
        ('collected', 'desk', 3, '{0,1}', 3, false), ('drafting', 'desk', 3, '{0,1}', 3, false),
        ('approving', 'desk', 2, '{0,1}', 3, false), ('closing', 'municipality', 20, '{-3,0}', NULL, false),
        ('reply', 'desk', 20, '{-3,0,1}', 3, true), ('inquiry', 'ministry', 10, '{-3,0,1}', 3, true),
        ('actionItem', 'desk', NULL, '{-3,0,1}', 3, false), ('survey', 'municipality', NULL, '{-3}', NULL, false)
      ) AS first (kind, calendar, workdays, reminders, escalation, pauses);

      CREATE FUNCTION almanac_version() RETURNS integer LANGUAGE plpgsql VOLATILE AS $$
      BEGIN
        -- Until this transaction ends, no change of holidays or rules passes by (see deadlines/recount.ts).
        PERFORM pg_advisory_xact_lock_shared(hashtext('almanac'));
        RETURN greatest((SELECT max(version) FROM closed_days), (SELECT max(id) FROM deadline_rules));
      END $$;

      CREATE TABLE deadlines (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        clock           text NOT NULL CHECK (clock IN ('state', 'reply', 'inquiry')),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        inquiry_id      uuid REFERENCES inquiries (id),
        kind            text NOT NULL,
        started_at      timestamptz NOT NULL,
        turns           jsonb NOT NULL DEFAULT '[]',
        rule_id         integer NOT NULL REFERENCES deadline_rules (id),
        almanac_version integer NOT NULL,
        due_on          date NOT NULL,
        ended_at        timestamptz,
        CHECK ((clock = 'inquiry') = (inquiry_id IS NOT NULL))
      );
      CREATE INDEX deadlines_of_case ON deadlines (consultation_id, clock, started_at);
      CREATE INDEX deadlines_of_inquiry ON deadlines (inquiry_id) WHERE inquiry_id IS NOT NULL;
      CREATE INDEX deadlines_open ON deadlines (due_on, id) WHERE ended_at IS NULL;
      INSERT INTO deadlines (clock, consultation_id, kind, started_at, turns, rule_id, almanac_version, due_on)
        SELECT 'state', c.id, c.state, c.state_since, ${earlier('c.state_due_on', 'c.state_since', 'NULL::date')}, r.id,
          almanac_version(), c.state_due_on
        FROM consultations c JOIN deadline_rules r ON r.kind = c.state WHERE c.state_due_on IS NOT NULL;
      INSERT INTO deadlines (clock, consultation_id, kind, started_at, turns, rule_id, almanac_version, due_on, ended_at)
        SELECT 'reply', c.id, 'reply', c.submitted_at, ${earlier('c.reply_due_on', 'c.submitted_at', 'c.clock_stopped_on')}, r.id,
          almanac_version(), c.reply_due_on, CASE WHEN c.state NOT IN (${UNTIL_REPLY}) THEN coalesce(c.replied_at, c.state_since) END
        FROM consultations c JOIN deadline_rules r ON r.kind = 'reply'
        WHERE c.reply_due_on IS NOT NULL AND c.submitted_at IS NOT NULL;
      INSERT INTO deadlines (clock, consultation_id, inquiry_id, kind, started_at, turns, rule_id, almanac_version, due_on, ended_at)
        SELECT 'inquiry', i.consultation_id, i.id, 'inquiry', i.asked_at, ${earlier('i.due_on', 'i.asked_at', 'i.paused_on')}, r.id,
          almanac_version(), i.due_on, CASE WHEN i.state IN (${ENDED_INQUIRY}) THEN coalesce(i.answered_at, i.cancelled_at) END
        FROM inquiries i JOIN deadline_rules r ON r.kind = 'inquiry';

      -- A rule may say that the clock goes on while a question back is open.
      ALTER TABLE inquiries DROP CONSTRAINT inquiries_check,
        ADD CONSTRAINT inquiries_check CHECK (paused_on IS NULL OR state = 'questioned');

      CREATE VIEW dues AS
        SELECT d.clock AS fact, coalesce(d.inquiry_id, d.consultation_id) AS subject_id, d.consultation_id, d.kind, d.due_on, d.started_at AS since, d.rule_id,
          CASE WHEN d.kind = 'inquiry' THEN 'ministry' WHEN d.kind IN ('returned', 'correcting', 'closing') THEN 'town'
               WHEN d.kind = 'approving' THEN 'manager' ELSE 'desk' END AS holder,
          c.municipality_code, c.owner_id, i.ministry_id, i.division_id,
          CASE d.clock WHEN 'reply' THEN c.clock_stopped_on IS NOT NULL WHEN 'inquiry' THEN i.paused_on IS NOT NULL
               ELSE false END AS paused
        FROM deadlines d JOIN consultations c ON c.id = d.consultation_id LEFT JOIN inquiries i ON i.id = d.inquiry_id
        WHERE d.ended_at IS NULL
        UNION ALL
        SELECT 'actionItem', a.id, a.consultation_id, 'actionItem', a.due_on, a.created_at, r.id, a.owner_kind, c.municipality_code,
          coalesce(a.owner_id, c.owner_id), a.ministry_id, NULL, false
        FROM action_items a JOIN consultations c ON c.id = a.consultation_id
        CROSS JOIN LATERAL (SELECT id FROM deadline_rules WHERE kind = 'actionItem' AND valid_from <= a.created_at::date
                            ORDER BY valid_from DESC, id DESC LIMIT 1) r
        WHERE a.done_at IS NULL
        UNION ALL
        SELECT 'survey', s.id, s.consultation_id, 'survey', s.closes_on, s.invited_at, r.id, 'town', c.municipality_code, c.owner_id, NULL, NULL, false
        FROM survey_invitations s JOIN consultations c ON c.id = s.consultation_id
        CROSS JOIN LATERAL (SELECT id FROM deadline_rules WHERE kind = 'survey' AND valid_from <= s.invited_at::date
                            ORDER BY valid_from DESC, id DESC LIMIT 1) r
        WHERE s.answered_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP VIEW dues;
      ALTER TABLE inquiries DROP CONSTRAINT inquiries_check,
        ADD CONSTRAINT inquiries_check CHECK ((state = 'questioned') = (paused_on IS NOT NULL));
      DROP TABLE deadlines, deadline_rules;
      DROP FUNCTION almanac_version;
      DROP TRIGGER remember ON holidays;
      DROP FUNCTION holidays_are_remembered;
      DROP TABLE closed_days;
      DELETE FROM holidays WHERE calendar <> 'national';
      ALTER TABLE holidays DROP CONSTRAINT holidays_pkey, DROP COLUMN calendar, ADD PRIMARY KEY (day);
      DROP SEQUENCE almanac_versions;
      CREATE TABLE deadline_rules (
        kind     text PRIMARY KEY,
        workdays integer NOT NULL CHECK (workdays BETWEEN 0 AND 250)
      );
      INSERT INTO deadline_rules VALUES
        ('submitted', 1), ('checking', 2), ('returned', 10), ('correcting', 10), ('triaged', 3), ('inquiring', 10), ('collected', 3),
        ('drafting', 3), ('approving', 2), ('closing', 20), ('reply', 20)`);
  }
}
