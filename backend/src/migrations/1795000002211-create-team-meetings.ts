import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 定例会議 of a team, who has them open, and the promises that come of them. */
export class CreateTeamMeetings1795000002211 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_meetings (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        state      text NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
        starts_at  timestamptz NOT NULL,
        ends_at    timestamptz NOT NULL CHECK (ends_at > starts_at),
        url        text NOT NULL DEFAULT '' CHECK (url = '' OR url LIKE 'https://%'),
        place      text NOT NULL DEFAULT '',
        agenda     text NOT NULL DEFAULT '',
        attendees  text NOT NULL DEFAULT '',
        notes      text NOT NULL DEFAULT '',
        decisions  text NOT NULL DEFAULT '',
        reason     text CHECK ((reason IS NOT NULL) = (state = 'cancelled')),
        -- Raised with every invitation, so that calendars replace the old one (RFC 5545).
        sequence   integer NOT NULL DEFAULT 0,
        version    integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL
      );
      CREATE INDEX ON team_meetings (team_id, starts_at);

      -- Each text is saved on its own: who wrote which version when.
      CREATE TABLE team_meeting_texts (
        meeting_id uuid NOT NULL REFERENCES team_meetings (id),
        field      text NOT NULL CHECK (field IN ('agenda', 'attendees', 'notes', 'decisions')),
        version    integer NOT NULL DEFAULT 1,
        saved_by   uuid NOT NULL REFERENCES people (id),
        saved_at   timestamptz NOT NULL,
        PRIMARY KEY (meeting_id, field)
      );

      CREATE UNLOGGED TABLE team_meeting_presences (
        meeting_id uuid NOT NULL,
        person_id  uuid NOT NULL,
        field      text,
        seen_at    timestamptz NOT NULL,
        PRIMARY KEY (meeting_id, person_id)
      );

      CREATE TABLE promises (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_id    uuid NOT NULL REFERENCES teams (id),
        meeting_id uuid REFERENCES team_meetings (id),
        visit_id   uuid,
        text       text NOT NULL CHECK (text <> ''),
        owner_kind text NOT NULL CHECK (owner_kind IN ('town', 'team')),
        owner_id   uuid REFERENCES people (id),
        due_on     date NOT NULL,
        done_at    timestamptz,
        done_by    uuid REFERENCES people (id),
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        CHECK ((owner_kind = 'team') = (owner_id IS NOT NULL)),
        CHECK ((done_at IS NULL) = (done_by IS NULL))
      );
      CREATE INDEX ON promises (team_id, due_on);
      CREATE INDEX ON promises (meeting_id);
      CREATE INDEX ON promises (owner_id) WHERE done_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE promises, team_meeting_presences, team_meeting_texts, team_meetings');
  }
}
