import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MUNICIPALITY_LABEL } from '../identity/me.queries.js';
import { throughCuts } from '../platform/through-cuts.js';

const REREAD_EVERY_MS = 60_000;

type Kind = 'municipality' | 'ministry' | 'ministryShort' | 'field' | 'pillar';

/**
 * What the codes in a case are called, and in which order they stand: kept in memory, because every row of every list
 * bears them. Read at start and again every minute, so all processes follow an edit.
 */
@Injectable()
export class Names implements OnModuleInit, OnModuleDestroy {
  private names: ReadonlyMap<string, string> = new Map();
  private places: ReadonlyMap<string, number> = new Map();
  private timer: NodeJS.Timeout | undefined;
  private readonly log = new Logger('names');

  constructor(private readonly db: DataSource) {}

  async onModuleInit(): Promise<void> {
    await throughCuts(() => this.reload());
    this.timer = setInterval(() => void this.follow(), REREAD_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads anew. When that fails, the names known so far stay in force, and the log tells. */
  private async follow(): Promise<void> {
    try {
      await this.reload();
    } catch (error) {
      this.log.error('the names could not be read anew', error instanceof Error ? error.stack : error);
    }
  }

  async reload(): Promise<this> {
    const rows: { key: string; name: string }[] = await this.db.query(
      `SELECT key, name FROM (
         SELECT 'municipality ' || code AS key, ${MUNICIPALITY_LABEL} AS name, 0 AS sort FROM municipalities m
         UNION ALL SELECT 'ministry ' || id, name, sort FROM ministries
         UNION ALL SELECT 'ministryShort ' || id, short_name, sort FROM ministries
         UNION ALL SELECT 'field ' || code, name, sort FROM policy_fields
         UNION ALL SELECT 'pillar ' || code, name, 0 FROM policy_pillars) all_names
       ORDER BY sort, key`,
    );
    this.names = new Map(rows.map(({ key, name }) => [key, name]));
    this.places = new Map(rows.map(({ key }, place) => [key, place]));
    return this;
  }

  /** The name behind a code; a code that nobody knows stands for itself. */
  of(kind: Kind, code: string): string {
    return this.names.get(`${kind} ${code}`) ?? code;
  }

  /** The codes in the order of their list. */
  inOrder(kind: Kind, codes: readonly string[]): string[] {
    const place = (code: string) => this.places.get(`${kind} ${code}`) ?? Number.MAX_SAFE_INTEGER;
    return [...codes].sort((left, right) => place(left) - place(right));
  }
}
