import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateEvents1795000000300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE events (
        id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        type            text NOT NULL,
        consultation_id uuid,
        subject_id      text NOT NULL,
        ministry_id     text,
        actor_id        uuid REFERENCES people (id),
        audience        text NOT NULL CHECK (audience IN ('town', 'ministry', 'inward', 'none')),
        reason          text,
        data            jsonb NOT NULL DEFAULT '{}',
        occurred_at     timestamptz NOT NULL,
        dispatched_at   timestamptz
      );
      CREATE INDEX ON events (consultation_id, id) WHERE consultation_id IS NOT NULL;
      CREATE INDEX ON events (subject_id, id);
      CREATE INDEX ON events (id) WHERE dispatched_at IS NULL;
      CREATE FUNCTION events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' OR (to_jsonb(OLD) - 'dispatched_at') IS DISTINCT FROM (to_jsonb(NEW) - 'dispatched_at') THEN
          RAISE EXCEPTION 'events are append-only';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION events_are_append_only();
      CREATE TABLE mails (
        id          uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        event_id    bigint NOT NULL REFERENCES events (id),
        recipient   text NOT NULL,
        message_id  text NOT NULL UNIQUE,
        queued_at   timestamptz NOT NULL,
        sent_at     timestamptz,
        attempts    integer NOT NULL DEFAULT 0,
        last_answer text,
        UNIQUE (event_id, recipient)
      );
      CREATE INDEX ON mails (queued_at) WHERE sent_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE mails, events; DROP FUNCTION events_are_append_only');
  }
}
