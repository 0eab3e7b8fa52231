import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 現地訪問 of a team with what was written on the spot. Whom one meets and who pays the way are data. A photo is kept only
 * with the words of the consent; once removed, its content is gone.
 */
export class CreateVisits1795000002220 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE visit_categories (
        kind       text NOT NULL CHECK (kind IN ('met', 'travel')),
        code       text NOT NULL,
        label      text NOT NULL,
        sort       integer NOT NULL,
        valid_from date NOT NULL,
        valid_to   date CHECK (valid_to >= valid_from),
        PRIMARY KEY (kind, code)
      );
      INSERT INTO visit_categories (kind, code, label, sort, valid_from) VALUES
        ('met', 'residents', '住民', 1, '2025-04-01'),
        ('met', 'groups', '団体', 2, '2025-04-01'),
        ('met', 'businesses', '事業者', 3, '2025-04-01'),
        ('met', 'schools', '学校', 4, '2025-04-01'),
        ('met', 'office', '庁内', 5, '2025-04-01'),
        ('met', 'others', 'その他', 6, '2025-04-01'),
        ('travel', 'ministry', '所属府省庁の旅費', 1, '2025-04-01'),
        ('travel', 'secretariat', '事務局の旅費', 2, '2025-04-01'),
        ('travel', 'town', '団体の旅費', 3, '2025-04-01'),
        ('travel', 'none', '旅費なし', 4, '2025-04-01');
      CREATE TABLE visits (
        id            uuid PRIMARY KEY,
        team_id       uuid NOT NULL REFERENCES teams (id),
        state         text NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
        starts_on     date NOT NULL,
        ends_on       date NOT NULL CHECK (ends_on >= starts_on),
        -- Places of the way, in order: { on, time, place, purpose }.
        route         jsonb NOT NULL,
        people        uuid[] NOT NULL,
        companions    text NOT NULL,
        -- Per category: { category, count, note }.
        met           jsonb NOT NULL,
        travel_kind   text NOT NULL DEFAULT 'travel' CHECK (travel_kind = 'travel'),
        travel        text,
        result        text NOT NULL,
        media         boolean NOT NULL,
        -- Other teams may read the result.
        shared        boolean NOT NULL,
        cancel_reason text,
        done_at       timestamptz,
        version       integer NOT NULL DEFAULT 1,
        created_by    uuid NOT NULL REFERENCES people (id),
        created_at    timestamptz NOT NULL,
        updated_by    uuid NOT NULL REFERENCES people (id),
        updated_at    timestamptz NOT NULL,
        FOREIGN KEY (travel_kind, travel) REFERENCES visit_categories (kind, code),
        CHECK ((state = 'done') = (done_at IS NOT NULL)),
        CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL))
      );
      CREATE INDEX ON visits (team_id, starts_on);
      CREATE INDEX visits_shared ON visits (done_at) WHERE shared AND state = 'done';
      -- The id is made on the device that wrote it, so that a repeated sending finds its row.
      CREATE TABLE visit_notes (
        id         uuid PRIMARY KEY,
        visit_id   uuid NOT NULL REFERENCES visits (id),
        text       text NOT NULL CHECK (text <> ''),
        shared     boolean NOT NULL,
        version    integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL REFERENCES people (id),
        created_at timestamptz NOT NULL,
        updated_by uuid NOT NULL REFERENCES people (id),
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX ON visit_notes (visit_id, created_at);
      CREATE TABLE visit_photos (
        id         uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        visit_id   uuid NOT NULL REFERENCES visits (id),
        caption    text NOT NULL CHECK (caption <> ''),
        -- How those on the photo agreed.
        consent    text NOT NULL CHECK (consent <> ''),
        width      integer NOT NULL,
        height     integer NOT NULL,
        content    bytea,
        added_by   uuid NOT NULL REFERENCES people (id),
        added_at   timestamptz NOT NULL,
        removed_at timestamptz,
        CHECK ((removed_at IS NULL) = (content IS NOT NULL))
      );
      CREATE INDEX ON visit_photos (visit_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE visit_photos, visit_notes, visits, visit_categories');
  }
}
