import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Change, entriesAfter, knowledgeWith, shippedEntries } from './entries.js';
import { type Knowledge, readKnowledge } from './knowledge.js';
import { Suggester } from './suggester.js';

export interface Versioned {
  suggester: Suggester;
  /** Of thesaurus and remits; 0 as shipped. */
  version: number;
}

/**
 * The suggester of this process. Its index takes a second to build, so it is built once, when somebody first asks. Each
 * request looks for a newer version of thesaurus and remits, which any process may have made; they need no new index.
 */
@Injectable()
export class Suggesters {
  private shipped?: Promise<Suggester>;
  private newest?: Versioned;

  constructor(private readonly db: DataSource) {}

  async current(): Promise<Versioned> {
    const [row]: { version: number }[] = await this.db.query(
      'SELECT coalesce(max(version), 0) AS version FROM knowledge_changes',
    );
    const version = row?.version ?? 0;
    if (this.newest?.version !== version) {
      this.newest = { version, suggester: await this.after(await this.changes(this.db.manager, version)) };
    }
    return this.newest;
  }

  /** The suggester as it would be after these changes. */
  async after(changes: readonly Change[]): Promise<Suggester> {
    const shipped = await this.asShipped();
    if (changes.length === 0) return shipped;
    const entries = entriesAfter(shippedEntries(shipped.knowledge), changes);
    return new Suggester(knowledgeWith(shipped.knowledge, entries), shipped);
  }

  async shippedKnowledge(): Promise<Knowledge> {
    return (await this.asShipped()).knowledge;
  }

  /** All changes up to a version, oldest first. */
  changes(tx: EntityManager, upTo?: number): Promise<Change[]> {
    return tx.query(
      `SELECT entry AS id, kind, head, words, source, removed, version FROM knowledge_changes
       WHERE version <= coalesce($1, version) ORDER BY version`,
      [upTo ?? null],
    );
  }

  private asShipped(): Promise<Suggester> {
    this.shipped ??= readKnowledge().then((knowledge) => new Suggester(knowledge));
    return this.shipped;
  }
}
