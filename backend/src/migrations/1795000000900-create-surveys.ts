import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 満足度調査. One invitation for each closing (its event), one response for each invitation. `score` is the answer to the
 * main question, which every definition calls `overall`.
 */
export class CreateSurveys1795000000900 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE survey_definitions (
        survey            text NOT NULL CHECK (survey ~ '^[a-z][a-z-]*$'),
        version           integer NOT NULL CHECK (version > 0),
        name              text NOT NULL,
        closes_after_days integer NOT NULL CHECK (closes_after_days > 0),
        remind_after_days integer NOT NULL CHECK (remind_after_days BETWEEN 1 AND closes_after_days),
        questions         jsonb NOT NULL CHECK (jsonb_typeof(questions) = 'array'),
        valid_from        date NOT NULL,
        source            text NOT NULL,
        PRIMARY KEY (survey, version)
      );
      CREATE TABLE survey_invitations (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        survey          text NOT NULL,
        version         integer NOT NULL,
        consultation_id uuid REFERENCES consultations (id),
        event_id        bigint UNIQUE REFERENCES events (id),
        invited_at      timestamptz NOT NULL,
        closes_on       date NOT NULL,
        reminded_at     timestamptz,
        answered_at     timestamptz,
        UNIQUE (id, survey),
        FOREIGN KEY (survey, version) REFERENCES survey_definitions (survey, version),
        CHECK ((survey = 'consultation') = (consultation_id IS NOT NULL))
      );
      CREATE INDEX ON survey_invitations (survey, invited_at);
      CREATE INDEX ON survey_invitations (consultation_id);
      CREATE INDEX ON survey_invitations (closes_on) WHERE answered_at IS NULL AND reminded_at IS NULL;
      CREATE TABLE survey_responses (
        id            uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        survey        text NOT NULL,
        version       integer NOT NULL,
        invitation_id uuid UNIQUE,
        answers       jsonb NOT NULL CHECK (jsonb_typeof(answers) = 'object'),
        score         smallint NOT NULL GENERATED ALWAYS AS ((answers ->> 'overall')::smallint) STORED
                      CHECK (score BETWEEN 1 AND 5),
        answered_at   timestamptz NOT NULL,
        FOREIGN KEY (survey, version) REFERENCES survey_definitions (survey, version),
        FOREIGN KEY (invitation_id, survey) REFERENCES survey_invitations (id, survey)
      );
      CREATE INDEX ON survey_responses (survey, answered_at);
      CREATE TABLE follow_up_tasks (
        id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        response_id uuid NOT NULL UNIQUE REFERENCES survey_responses (id),
        owner_id    uuid REFERENCES people (id),
        created_at  timestamptz NOT NULL,
        done_at     timestamptz,
        done_by     uuid REFERENCES people (id),
        note        text NOT NULL DEFAULT '',
        CHECK ((done_at IS NULL) = (done_by IS NULL) AND (done_at IS NULL) = (note = ''))
      );
      CREATE INDEX ON follow_up_tasks (created_at, id) WHERE done_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE follow_up_tasks, survey_responses, survey_invitations, survey_definitions');
  }
}
