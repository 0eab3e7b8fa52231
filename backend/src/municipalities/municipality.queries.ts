import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Municipality, MunicipalityKind } from '../contract/municipalities.js';
import { found } from '../platform/errors.js';
import { searchPatterns } from '../platform/fold.js';
import { binder } from '../platform/sql/bind.js';

interface Filter {
  q?: string;
  prefecture?: string;
  kind?: MunicipalityKind;
  page: number;
  size: number;
}

const COLUMNS = `code, prefecture_code AS "prefectureCode", prefecture_name AS "prefectureName", name, kana, kind,
  CASE kind WHEN 'prefecture' THEN name ELSE prefecture_name || name END AS label,
  valid_from::text AS "validFrom", valid_to::text AS "validTo", source`;

@Injectable()
export class MunicipalityQueries {
  constructor(private readonly db: DataSource) {}

  /** Living bodies; what is called exactly so comes first, then what begins so, then by code. */
  async list({ q = '', prefecture, kind, page, size }: Filter): Promise<{ items: Municipality[]; total: number }> {
    const { bind, values } = binder();
    const words = searchPatterns(q);
    const where = ['valid_to IS NULL', ...words.map((word) => matches(word, bind))];
    if (prefecture) where.push(`code LIKE ${bind(`${prefecture.slice(0, 2)}%`)}`);
    if (kind) where.push(`kind = ${bind(kind)}`);
    const whole = bind(words.join(''));
    const rows: (Municipality & { total: number })[] = await this.db.query(
      `SELECT ${COLUMNS}, count(*) OVER ()::int AS total
       FROM municipalities WHERE ${where.join(' AND ')}
       ORDER BY CASE WHEN ' ' || search_key LIKE '% ' || ${whole} || ' %' THEN 0
                     WHEN ' ' || search_key LIKE '% ' || ${whole} || '%' THEN 1 ELSE 2 END, code
       LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return { items: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  async get(code: string): Promise<Municipality> {
    return found((await this.db.query(`SELECT ${COLUMNS} FROM municipalities WHERE code = $1`, [code]))[0]);
  }
}

/** Digits are the beginning of a code; anything else is a part of a name or of its kana. */
const matches = (word: string, bind: (value: unknown) => string): string =>
  /^\d+$/.test(word) ? `code LIKE ${bind(`${word}%`)}` : `search_key LIKE ${bind(`%${word}%`)}`;
