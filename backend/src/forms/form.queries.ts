import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Calendar } from '../calendar/calendar.js';
import { FORM_SOURCES, type FormChoices, FormDefinition, type FormName, type FormSource } from '../contract/forms.js';
import { found } from '../platform/errors.js';

type Db = Pick<EntityManager, 'query'>;

/** Inside a transaction, hand it on: a second connection could wait for ever when many save at once. */
@Injectable()
export class FormQueries {
  /** A version never changes, so each is read once. */
  private readonly known = new Map<string, FormDefinition>();

  constructor(
    private readonly db: DataSource,
    private readonly calendar: Calendar,
  ) {}

  /** The newest version in force today. */
  async current(db: Db = this.db, name: FormName = 'karte'): Promise<FormDefinition> {
    const [{ version }]: [{ version: number | null }] = await db.query(
      'SELECT max(version) AS version FROM form_definitions WHERE form = $2 AND valid_from <= $1',
      [this.calendar.today(), name],
    );
    return this.get(found(version), db, name);
  }

  /** @param version null of what was written on no form: there is none to get */
  async get(version: number | null, db: Db = this.db, name: FormName = 'karte'): Promise<FormDefinition> {
    const key = `${name}/${version}`;
    const known = this.known.get(key);
    if (known) return known;
    const [row] = await db.query(
      `SELECT form, version, name, valid_from::text AS "validFrom", notices, items
       FROM form_definitions WHERE form = $2 AND version = $1`,
      [version, name],
    );
    const form = FormDefinition.parse(found(row));
    this.known.set(key, form);
    return form;
  }

  /** The lists of the day; what has ended is in them only for sheets that already bear it. */
  async choices(borne: readonly string[] = [], db: Db = this.db): Promise<FormChoices> {
    const rows: { source: FormSource; value: string; label: string }[] = await db.query(
      `SELECT source, value, label FROM (
         SELECT 'policyPillars' AS source, code AS value, name AS label, 0 AS sort, NULL::date AS valid_from, NULL::date AS valid_to
         FROM policy_pillars
         UNION ALL SELECT 'policyFields', code, name, sort, valid_from, valid_to FROM policy_fields
         UNION ALL SELECT 'ministries', id, name, sort, valid_from, valid_to FROM ministries) lists
       WHERE coalesce(valid_from <= $1, true) AND coalesce(valid_to >= $1, true) OR value = ANY ($2)
       ORDER BY sort, value`,
      [this.calendar.today(), borne],
    );
    const lists = Object.fromEntries(FORM_SOURCES.map((source) => [source, []])) as unknown as FormChoices;
    for (const { source, value, label } of rows) lists[source].push({ value, label });
    return lists;
  }
}
