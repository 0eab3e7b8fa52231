import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

/** What one thing adds to one number: the figure it belongs to, its 年度, and what it is counted by. */
export interface Entry {
  figure: string;
  year: number | null;
  key: string;
  also?: string;
}

/** What is kept of one thing: what it adds, its place in lists by size, and the words by which it is found. */
export interface Kept {
  entries: Entry[];
  ranks?: { figure: string; year: number | null; rank: number }[];
  foundBy?: string[];
}

/** A kind of things that are counted. What is not there, or does not count, has nothing kept of it. */
export interface Counted {
  kind: 'case' | 'survey';
  kept(tx: EntityManager, units: string[]): Promise<Map<string, Kept>>;
}

export interface Tally {
  key: string;
  also: string;
  n: number;
}

/** So many are counted in one transaction. */
const BATCH = 2000;

/** 集計表: numbers that are kept. Reading them costs the same however many things were counted (docs/adr/0013). */
@Injectable()
export class Tallies {
  constructor(private readonly db: DataSource) {}

  /** Counts anew whatever changed since the last time. */
  async settle(counted: Counted): Promise<void> {
    while (await this.changed(counted)) await this.db.transaction((tx) => settleSome(tx, counted));
  }

  private async changed({ kind }: Counted): Promise<boolean> {
    return (await this.db.query('SELECT 1 FROM tally_changes WHERE kind = $1 LIMIT 1', [kind])).length > 0;
  }
}

/** The numbers of one figure, of all years or of one. */
export const readTally = (tx: EntityManager, figure: string, year?: number): Promise<Tally[]> =>
  tx.query(
    `SELECT key, also, sum(n)::int AS n FROM tallies
     WHERE figure = $1 ${year ? 'AND year = $2' : ''} GROUP BY 1, 2 HAVING sum(n) <> 0 ORDER BY 1, 2`,
    year ? [figure, year] : [figure],
  );

/** One at a time: what a unit added before is taken back, what it adds now is added, and kept beside it. */
async function settleSome(tx: EntityManager, { kind, kept }: Counted): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`tallies ${kind}`]);
  const marked: { unit: string }[] = await tx.query(
    `WITH taken AS (
       DELETE FROM tally_changes WHERE kind = $1
         AND id IN (SELECT id FROM tally_changes WHERE kind = $1 ORDER BY id LIMIT ${BATCH}) RETURNING unit)
     SELECT DISTINCT unit FROM taken`,
    [kind],
  );
  const units = marked.map(({ unit }) => unit);
  const now = await kept(tx, units);
  const given = units.map((unit) => {
    const { entries = [], foundBy = [] } = now.get(unit) ?? {};
    return { unit, entries: entries.map(written), found_by: foundBy };
  });
  await tx.query(
    `WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS r (unit uuid, entries text[], found_by text[])),
       before AS (SELECT u.entries FROM tally_units u JOIN given USING (unit) WHERE u.kind = $1),
       kept AS (INSERT INTO tally_units (kind, unit, entries, found_by) SELECT $1, unit, entries, found_by FROM given
                ON CONFLICT (kind, unit) DO UPDATE SET entries = excluded.entries, found_by = excluded.found_by)
     INSERT INTO tallies (entry, n)
     SELECT entry, sum(n) FROM (SELECT unnest(entries) AS entry, 1 AS n FROM given
                                UNION ALL SELECT unnest(entries), -1 FROM before) x
     GROUP BY 1 HAVING sum(n) <> 0 ORDER BY 1
     ON CONFLICT (entry) DO UPDATE SET n = tallies.n + excluded.n`,
    [kind, JSON.stringify(given)],
  );
  await tx.query('DELETE FROM tallies WHERE n = 0');
  await tx.query('DELETE FROM tally_ranks WHERE unit = ANY ($1)', [units]);
  const ranks = [...now].flatMap(([unit, { ranks = [] }]) => ranks.map((rank) => ({ unit, ...rank })));
  await tx.query(
    `INSERT INTO tally_ranks (figure, unit, year, rank)
     SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (figure text, unit uuid, year integer, rank integer)`,
    [JSON.stringify(ranks)],
  );
}

const written = ({ figure, year, key, also = '' }: Entry) => [figure, year ?? '', key, also].join('|');
