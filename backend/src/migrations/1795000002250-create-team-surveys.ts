import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The surveys of 伴走支援. Answers stand apart from who was asked: the key of a response is made of the invitation with the
 * secret of the house, so that the tables alone do not say whose it is; it bears no time (docs/adr/0033).
 */
export class CreateTeamSurveys1795000002250 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE team_surveys (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        round_id   uuid NOT NULL REFERENCES rounds (id),
        survey     text NOT NULL CHECK (survey IN ('companion-town', 'companion-officer')),
        occasion   text NOT NULL CHECK (occasion IN ('half', 'end')),
        -- Settled when it opens.
        version    integer,
        opens_on   date NOT NULL,
        reminds_on date NOT NULL,
        closes_on  date NOT NULL,
        opened_at  timestamptz,
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        UNIQUE (round_id, survey, occasion),
        FOREIGN KEY (survey, version) REFERENCES survey_definitions (survey, version),
        CHECK (opens_on < closes_on AND reminds_on > opens_on AND reminds_on <= closes_on),
        CHECK ((opened_at IS NULL) = (version IS NULL))
      );
      CREATE TABLE team_survey_invitations (
        id             uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        team_survey_id uuid NOT NULL REFERENCES team_surveys (id),
        team_id        uuid NOT NULL REFERENCES teams (id),
        -- The officer; null is the town.
        member_id      uuid REFERENCES team_members (id),
        invited_at     timestamptz NOT NULL,
        reminded_at    timestamptz,
        -- The day only: a minute would tell which answer is whose.
        answered_on    date,
        -- What the town said of 継続, which it says with its name, and when.
        continuation   text,
        continuation_at timestamptz,
        UNIQUE NULLS NOT DISTINCT (team_survey_id, team_id, member_id),
        CHECK ((continuation IS NULL) = (continuation_at IS NULL)),
        CHECK (continuation IS NULL OR member_id IS NULL)
      );
      CREATE INDEX ON team_survey_invitations (team_id);
      CREATE INDEX ON team_survey_invitations (member_id);
      CREATE TABLE team_survey_responses (
        key            text PRIMARY KEY,
        team_survey_id uuid NOT NULL REFERENCES team_surveys (id),
        answers        jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
        -- A draft until then.
        handed_in      boolean NOT NULL,
        -- The name under which the words may be quoted; only where it was allowed.
        quoted_as      text
      );
      CREATE INDEX ON team_survey_responses (team_survey_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE team_survey_responses, team_survey_invitations, team_surveys');
  }
}
