import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { TRIED_ON } from '../contract/knowledge.js';
import type { RoutingRule, RoutingRuleEffect, RoutingRuleInput } from '../contract/routing-rules.js';
import { instant } from '../platform/sql/json.js';

const RULE = `SELECT r.id, CASE WHEN f.code IS NOT NULL THEN jsonb_build_object('code', f.code, 'name', f.name) END AS field,
    CASE WHEN p.code IS NOT NULL THEN jsonb_build_object('code', p.code, 'name', p.name) END AS prefecture,
    jsonb_build_object('id', mi.id, 'name', mi.name) AS ministry, r.reason,
    (SELECT name FROM people WHERE id = r.made_by) AS "madeBy", ${instant('r.made_at')} AS "madeAt",
    (SELECT name FROM people WHERE id = r.ended_by) AS "endedBy", ${instant('r.ended_at')} AS "endedAt"
  FROM routing_rules r JOIN ministries mi ON mi.id = r.ministry_id
  LEFT JOIN policy_fields f ON f.code = r.field_code LEFT JOIN municipalities p ON p.code = r.prefecture_code`;

/** Whether a field and a prefecture, each null for any, meet the case `c` of the town `m`. */
const meets = (field: string, prefecture: string): string =>
  `(${field} IS NULL OR ${field} = ANY (c.field_codes)) AND (${prefecture} IS NULL OR ${prefecture} = m.prefecture_code)`;

@Injectable()
export class RoutingRulesQueries {
  constructor(private readonly db: DataSource) {}

  /** What stands, then what ended, each newest first. */
  all(): Promise<RoutingRule[]> {
    return this.db.query(`${RULE} ORDER BY r.ended_at IS NOT NULL, r.made_at DESC, r.id`);
  }

  /** The rules that meet a case. Whoever asks has made sure that the reader may read it. */
  meeting(consultationId: string): Promise<RoutingRule[]> {
    return this.db.query(
      `${RULE} JOIN consultations c ON c.id = $1 JOIN municipalities m ON m.code = c.municipality_code
       WHERE r.ended_at IS NULL AND ${meets('r.field_code', 'r.prefecture_code')} ORDER BY mi.sort, r.id`,
      [consultationId],
    );
  }

  /** A rule tried on the newest submitted cases. */
  async effect(
    tx: EntityManager,
    { fieldCode, prefectureCode, ministryId }: RoutingRuleInput,
    readsCases: boolean,
  ): Promise<Omit<RoutingRuleEffect, 'seal'>> {
    const rows: (RoutingRuleEffect['cases'][number] & { met: boolean })[] = await tx.query(
      `SELECT c.number, CASE WHEN $5 THEN c.title END AS title, CASE WHEN $5 THEN c.id END AS "consultationId",
         ${meets('$1::text', '$2::text')} AS met,
         EXISTS (SELECT 1 FROM ministry_cases k WHERE k.consultation_id = c.id AND k.ministry_id = $3) AS asked
       FROM (SELECT * FROM consultations WHERE number IS NOT NULL AND team_id IS NULL ORDER BY submitted_at DESC NULLS LAST, id LIMIT $4) c
       JOIN municipalities m ON m.code = c.municipality_code ORDER BY c.submitted_at DESC, c.id`,
      [fieldCode, prefectureCode, ministryId, TRIED_ON, readsCases],
    );
    const cases = rows.filter(({ met }) => met).map(({ met: _, ...row }) => row);
    return { examined: rows.length, asked: cases.filter(({ asked }) => asked).length, cases };
  }
}
