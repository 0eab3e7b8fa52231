import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { GoodPractice } from '../contract/good-practices.js';
import { found } from '../platform/errors.js';
import { searchPatterns } from '../platform/fold.js';
import { binder } from '../platform/sql/bind.js';

interface Filter {
  q?: string;
  pillar?: string;
  field?: string;
  prefecture?: string;
  page: number;
  size: number;
}

const SELECT = `
  SELECT g.id, jsonb_build_object('code', p.code, 'name', p.name) AS pillar, g.name, g.elements, g.source_ref AS "sourceRef",
         coalesce((SELECT jsonb_agg(jsonb_build_object('code', f.code, 'name', f.name) ORDER BY f.sort)
                   FROM policy_fields f WHERE f.code = ANY (g.fields)), '[]') AS fields,
         coalesce((SELECT jsonb_agg(jsonb_build_object('municipalityCode', l.municipality_code, 'label', l.label)
                                    ORDER BY l.position)
                   FROM good_practice_places l WHERE l.good_practice_id = g.id), '[]') AS places,
         count(*) OVER ()::int AS total
  FROM good_practices g JOIN policy_pillars p ON p.code = g.pillar_code`;

@Injectable()
export class GoodPracticeQueries {
  constructor(private readonly db: DataSource) {}

  async list({
    q = '',
    pillar,
    field,
    prefecture,
    page,
    size,
  }: Filter): Promise<{ items: GoodPractice[]; total: number }> {
    const { bind, values } = binder();
    const where = ['true', ...searchPatterns(q).map((word) => `g.search_key LIKE ${bind(`%${word}%`)}`)];
    if (pillar) where.push(`g.pillar_code = ${bind(pillar)}`);
    if (field) where.push(`${bind(field)} = ANY (g.fields)`);
    if (prefecture) {
      where.push(`EXISTS (SELECT 1 FROM good_practice_places l WHERE l.good_practice_id = g.id
                          AND l.municipality_code LIKE ${bind(`${prefecture.slice(0, 2)}%`)})`);
    }
    const rows: (GoodPractice & { total: number })[] = await this.db.query(
      `${SELECT} WHERE ${where.join(' AND ')} ORDER BY g.sort, g.id
       LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async get(id: string): Promise<GoodPractice> {
    return found((await this.db.query(`${SELECT} WHERE g.id = $1`, [id]))[0]);
  }
}
