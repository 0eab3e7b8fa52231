import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import type { Measure, MeasureConditions, MeasureFilter, MeasurePage } from '../contract/measures.js';
import type { Actor } from '../identity/actor.js';
import { found } from '../platform/errors.js';
import { searchPatterns } from '../platform/fold.js';
import { containing } from '../platform/search/grams.js';
import { type Bind, binder } from '../platform/sql/bind.js';
import { below, callState, DETAIL, ownedBy, SUMMARY } from './measure-fields.sql.js';
import { mayEdit, mayImport, mayReadSettings } from './policy.js';
import { TARGET_WORDS } from './targets.js';

type Reader = Actor | null;

/** The catalogue, for people with an account and, where it is open, for everybody (`reader` null). */
@Injectable()
export class MeasureQueries {
  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  async list(reader: Reader, { page, size, ...conditions }: MeasureFilter): Promise<MeasurePage> {
    const { bind, values } = binder();
    const rows: (MeasurePage['items'][number] & { total: number })[] = await this.db.query(
      `SELECT ${this.summary(reader, bind)}, count(*) OVER ()::int AS total FROM measures m
       WHERE ${this.where(reader, conditions, bind)} ORDER BY m.sort, m.id
       LIMIT ${bind(size)} OFFSET ${bind((page - 1) * size)}`,
      values,
    );
    return {
      items: rows.map(({ total: _, ...row }) => row),
      total: rows[0]?.total ?? (page > 1 ? await this.count(reader, conditions) : 0),
      basketSize: await this.basketSize(reader),
      choices: await this.choices(),
      allowedActions: allowed(reader),
    };
  }

  async get(reader: Reader, id: string): Promise<Measure> {
    const { bind, values } = binder();
    const [row]: (Omit<Measure, 'kpis' | 'allowedActions'> & { block: string | null; node: string | null })[] =
      await this.db.query(
        `SELECT ${this.summary(reader, bind)}, ${DETAIL} FROM measures m WHERE m.id = ${bind(id)}`,
        values,
      );
    const { block, node, ...measure } = found(row);
    const allowedActions = reader && mayEdit(reader) ? (['edit'] as const) : [];
    return { ...measure, kpis: await this.kpis(block, node), allowedActions: [...allowedActions] };
  }

  /** The condition of a list, for exports too. */
  where(reader: Reader, conditions: MeasureConditions, bind: Bind): string {
    const { q = '', edition, kind, node, ministry, field, target, open, basket } = conditions;
    const where = searchPatterns(q).map((word) => `m.search_key LIKE ${bind(`%${word}%`)}`);
    if (edition) where.push(`m.edition = ${bind(edition)}`);
    if (kind) where.push(`m.kind = ${bind(kind)}`);
    if (node) where.push(below(bind(node)));
    if (ministry) where.push(ownedBy(bind(ministry), bind(this.calendar.today())));
    if (field) where.push(`${bind(field)} = ANY (m.fields)`);
    if (target) where.push(`m.eligible LIKE ANY (${bind(TARGET_WORDS[target].map(containing))})`);
    if (open) where.push(`${this.call(bind)} IN ('open', 'closing')`);
    if (basket) where.push(inBasket(reader, bind));
    return where.join(' AND ') || 'true';
  }

  private summary(reader: Reader, bind: Bind): string {
    return `${SUMMARY}, ${this.call(bind)} AS call, ${inBasket(reader, bind)} AS "inBasket"`;
  }

  private call = (bind: Bind): string => callState(bind(this.calendar.today()));

  private async count(reader: Reader, conditions: MeasureConditions): Promise<number> {
    const { bind, values } = binder();
    const where = this.where(reader, conditions, bind);
    return (await this.db.query(`SELECT count(*)::int AS n FROM measures m WHERE ${where}`, values))[0].n;
  }

  private async basketSize(reader: Reader): Promise<number> {
    if (!reader) return 0;
    const sql = 'SELECT count(*)::int AS n FROM measure_baskets WHERE person_id = $1';
    return (await this.db.query(sql, [reader.id]))[0].n;
  }

  private async choices(): Promise<MeasurePage['choices']> {
    const [nodes, ministries, fields] = await Promise.all([
      this.db.query(`SELECT code AS value, code || ' ' || name AS label FROM logic_model_nodes ORDER BY sort`),
      this.db.query('SELECT id AS value, name AS label FROM ministries WHERE valid_to IS NULL ORDER BY sort, id'),
      this.db.query(
        'SELECT code AS value, name AS label FROM policy_fields WHERE valid_to IS NULL ORDER BY sort, code',
      ),
    ]);
    return { nodes, ministries, fields };
  }

  /** Those of the block, where the strategy was imported, else those of the output. */
  private async kpis(block: string | null, node: string | null): Promise<Measure['kpis']> {
    const ofBlock: { text: string }[] = await this.db.query(
      'SELECT text FROM measure_kpis WHERE block = $1 ORDER BY position',
      [block],
    );
    if (ofBlock.length > 0) {
      const members: { title: string }[] = await this.db.query(
        `SELECT title FROM measures WHERE edition = 'R7' AND block = $1 ORDER BY sort`,
        [block],
      );
      return { of: 'block', titles: members.map(({ title }) => title), texts: ofBlock.map(({ text }) => text) };
    }
    const ofNode: { name: string; text: string }[] = await this.db.query(
      `SELECT n.name, k.indicator || '：' || k.target AS text FROM logic_model_kpis k
       JOIN logic_model_nodes n ON n.code = k.node_code WHERE n.code = $1 AND n.level = 'output' ORDER BY k.sort`,
      [node],
    );
    return { of: 'node', titles: ofNode.slice(0, 1).map(({ name }) => name), texts: ofNode.map(({ text }) => text) };
  }
}

const inBasket = (reader: Reader, bind: Bind): string =>
  reader
    ? `EXISTS (SELECT 1 FROM measure_baskets b WHERE b.measure_id = m.id AND b.person_id = ${bind(reader.id)})`
    : 'false';

function allowed(reader: Reader): MeasurePage['allowedActions'] {
  if (!reader) return [];
  const actions: MeasurePage['allowedActions'] = ['collect'];
  if (mayImport(reader)) actions.push('import');
  if (mayReadSettings(reader)) actions.push('settings');
  return actions;
}
