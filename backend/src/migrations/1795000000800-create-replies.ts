import type { MigrationInterface, QueryRunner } from 'typeorm';

/** 回答書 and 決裁. What was issued, decided or in force once stays as it was: triggers see to it. */
export class CreateReplies1795000000800 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reply_settings (
        version        integer PRIMARY KEY CHECK (version > 0),
        approval_steps integer NOT NULL CHECK (approval_steps IN (1, 2)),
        number_pattern text NOT NULL,
        addressee      text NOT NULL CHECK (addressee IN ('organisation', 'head')),
        sender         text NOT NULL CHECK (sender <> ''),
        seal_omitted   boolean NOT NULL,
        contact_name   text NOT NULL CHECK (contact_name <> ''),
        contact_tel    text NOT NULL,
        contact_email  text NOT NULL,
        changed_by     uuid REFERENCES people (id),
        changed_at     timestamptz NOT NULL DEFAULT now(),
        CHECK (contact_tel <> '' OR contact_email <> '')
      );
      INSERT INTO reply_settings (version, approval_steps, number_pattern, addressee, sender, seal_omitted, contact_name,
          contact_tel, contact_email)
        VALUES (1, 1, '新結合第{serial}号', 'organisation', '新結合相談窓口', true, '新結合相談窓口', '', 'desk@musubi.example');
      CREATE TABLE replies (
        id               uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        consultation_id  uuid NOT NULL REFERENCES consultations (id),
        no               integer NOT NULL CHECK (no > 0),
        branch           integer NOT NULL,
        state            text NOT NULL CHECK (state IN ('drafting', 'approving', 'approved')),
        subject          text NOT NULL,
        greeting         text NOT NULL,
        passages         jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(passages) = 'array'),
        contacts         jsonb NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(contacts) = 'array'),
        closing          text NOT NULL,
        taken            text[] NOT NULL DEFAULT '{}',
        version          integer NOT NULL DEFAULT 1,
        round            integer NOT NULL DEFAULT 0,
        settings_version integer REFERENCES reply_settings (version),
        requested_by     uuid REFERENCES people (id),
        requested_at     timestamptz,
        addressees       text[],
        document_number  text CHECK (document_number <> ''),
        document_year    integer,
        document_serial  integer,
        issued_on        date,
        issued_at        timestamptz,
        created_by       uuid NOT NULL REFERENCES people (id),
        created_at       timestamptz NOT NULL,
        updated_by       uuid NOT NULL REFERENCES people (id),
        updated_at       timestamptz NOT NULL,
        UNIQUE (consultation_id, no),
        UNIQUE (document_year, document_serial),
        CHECK (state = 'drafting' OR num_nulls(settings_version, requested_by, requested_at) = 0),
        CHECK (num_nulls(addressees, document_number, document_year, issued_on, issued_at)
               = CASE state WHEN 'approved' THEN 0 ELSE 5 END),
        CHECK (document_serial IS NULL OR state = 'approved')
      );
      CREATE UNIQUE INDEX replies_one_in_work ON replies (consultation_id) WHERE state <> 'approved';
      CREATE TABLE approvals (
        id           uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        reply_id     uuid NOT NULL REFERENCES replies (id),
        round        integer NOT NULL CHECK (round > 0),
        step         integer NOT NULL CHECK (step IN (1, 2)),
        decision     text NOT NULL CHECK (decision IN ('approved', 'returned')),
        approver_id  uuid NOT NULL REFERENCES people (id),
        stand_in_for uuid REFERENCES people (id),
        requested_by uuid NOT NULL REFERENCES people (id),
        comment      text NOT NULL DEFAULT '',
        decided_at   timestamptz NOT NULL,
        UNIQUE (reply_id, round, step),
        CHECK (decision = 'approved' OR comment <> '' AND stand_in_for IS NULL),
        CHECK (decision = 'returned' OR approver_id <> requested_by),
        CHECK (stand_in_for IS NULL OR stand_in_for NOT IN (approver_id, requested_by) AND comment <> '')
      );
      CREATE UNIQUE INDEX ON approvals (reply_id, round, approver_id) WHERE decision = 'approved';
      CREATE TABLE reply_documents (
        reply_id    uuid PRIMARY KEY REFERENCES replies (id),
        content     bytea NOT NULL,
        rendered_at timestamptz NOT NULL
      );
      CREATE FUNCTION stays_as_it_was() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% cannot be changed any more', TG_TABLE_NAME;
      END $$;
      CREATE TRIGGER issued BEFORE UPDATE OR DELETE ON replies
        FOR EACH ROW WHEN (OLD.state = 'approved') EXECUTE FUNCTION stays_as_it_was();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON approvals FOR EACH ROW EXECUTE FUNCTION stays_as_it_was();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reply_settings FOR EACH ROW EXECUTE FUNCTION stays_as_it_was();
      CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON reply_documents FOR EACH ROW EXECUTE FUNCTION stays_as_it_was()`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE reply_documents, approvals, replies, reply_settings; DROP FUNCTION stays_as_it_was');
  }
}
