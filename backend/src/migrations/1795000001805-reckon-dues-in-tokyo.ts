import type { MigrationInterface, QueryRunner } from 'typeorm';

/** @param day SQL of the day on which an instant lies */
const view = (day: (instant: string) => string) => `
      CREATE OR REPLACE VIEW dues AS
        SELECT d.clock AS fact, coalesce(d.inquiry_id, d.consultation_id) AS subject_id, d.consultation_id, d.kind, d.due_on, d.started_at AS since, d.rule_id,
          CASE WHEN d.kind = 'inquiry' THEN 'ministry' WHEN d.kind IN ('returned', 'correcting', 'closing') THEN 'town'
               WHEN d.kind = 'approving' THEN 'manager' ELSE 'desk' END AS holder,
          c.municipality_code, c.owner_id, i.ministry_id, i.division_id,
          CASE d.clock WHEN 'reply' THEN c.clock_stopped_on IS NOT NULL WHEN 'inquiry' THEN i.paused_on IS NOT NULL
               ELSE false END AS paused
        FROM deadlines d JOIN consultations c ON c.id = d.consultation_id LEFT JOIN inquiries i ON i.id = d.inquiry_id
        WHERE d.ended_at IS NULL
        UNION ALL
        SELECT 'actionItem', a.id, a.consultation_id, 'actionItem', a.due_on, a.created_at, r.id, a.owner_kind, c.municipality_code,
          coalesce(a.owner_id, c.owner_id), a.ministry_id, NULL, false
        FROM action_items a JOIN consultations c ON c.id = a.consultation_id
        CROSS JOIN LATERAL (SELECT id FROM deadline_rules WHERE kind = 'actionItem' AND valid_from <= ${day('a.created_at')}
                            ORDER BY valid_from DESC, id DESC LIMIT 1) r
        WHERE a.done_at IS NULL
        UNION ALL
        SELECT 'survey', s.id, s.consultation_id, 'survey', s.closes_on, s.invited_at, r.id, 'town', c.municipality_code, c.owner_id, NULL, NULL, false
        FROM survey_invitations s JOIN consultations c ON c.id = s.consultation_id
        CROSS JOIN LATERAL (SELECT id FROM deadline_rules WHERE kind = 'survey' AND valid_from <= ${day('s.invited_at')}
                            ORDER BY valid_from DESC, id DESC LIMIT 1) r
        WHERE s.answered_at IS NULL`;

/** The rule of a 宿題 or a survey is that of its day in Tokyo, wherever the server stands. */
export class ReckonDuesInTokyo1795000001805 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(view((instant) => `(${instant} AT TIME ZONE 'Asia/Tokyo')::date`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(view((instant) => `${instant}::date`));
  }
}
