import type { MigrationInterface, QueryRunner } from 'typeorm';

const LIVE = `state IN ('asked', 'acknowledged', 'questioned')`;

/**
 * 照会, its question rows, answers, extensions and questions back. A row knows whom its inquiry asks, so that the same
 * question cannot be put twice to one division; handing on carries the new division into the rows.
 */
export class CreateInquiries1795000000700 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE inquiries (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id   uuid NOT NULL REFERENCES consultations (id),
        ministry_id       text NOT NULL REFERENCES ministries (id),
        division_id       text,
        division_key      text NOT NULL GENERATED ALWAYS AS (coalesce(division_id, '')) STORED,
        origin_inquiry_id uuid REFERENCES inquiries (id),
        state             text NOT NULL CHECK (state IN ('asked', 'acknowledged', 'questioned', 'answered',
                                                         'notApplicable', 'cancelled')),
        due_on            date NOT NULL,
        paused_on         date,
        message           text NOT NULL DEFAULT '',
        asked_by          uuid NOT NULL REFERENCES people (id),
        asked_at          timestamptz NOT NULL,
        acknowledged_by   uuid REFERENCES people (id),
        acknowledged_at   timestamptz,
        answered_at       timestamptz,
        cancelled_at      timestamptz,
        cancel_reason     text CHECK (cancel_reason <> ''),
        version           integer NOT NULL DEFAULT 1,
        UNIQUE (id, ministry_id, division_key),
        FOREIGN KEY (ministry_id, division_id) REFERENCES divisions (ministry_id, id),
        CHECK ((state = 'questioned') = (paused_on IS NOT NULL)),
        CHECK ((state IN ('answered', 'notApplicable')) = (answered_at IS NOT NULL)),
        CHECK (state <> 'cancelled' OR cancelled_at IS NOT NULL),
        CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL)),
        CHECK (state IN ('asked', 'cancelled') OR acknowledged_at IS NOT NULL),
        CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
      );
      CREATE INDEX ON inquiries (consultation_id, ministry_id);
      CREATE INDEX ON inquiries (ministry_id, division_id, consultation_id);
      CREATE INDEX ON inquiries (ministry_id, due_on, id) WHERE ${LIVE};
      CREATE INDEX ON inquiries (due_on, id) WHERE ${LIVE};
      CREATE INDEX ON inquiries (origin_inquiry_id) WHERE origin_inquiry_id IS NOT NULL;
      CREATE TABLE inquiry_rows (
        inquiry_id            uuid NOT NULL,
        question_row_id       uuid NOT NULL REFERENCES question_rows (id),
        ministry_id           text NOT NULL,
        division_key          text NOT NULL,
        state                 text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'answered', 'notApplicable', 'cancelled')),
        reason                text,
        suggested_ministry_id text REFERENCES ministries (id),
        PRIMARY KEY (inquiry_id, question_row_id),
        FOREIGN KEY (inquiry_id, ministry_id, division_key) REFERENCES inquiries (id, ministry_id, division_key) ON UPDATE CASCADE,
        CHECK (state <> 'notApplicable' OR reason <> '' AND reason IS NOT NULL),
        CHECK (state <> 'answered' OR reason IS NULL),
        CHECK (suggested_ministry_id IS NULL OR reason IS NOT NULL AND suggested_ministry_id <> ministry_id)
      );
      CREATE UNIQUE INDEX inquiry_rows_asked_once ON inquiry_rows (question_row_id, ministry_id, division_key)
        WHERE state IN ('open', 'answered');
      CREATE INDEX ON inquiry_rows (question_row_id);
      CREATE TABLE answers (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        inquiry_id      uuid NOT NULL,
        question_row_id uuid NOT NULL,
        position        integer NOT NULL,
        kind            text NOT NULL CHECK (kind IN ('measure', 'interpretation', 'example', 'introduction', 'other')),
        measure_name    text NOT NULL DEFAULT '',
        points          text NOT NULL DEFAULT '',
        requirements    text NOT NULL DEFAULT '',
        call_period     text NOT NULL DEFAULT '',
        rate_ceiling    text NOT NULL DEFAULT '',
        division        text NOT NULL DEFAULT '',
        tel             text NOT NULL DEFAULT '',
        email           text NOT NULL DEFAULT '',
        url             text NOT NULL DEFAULT '',
        public          boolean NOT NULL DEFAULT false,
        UNIQUE (inquiry_id, question_row_id, position),
        FOREIGN KEY (inquiry_id, question_row_id) REFERENCES inquiry_rows (inquiry_id, question_row_id)
      );
      CREATE TABLE extension_requests (
        id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        inquiry_id       uuid NOT NULL REFERENCES inquiries (id),
        requested_due_on date NOT NULL,
        reason           text NOT NULL CHECK (reason <> ''),
        requested_by     uuid NOT NULL REFERENCES people (id),
        requested_at     timestamptz NOT NULL,
        decision         text CHECK (decision IN ('granted', 'refused')),
        granted_due_on   date,
        decided_by       uuid REFERENCES people (id),
        decided_at       timestamptz,
        comment          text NOT NULL DEFAULT '',
        CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL)),
        CHECK ((granted_due_on IS NOT NULL) = (decision IS NOT NULL AND decision = 'granted')),
        CHECK (decision IS DISTINCT FROM 'refused' OR comment <> '')
      );
      CREATE UNIQUE INDEX ON extension_requests (inquiry_id) WHERE decision IS NULL;
      CREATE INDEX ON extension_requests (inquiry_id);
      CREATE TABLE inquiry_questions (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        inquiry_id uuid NOT NULL REFERENCES inquiries (id),
        text       text NOT NULL CHECK (text <> ''),
        asked_by   uuid NOT NULL REFERENCES people (id),
        asked_at   timestamptz NOT NULL,
        reply      text CHECK (reply <> ''),
        replied_by uuid REFERENCES people (id),
        replied_at timestamptz,
        CHECK ((reply IS NULL) = (replied_at IS NULL) AND (reply IS NULL) = (replied_by IS NULL))
      );
      CREATE UNIQUE INDEX ON inquiry_questions (inquiry_id) WHERE reply IS NULL;
      CREATE INDEX ON inquiry_questions (inquiry_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE inquiry_questions, extension_requests, answers, inquiry_rows, inquiries');
  }
}
