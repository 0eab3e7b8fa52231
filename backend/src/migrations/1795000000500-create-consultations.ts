import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'draft', 'reviewing', 'submitted', 'checking', 'returned', 'correcting', 'triaged', 'inquiring', 'collected',
  'drafting', 'approving', 'replied', 'followUp', 'closing', 'closed', 'withdrawn', 'outOfScope', 'merged'`;

export class CreateConsultations1795000000500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE form_definitions (
        form       text NOT NULL,
        version    integer NOT NULL,
        name       text NOT NULL,
        items      jsonb NOT NULL,
        valid_from date NOT NULL,
        source     text NOT NULL,
        PRIMARY KEY (form, version)
      );
      CREATE TABLE number_series (
        series      text NOT NULL,
        fiscal_year integer NOT NULL,
        last        integer NOT NULL,
        PRIMARY KEY (series, fiscal_year)
      );
      CREATE TABLE consultations (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        municipality_code text NOT NULL REFERENCES municipalities (code),
        state             text NOT NULL CHECK (state IN (${STATES})),
        state_since       timestamptz NOT NULL,
        state_due_on      date,
        fiscal_year       integer,
        serial            integer,
        branch            integer NOT NULL DEFAULT 0,
        number            text UNIQUE,
        form_version      integer NOT NULL,
        form              text NOT NULL DEFAULT 'karte' CHECK (form = 'karte'),
        karte             jsonb NOT NULL,
        title             text NOT NULL DEFAULT '',
        version           integer NOT NULL DEFAULT 1,
        field_codes       text[] NOT NULL DEFAULT '{}',
        priority          text NOT NULL DEFAULT 'normal' CHECK (priority IN ('high', 'normal', 'low')),
        owner_id          uuid REFERENCES people (id),
        proxy_channel     text CHECK (proxy_channel IN ('mail', 'phone', 'visit', 'post')),
        share_prefecture  boolean NOT NULL DEFAULT false,
        share_team        boolean NOT NULL DEFAULT false,
        practice_id       text,
        cloned_from       uuid REFERENCES consultations (id),
        merged_into       uuid REFERENCES consultations (id),
        submitted_at      timestamptz,
        reply_due_on      date,
        clock_stopped_on  date,
        replied_at        timestamptz,
        closed_at         timestamptz,
        reopen_wished_at  timestamptz,
        created_by        uuid NOT NULL REFERENCES people (id),
        updated_by        uuid NOT NULL REFERENCES people (id),
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        search_text       text NOT NULL DEFAULT '',
        search_grams      tsvector NOT NULL DEFAULT '',
        UNIQUE (fiscal_year, serial),
        FOREIGN KEY (form, form_version) REFERENCES form_definitions (form, version),
        CHECK ((number IS NULL) = (submitted_at IS NULL)),
        CHECK (state IN ('draft', 'reviewing', 'withdrawn') OR number IS NOT NULL),
        CHECK (owner_id IS NOT NULL OR state IN ('draft', 'reviewing', 'submitted', 'checking', 'returned', 'correcting',
                                                 'withdrawn', 'outOfScope', 'merged')),
        CHECK ((state = 'merged') = (merged_into IS NOT NULL))
      );
      CREATE INDEX ON consultations (municipality_code, state);
      CREATE INDEX ON consultations (state, reply_due_on, id);
      CREATE INDEX ON consultations (owner_id, state);
      CREATE INDEX ON consultations (submitted_at DESC, id);
      CREATE INDEX ON consultations USING gin (search_grams);
      CREATE TABLE consultation_members (
        consultation_id   uuid NOT NULL REFERENCES consultations (id),
        municipality_code text NOT NULL REFERENCES municipalities (code),
        PRIMARY KEY (consultation_id, municipality_code)
      );
      CREATE INDEX ON consultation_members (municipality_code);
      CREATE TABLE question_rows (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        position        integer NOT NULL,
        text            text NOT NULL CHECK (text <> ''),
        desk_holds      boolean NOT NULL DEFAULT true,
        UNIQUE (consultation_id, position)
      );
      CREATE TABLE correction_requests (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        item            text NOT NULL,
        reason          text NOT NULL CHECK (reason <> ''),
        requested_at    timestamptz NOT NULL,
        settled_at      timestamptz
      );
      CREATE INDEX ON correction_requests (consultation_id);
      CREATE TABLE notes (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        ministry_id     text REFERENCES ministries (id),
        author_id       uuid NOT NULL REFERENCES people (id),
        text            text NOT NULL CHECK (text <> ''),
        written_at      timestamptz NOT NULL
      );
      CREATE INDEX ON notes (consultation_id);
      CREATE TABLE additions (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        author_id       uuid NOT NULL REFERENCES people (id),
        text            text NOT NULL CHECK (text <> ''),
        written_at      timestamptz NOT NULL
      );
      CREATE INDEX ON additions (consultation_id);
      CREATE TABLE attachments (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id uuid NOT NULL REFERENCES consultations (id),
        name            text NOT NULL,
        type            text NOT NULL,
        bytes           integer NOT NULL,
        content         bytea NOT NULL,
        added_by        uuid NOT NULL REFERENCES people (id),
        added_at        timestamptz NOT NULL,
        removed_at      timestamptz
      );
      CREATE INDEX ON attachments (consultation_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE attachments, additions, notes, correction_requests, question_rows, consultation_members,
      consultations, number_series, form_definitions`);
  }
}
