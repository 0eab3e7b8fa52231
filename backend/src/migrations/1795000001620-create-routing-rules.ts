import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom the desk wants asked about a field, a prefecture or both. A rule ends; it is not deleted. */
export class CreateRoutingRules1795000001620 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE routing_rules (
        id              uuid PRIMARY KEY DEFAULT gen_random_uuid(),
        field_code      text REFERENCES policy_fields (code),
        prefecture_code text REFERENCES municipalities (code),
        ministry_id     text NOT NULL REFERENCES ministries (id),
        reason          text NOT NULL CHECK (reason <> ''),
        made_by         uuid NOT NULL REFERENCES people (id),
        made_at         timestamptz NOT NULL,
        ended_by        uuid REFERENCES people (id),
        ended_at        timestamptz,
        CHECK (num_nonnulls(field_code, prefecture_code) > 0),
        CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      );
      CREATE UNIQUE INDEX routing_rules_standing
        ON routing_rules (ministry_id, coalesce(field_code, ''), coalesce(prefecture_code, '')) WHERE ended_at IS NULL`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE routing_rules');
  }
}
