import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 伴走支援: a round of a 年度 with its two calls, and what came in. Numbers of a call have no gaps; `sheet` is what was
 * written on the form of the call, and `application_places` what of it names 団体, read when it was handed in.
 */
export class CreateRounds1795000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE rounds (
        id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        fiscal_year      integer NOT NULL UNIQUE CHECK (fiscal_year BETWEEN 2020 AND 9999),
        name             text NOT NULL CHECK (name <> ''),
        state            text NOT NULL CHECK (state IN ('preparing', 'open', 'closed', 'selecting', 'matching',
                                                        'appointed', 'running', 'ended')),
        state_since      timestamptz NOT NULL,
        places           integer NOT NULL CHECK (places BETWEEN 1 AND 2000),
        population_limit integer NOT NULL CHECK (population_limit > 0),
        reviewers        integer NOT NULL CHECK (reviewers BETWEEN 1 AND 9),
        criteria         jsonb NOT NULL,
        skill_years      integer[] NOT NULL CHECK (cardinality(skill_years) = 2 AND skill_years[1] < skill_years[2]),
        team_size        integer NOT NULL CHECK (team_size BETWEEN 2 AND 6),
        matching         jsonb NOT NULL,
        calendar         jsonb NOT NULL,
        version          integer NOT NULL DEFAULT 1,
        created_by       uuid NOT NULL REFERENCES people (id),
        created_at       timestamptz NOT NULL
      );
      CREATE TABLE round_calls (
        round_id     uuid NOT NULL REFERENCES rounds (id),
        kind         text NOT NULL CHECK (kind IN ('town', 'officer')),
        opens_at     timestamptz NOT NULL,
        closes_at    timestamptz NOT NULL,
        form         text NOT NULL,
        form_version integer NOT NULL,
        PRIMARY KEY (round_id, kind),
        FOREIGN KEY (form, form_version) REFERENCES form_definitions (form, version),
        CHECK (opens_at < closes_at),
        CHECK (date_trunc('minute', opens_at) = opens_at AND date_trunc('minute', closes_at) = closes_at)
      );
      CREATE TABLE applications (
        id                uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id          uuid NOT NULL,
        kind              text NOT NULL,
        state             text NOT NULL CHECK (state IN ('draft', 'submitted', 'chosen', 'reserve', 'notChosen', 'withdrawn')),
        state_since       timestamptz NOT NULL,
        municipality_code text REFERENCES municipalities (code),
        ministry_id       text REFERENCES ministries (id),
        sheet             jsonb NOT NULL,
        version           integer NOT NULL DEFAULT 1,
        serial            integer,
        number            text UNIQUE,
        submitted_at      timestamptz,
        submitted_by      uuid REFERENCES people (id),
        -- 補欠 move up in this order.
        place             integer CHECK (place > 0),
        decision_reason   text,
        reminded_at       timestamptz,
        created_by        uuid NOT NULL REFERENCES people (id),
        updated_by        uuid NOT NULL REFERENCES people (id),
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        FOREIGN KEY (round_id, kind) REFERENCES round_calls (round_id, kind),
        UNIQUE (round_id, kind, serial),
        CHECK ((kind = 'town') = (municipality_code IS NOT NULL)),
        CHECK (num_nonnulls(serial, number, submitted_at, submitted_by) IN (0, 4)),
        CHECK (state IN ('draft', 'withdrawn') OR number IS NOT NULL),
        CHECK (state <> 'draft' OR number IS NULL),
        CHECK ((state = 'reserve') = (place IS NOT NULL)),
        CHECK (kind = 'town' OR state NOT IN ('chosen', 'reserve', 'notChosen')),
        CHECK (kind = 'town' OR number IS NULL OR ministry_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX applications_of_towns ON applications (round_id, municipality_code) WHERE state <> 'withdrawn';
      CREATE UNIQUE INDEX applications_of_officers ON applications (round_id, created_by)
        WHERE kind = 'officer' AND state <> 'withdrawn';
      CREATE UNIQUE INDEX applications_in_reserve ON applications (round_id, place) WHERE place IS NOT NULL;
      CREATE INDEX ON applications (round_id, kind, state, serial);
      CREATE TABLE application_places (
        application_id uuid NOT NULL REFERENCES applications (id),
        what           text NOT NULL CHECK (what IN ('member', 'wish', 'excluded', 'tie')),
        position       integer NOT NULL,
        -- A prefecture stands for all of its towns.
        code           text NOT NULL REFERENCES municipalities (code),
        PRIMARY KEY (application_id, what, position)
      );
      CREATE TABLE consents (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        application_id uuid NOT NULL REFERENCES applications (id),
        superior       text NOT NULL CHECK (superior <> ''),
        address        text NOT NULL CHECK (address = lower(address)),
        asked_at       timestamptz NOT NULL,
        -- Asked anew, or withdrawn: the link leads nowhere any more.
        ended_at       timestamptz,
        answered_at    timestamptz,
        agreed         boolean,
        reason         text,
        CHECK ((answered_at IS NULL) = (agreed IS NULL)),
        CHECK (agreed IS DISTINCT FROM false OR reason <> '')
      );
      CREATE UNIQUE INDEX consents_standing ON consents (application_id) WHERE ended_at IS NULL;
      ALTER TABLE grants DROP CONSTRAINT grants_check,
        ADD CONSTRAINT grants_check CHECK (role = 'officer'
          OR (role IN ('municipality', 'approver', 'prefecture')) = (municipality_code IS NOT NULL))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE grants DROP CONSTRAINT grants_check,
        ADD CONSTRAINT grants_check CHECK (
          (role IN ('municipality', 'approver', 'officer', 'prefecture')) = (municipality_code IS NOT NULL));
      DROP TABLE consents, application_places, applications, round_calls, rounds`);
  }
}
