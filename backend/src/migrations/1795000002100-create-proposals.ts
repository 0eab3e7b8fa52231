import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 編成案: the problem as it was, how the teams were looked for, and every version of them. What was ended by the search or
 * changed by hand is a version that stays; 任命 names one of them.
 */
export class CreateProposals1795000002100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE proposals (
        id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id      uuid NOT NULL REFERENCES rounds (id),
        serial        integer NOT NULL CHECK (serial > 0),
        name          text NOT NULL CHECK (name <> ''),
        note          text NOT NULL,
        fair          boolean NOT NULL,
        seconds       integer NOT NULL CHECK (seconds > 0),
        problem       jsonb NOT NULL,
        labels        jsonb NOT NULL,
        settings      jsonb NOT NULL,
        repair        jsonb,
        made_from     uuid REFERENCES proposals (id),
        state         text NOT NULL CHECK (state IN ('waiting', 'solving', 'done', 'infeasible', 'failed')),
        attempts      integer NOT NULL DEFAULT 0,
        -- The best so far, while it is looked for.
        progress      jsonb,
        conflict      jsonb,
        stop_asked_at timestamptz,
        heard_at      timestamptz,
        ended_at      timestamptz,
        version       integer NOT NULL DEFAULT 0,
        created_by    uuid NOT NULL REFERENCES people (id),
        created_at    timestamptz NOT NULL,
        UNIQUE (round_id, serial),
        CHECK ((state = 'done') = (version > 0)),
        CHECK ((state = 'infeasible') = (conflict IS NOT NULL)),
        CHECK ((state IN ('waiting', 'solving')) = (ended_at IS NULL))
      );
      CREATE TABLE proposal_versions (
        proposal_id uuid NOT NULL REFERENCES proposals (id),
        version     integer NOT NULL CHECK (version > 0),
        -- The version whose teams and rules these were before the change; one undoes by going there.
        follows     integer,
        what        text NOT NULL,
        reason      text NOT NULL,
        teams       jsonb NOT NULL,
        rules       jsonb NOT NULL,
        total       double precision NOT NULL,
        minimum     double precision NOT NULL,
        bound       double precision,
        status      text NOT NULL CHECK (status IN ('optimal', 'feasible', 'time', 'stopped', 'byHand')),
        made_by     uuid REFERENCES people (id),
        made_at     timestamptz NOT NULL,
        PRIMARY KEY (proposal_id, version),
        FOREIGN KEY (proposal_id, follows) REFERENCES proposal_versions (proposal_id, version),
        CHECK (follows < version)
      );
      CREATE TABLE appointments (
        id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id     uuid NOT NULL REFERENCES rounds (id),
        proposal_id  uuid NOT NULL,
        version      integer NOT NULL,
        reason       text NOT NULL CHECK (reason <> ''),
        approved_by  uuid NOT NULL REFERENCES people (id),
        approved_at  timestamptz NOT NULL,
        -- Another one took its place, after a drop-out.
        ended_at     timestamptz,
        letter       jsonb NOT NULL,
        with_names   boolean NOT NULL DEFAULT false,
        published_at timestamptz,
        published_by uuid REFERENCES people (id),
        FOREIGN KEY (proposal_id, version) REFERENCES proposal_versions (proposal_id, version),
        CHECK ((published_at IS NULL) = (published_by IS NULL))
      );
      CREATE UNIQUE INDEX appointments_standing ON appointments (round_id) WHERE ended_at IS NULL;
      CREATE INDEX ON appointments (proposal_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE appointments, proposal_versions, proposals');
  }
}
