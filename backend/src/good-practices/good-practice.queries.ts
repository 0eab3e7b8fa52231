import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GoodPractice, GoodPracticeDetail, GoodPracticeSearch } from '../contract/good-practices.js';
import type { Paging } from '../contract/paging.js';
import { found } from '../platform/errors.js';
import { searchPatterns } from '../platform/fold.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { listOf } from '../platform/sql/json.js';

const COLUMNS = `g.id, jsonb_build_object('code', p.code, 'name', p.name) AS pillar, g.name, g.elements,
  g.source_ref AS "sourceRef", CASE WHEN s.id IS NULL THEN 'printed' ELSE 'caseSheet' END AS source,
  coalesce(s.recommended, false) AS recommended,
  ${listOf(`'code', f.code, 'name', f.name`, 'policy_fields f WHERE f.code = ANY (g.fields)', 'f.sort')} AS fields,
  ${listOf(
    `'municipalityCode', l.municipality_code, 'label', l.label`,
    'good_practice_places l WHERE l.good_practice_id = g.id',
    'l.position',
  )} AS places`;

/** `good_practices g`, with their 事例票 `s`. */
export const PRACTICES = `good_practices g JOIN policy_pillars p ON p.code = g.pillar_code
  LEFT JOIN case_sheets s ON s.id = g.case_sheet_id`;

const SHEET = `CASE WHEN s.id IS NOT NULL THEN jsonb_build_object('publishedOn', s.published_on, 'situation', s.situation,
  'initiative', s.initiative, 'partners', s.partners, 'support', s.support, 'results', s.results,
  'practice', (SELECT jsonb_build_object('id', o.id, 'name', o.name) FROM good_practices o WHERE o.id = s.practice_id)) END`;

/** 好事例: what the state printed, and the published 事例票. */
@Injectable()
export class GoodPracticeQueries {
  constructor(private readonly db: DataSource) {}

  async list({
    page,
    size,
    ...filter
  }: GoodPracticeSearch & Paging): Promise<{ items: GoodPractice[]; total: number }> {
    const { bind, values } = binder();
    const rows: (GoodPractice & { total: number })[] = await this.db.query(
      `SELECT ${COLUMNS}, count(*) OVER ()::int AS total FROM ${PRACTICES}
       WHERE ${practiceConditions(filter, bind).join(' AND ')} ORDER BY g.sort, s.published_on DESC, g.id
       LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async get(id: string): Promise<GoodPracticeDetail> {
    return found(
      (await this.db.query(`SELECT ${COLUMNS}, ${SHEET} AS sheet FROM ${PRACTICES} WHERE g.id = $1`, [id]))[0],
    );
  }
}

/** A filter on `good_practices g`, with their 事例票 `s`. */
export function practiceConditions(filter: GoodPracticeSearch, bind: Bind): string[] {
  const { q = '', source, pillar, field, prefecture, municipality } = filter;
  const place = (condition: string) =>
    `EXISTS (SELECT 1 FROM good_practice_places l WHERE l.good_practice_id = g.id AND l.municipality_code ${condition})`;
  return [
    'true',
    ...searchPatterns(q).map((word) => `g.search_key LIKE ${bind(`%${word}%`)}`),
    ...(source ? [`s.id IS ${source === 'caseSheet' ? 'NOT NULL' : 'NULL'}`] : []),
    ...(pillar ? [`g.pillar_code = ${bind(pillar)}`] : []),
    ...(field ? [`${bind(field)} = ANY (g.fields)`] : []),
    ...(prefecture ? [place(`LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`)] : []),
    ...(municipality ? [place(`= ${bind(municipality)}`)] : []),
  ];
}
