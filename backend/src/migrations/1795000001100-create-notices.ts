import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `after_effects`: jobs an event still waits for, so that a lost queue loses none. `notices`: what a person or a mailbox
 * is to be told, once for each fact and day. `mails`: the ledger of what goes out, a mail for one notice or a bundle.
 * Mails that were not sent yet are made anew, from their events.
 */
export class CreateNotices1795000001100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE after_effects (
        event_id  bigint NOT NULL REFERENCES events (id),
        job       text NOT NULL,
        handed_at timestamptz NOT NULL,
        PRIMARY KEY (event_id, job)
      );
      CREATE INDEX ON after_effects (handed_at);
      ALTER TABLE mails
        ADD COLUMN bundle text,
        ADD COLUMN person_id uuid REFERENCES people (id),
        ADD COLUMN next_try_at timestamptz,
        ADD COLUMN refused_at timestamptz,
        ADD COLUMN given_up_at timestamptz,
        ADD COLUMN dropped_at timestamptz;
      INSERT INTO after_effects (event_id, job, handed_at)
        SELECT DISTINCT event_id, 'send-mail', queued_at FROM mails WHERE sent_at IS NULL ON CONFLICT DO NOTHING;
      DELETE FROM mails WHERE sent_at IS NULL;
      UPDATE mails SET bundle = 'event-' || event_id, next_try_at = queued_at;
      ALTER TABLE mails ALTER COLUMN bundle SET NOT NULL, ALTER COLUMN next_try_at SET NOT NULL,
        DROP COLUMN event_id, ADD UNIQUE (bundle, recipient),
        ADD CHECK (num_nonnulls(given_up_at, dropped_at, refused_at) <= 1);
      DROP INDEX mails_queued_at_idx;
      CREATE INDEX mails_to_send ON mails (next_try_at)
        WHERE sent_at IS NULL AND refused_at IS NULL AND given_up_at IS NULL AND dropped_at IS NULL;
      CREATE INDEX mails_not_received ON mails (person_id) WHERE refused_at IS NOT NULL OR given_up_at IS NOT NULL;
      CREATE INDEX ON mails (queued_at);
      CREATE TABLE notices (
        id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        addressee       text NOT NULL,
        person_id       uuid REFERENCES people (id),
        on_behalf_of    uuid REFERENCES people (id),
        address         text NOT NULL,
        fact            text NOT NULL,
        day             date NOT NULL,
        topic           text NOT NULL,
        event_id        bigint REFERENCES events (id),
        consultation_id uuid REFERENCES consultations (id),
        subject_id      text NOT NULL,
        rule            text NOT NULL,
        step            integer,
        due_on          date,
        made_at         timestamptz NOT NULL,
        in_app          boolean NOT NULL,
        mail_from       timestamptz,
        mail_id         uuid REFERENCES mails (id),
        dropped_at      timestamptz,
        dropped_because text,
        read_at         timestamptz,
        UNIQUE (addressee, fact, day),
        CHECK ((dropped_at IS NULL) = (dropped_because IS NULL)),
        CHECK ((step IS NULL) = (event_id IS NOT NULL))
      );
      CREATE INDEX notices_to_mail ON notices (mail_from, id)
        WHERE mail_id IS NULL AND dropped_at IS NULL AND mail_from IS NOT NULL;
      CREATE INDEX notices_of_mail ON notices (mail_id) WHERE mail_id IS NOT NULL;
      CREATE INDEX notices_of_person ON notices (person_id, id DESC) WHERE in_app;
      CREATE INDEX notices_unread ON notices (person_id) WHERE in_app AND read_at IS NULL;
      CREATE INDEX notices_of_case ON notices (consultation_id) WHERE consultation_id IS NOT NULL;
      CREATE INDEX notices_of_fact ON notices (fact, day);
      CREATE TABLE notice_preferences (
        person_id uuid NOT NULL REFERENCES people (id),
        topic     text NOT NULL,
        moment    text NOT NULL CHECK (moment IN ('now', 'daily', 'weekly', 'never')),
        in_app    boolean NOT NULL,
        scope     text NOT NULL CHECK (scope IN ('all', 'mine', 'none')),
        PRIMARY KEY (person_id, topic)
      );
      CREATE TABLE notice_hours (
        person_id      uuid PRIMARY KEY REFERENCES people (id),
        opens_at       time NOT NULL DEFAULT '08:30',
        closes_at      time NOT NULL DEFAULT '18:00',
        digest_at      time NOT NULL DEFAULT '09:00',
        digest_weekday integer NOT NULL DEFAULT 1 CHECK (digest_weekday BETWEEN 1 AND 5),
        CHECK (opens_at < closes_at AND digest_at >= opens_at AND digest_at < closes_at)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE notice_hours, notice_preferences, notices, after_effects;
      DELETE FROM mails WHERE bundle !~ '^event-[0-9]+$';
      ALTER TABLE mails ADD COLUMN event_id bigint REFERENCES events (id);
      UPDATE mails SET event_id = substr(bundle, 7)::bigint;
      ALTER TABLE mails ALTER COLUMN event_id SET NOT NULL, ADD UNIQUE (event_id, recipient),
        DROP COLUMN bundle, DROP COLUMN person_id, DROP COLUMN next_try_at, DROP COLUMN refused_at,
        DROP COLUMN given_up_at, DROP COLUMN dropped_at;
      DROP INDEX mails_queued_at_idx;
      CREATE INDEX ON mails (queued_at) WHERE sent_at IS NULL`);
  }
}
