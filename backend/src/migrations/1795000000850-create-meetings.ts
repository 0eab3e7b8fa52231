import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateMeetings1795000000850 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE meetings (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        state           text NOT NULL CHECK (state IN ('wished', 'proposed', 'decided', 'held', 'cancelled')),
        method          text NOT NULL CHECK (method IN ('online', 'faceToFace')),
        purpose         text NOT NULL CHECK (purpose <> ''),
        candidates      jsonb NOT NULL DEFAULT '[]',
        starts_at       timestamptz,
        minutes         integer CHECK (minutes BETWEEN 10 AND 600),
        place           text NOT NULL DEFAULT '',
        minutes_text    text NOT NULL DEFAULT '',
        sequence        integer NOT NULL DEFAULT 0,
        version         integer NOT NULL DEFAULT 1,
        created_by      uuid NOT NULL REFERENCES people (id),
        created_at      timestamptz NOT NULL,
        CHECK (state NOT IN ('decided', 'held') OR (starts_at IS NOT NULL AND minutes IS NOT NULL AND place <> '')),
        CHECK (state <> 'held' OR minutes_text <> '')
      );
      CREATE INDEX ON meetings (consultation_id);
      CREATE TABLE meeting_ministries (
        meeting_id  uuid NOT NULL REFERENCES meetings (id),
        ministry_id text NOT NULL REFERENCES ministries (id),
        PRIMARY KEY (meeting_id, ministry_id)
      );
      CREATE TABLE action_items (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        meeting_id      uuid REFERENCES meetings (id),
        text            text NOT NULL CHECK (text <> ''),
        owner_kind      text NOT NULL CHECK (owner_kind IN ('town', 'desk', 'ministry')),
        owner_id        uuid REFERENCES people (id),
        ministry_id     text REFERENCES ministries (id),
        due_on          date NOT NULL,
        done_at         timestamptz,
        done_by         uuid REFERENCES people (id),
        created_by      uuid NOT NULL REFERENCES people (id),
        created_at      timestamptz NOT NULL,
        CHECK ((owner_kind = 'ministry') = (ministry_id IS NOT NULL)),
        CHECK ((done_at IS NULL) = (done_by IS NULL))
      );
      CREATE INDEX ON action_items (consultation_id);
      CREATE INDEX ON action_items (due_on) WHERE done_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE action_items, meeting_ministries, meetings');
  }
}
