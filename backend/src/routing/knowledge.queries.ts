import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  KnowledgeChange,
  KnowledgeDetail,
  KnowledgeEntry,
  KnowledgeFilter,
  KnowledgeKind,
  KnowledgePage,
} from '../contract/knowledge.js';
import type { Actor } from '../identity/actor.js';
import { authorize, found } from '../platform/errors.js';
import { fold } from '../platform/fold.js';
import { instant } from '../platform/sql/json.js';
import { type Entry, entriesAfter, shippedEntries } from './entries.js';
import { mayKeepKnowledge, ministriesIn } from './knowledge.service.js';
import { Suggesters } from './suggesters.js';

/** Thesaurus and remits as they stand, with the history of each entry. */
@Injectable()
export class KnowledgeQueries {
  constructor(
    private readonly db: DataSource,
    private readonly suggesters: Suggesters,
  ) {}

  async list(actor: Actor, kind: KnowledgeKind, { q = '', page, size }: KnowledgeFilter): Promise<KnowledgePage> {
    authorize(mayKeepKnowledge(actor));
    const { shipped, entries, version } = await this.entries();
    const wanted = fold(q);
    const items = entries.filter((entry) => entry.kind === kind && saying(entry).includes(wanted));
    return {
      items: items.slice((page - 1) * size, page * size),
      total: items.length,
      version,
      ministries: ministriesIn(shipped),
      allowedActions: ['change'],
    };
  }

  async get(actor: Actor, kind: KnowledgeKind, id: string): Promise<KnowledgeDetail> {
    authorize(mayKeepKnowledge(actor));
    const { shipped, entries, version } = await this.entries();
    const entry = found(entries.find((one) => one.id === id && one.kind === kind));
    const changes: KnowledgeChange[] = await this.db.query(
      `SELECT k.version, k.head, k.words, k.source, k.removed, k.reason, p.name AS "madeBy", ${instant('k.made_at')} AS "madeAt"
       FROM knowledge_changes k JOIN people p ON p.id = k.made_by WHERE k.entry = $1 ORDER BY k.version DESC`,
      [id],
    );
    const first = shipped.find((one) => one.id === id);
    return {
      ...entry,
      version,
      history: [...changes, ...(first ? [asShipped(first)] : [])],
      ministries: ministriesIn(shipped),
      allowedActions: ['change'],
    };
  }

  private async entries(): Promise<{ shipped: Entry[]; entries: KnowledgeEntry[]; version: number }> {
    const shipped = shippedEntries(await this.suggesters.shippedKnowledge());
    const changes = await this.suggesters.changes(this.db.manager);
    return { shipped, entries: entriesAfter(shipped, changes), version: changes.at(-1)?.version ?? 0 };
  }
}

const saying = ({ head, words, source }: Entry): string => fold([...head, ...words, source].join('\n'));

const asShipped = ({ head, words, source }: Entry): KnowledgeChange => ({
  ...{ version: 0, head, words, source, removed: false },
  ...{ reason: '初めに収めた内容', madeBy: null, madeAt: null },
});
