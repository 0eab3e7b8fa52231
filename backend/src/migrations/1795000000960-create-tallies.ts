import type { MigrationInterface, QueryRunner } from 'typeorm';

const MARKING: [table: string, when: string, condition: string, marks: string][] = [
  [
    'consultations',
    'INSERT OR UPDATE OF number, proxy_channel, state, state_since, submitted_at, fiscal_year, municipality_code, field_codes',
    'NEW.number IS NOT NULL OR NEW.proxy_channel IS NOT NULL',
    'tally_mark_case(NEW.id)',
  ],
  ['ministry_cases', 'INSERT', 'true', 'tally_mark_case(NEW.consultation_id)'],
  ['ministry_cases', 'DELETE', 'true', 'tally_mark_case(OLD.consultation_id)'],
  ['inquiries', 'INSERT OR UPDATE', 'true', 'tally_mark_case(NEW.consultation_id)'],
  ['replies', 'INSERT OR UPDATE OF state, issued_at', `NEW.state = 'approved'`, 'tally_mark_case(NEW.consultation_id)'],
  [
    'events',
    'INSERT',
    `NEW.type IN ('consultation.take', 'consultation.return', 'consultation.guide', 'consultation.merge')
       AND NEW.consultation_id IS NOT NULL`,
    'tally_mark_case(NEW.consultation_id)',
  ],
  ['survey_invitations', 'INSERT', 'true', `tally_mark('survey', NEW.id)`],
  ['survey_responses', 'INSERT', 'true', `tally_mark('survey', coalesce(NEW.invitation_id, NEW.id))`],
  ['follow_up_tasks', 'INSERT OR UPDATE OF done_at', 'true', 'tally_mark_response(NEW.response_id)'],
];

/**
 * 集計表: figures that are kept, so that reading them costs the same however many cases there are (docs/adr/0013).
 * Whatever changes is marked by triggers, and counted anew before the next reading.
 */
export class CreateTallies1795000000960 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tally_changes (
        id   bigint GENERATED ALWAYS AS IDENTITY,
        kind text NOT NULL CHECK (kind IN ('case', 'survey')),
        unit uuid NOT NULL,
        PRIMARY KEY (kind, id)
      );
      CREATE TABLE tally_units (
        kind    text NOT NULL,
        unit    uuid NOT NULL,
        entries text[] NOT NULL,
        PRIMARY KEY (kind, unit)
      );
      CREATE TABLE tallies (
        entry  text PRIMARY KEY,
        n      integer NOT NULL,
        figure text NOT NULL GENERATED ALWAYS AS (split_part(entry, '|', 1)) STORED,
        year   integer GENERATED ALWAYS AS (nullif(split_part(entry, '|', 2), '')::integer) STORED,
        key    text NOT NULL GENERATED ALWAYS AS (split_part(entry, '|', 3)) STORED,
        also   text NOT NULL GENERATED ALWAYS AS (split_part(entry, '|', 4)) STORED
      );
      CREATE INDEX tallies_of_figure ON tallies (figure, year) INCLUDE (key, also, n);
      CREATE INDEX tallies_used_up ON tallies (entry) WHERE n = 0;

      CREATE FUNCTION tally_mark(kind text, unit uuid) RETURNS void LANGUAGE sql AS
        'INSERT INTO tally_changes (kind, unit) VALUES ($1, $2)';
      CREATE FUNCTION tally_mark_case(id uuid) RETURNS void LANGUAGE sql AS
        'INSERT INTO tally_changes (kind, unit) SELECT ''case'', $1
         UNION ALL SELECT ''survey'', i.id FROM survey_invitations i WHERE i.consultation_id = $1';
      CREATE FUNCTION tally_mark_response(id uuid) RETURNS void LANGUAGE sql AS
        'INSERT INTO tally_changes (kind, unit) SELECT ''survey'', coalesce(r.invitation_id, r.id)
         FROM survey_responses r WHERE r.id = $1'`);
    for (const [n, [table, when, condition, marks]] of MARKING.entries()) {
      await db.query(`
        CREATE FUNCTION tally_follow_${n}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN PERFORM ${marks}; RETURN NULL; END $$;
        CREATE TRIGGER tally_follow_${n} AFTER ${when} ON ${table}
          FOR EACH ROW WHEN (${condition}) EXECUTE FUNCTION tally_follow_${n}()`);
    }
    await db.query(`
      CREATE FUNCTION tally_follow_holidays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM changed WHERE day <= current_date + 1) THEN
          INSERT INTO tally_changes (kind, unit) SELECT 'case', id FROM consultations WHERE submitted_at IS NOT NULL;
        END IF;
        RETURN NULL;
      END $$;
      CREATE TRIGGER tally_follow_new AFTER INSERT ON holidays REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tally_follow_holidays();
      CREATE TRIGGER tally_follow_changed AFTER UPDATE ON holidays REFERENCING NEW TABLE AS changed
        FOR EACH STATEMENT EXECUTE FUNCTION tally_follow_holidays();
      INSERT INTO tally_changes (kind, unit) SELECT 'case', id FROM consultations
        WHERE number IS NOT NULL OR proxy_channel IS NOT NULL;
      INSERT INTO tally_changes (kind, unit) SELECT 'survey', id FROM survey_invitations
        UNION ALL SELECT 'survey', id FROM survey_responses WHERE invitation_id IS NULL;
      DROP INDEX consultations_for_figures`);
  }

  async down(db: QueryRunner): Promise<void> {
    for (const [n, [table]] of MARKING.entries()) await db.query(`DROP TRIGGER tally_follow_${n} ON ${table}`);
    await db.query(`
      DROP TRIGGER tally_follow_new ON holidays;
      DROP TRIGGER tally_follow_changed ON holidays;
      DROP FUNCTION ${MARKING.map((_, n) => `tally_follow_${n}`).join(', ')}, tally_follow_holidays, tally_mark_case,
        tally_mark_response, tally_mark;
      DROP TABLE tallies, tally_units, tally_changes;
      CREATE INDEX consultations_for_figures ON consultations (id)
        INCLUDE (state, state_since, submitted_at, fiscal_year, municipality_code, field_codes)
        WHERE number IS NOT NULL OR proxy_channel IS NOT NULL`);
  }
}
