import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../calendar/clock.js';
import {
  KNOWLEDGE_KIND_LABEL,
  type KnowledgeEffect,
  type KnowledgeInput,
  type KnowledgeKind,
} from '../contract/knowledge.js';
import { record } from '../events/record.js';
import { type Actor, hasRole, personId } from '../identity/actor.js';
import { authorize, DomainError, found, invalid } from '../platform/errors.js';
import { type Change, type Entry, entriesAfter, idOf, shippedEntries } from './entries.js';
import { effectOn } from './knowledge-effect.js';
import { ShownEffects } from './shown-effects.js';
import { Suggesters } from './suggesters.js';

/** The people of the desk know how towns speak; administrators keep all reference data. */
export const mayKeepKnowledge = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager', 'admin');
export const readsCases = (actor: Actor): boolean => hasRole(actor, 'desk', 'manager');

/** Changes of thesaurus and remits. Each is tried on the newest cases before somebody makes it. */
@Injectable()
export class KnowledgeService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly suggesters: Suggesters,
    private readonly shown: ShownEffects,
  ) {}

  async add(actor: Actor, kind: KnowledgeKind, input: KnowledgeInput, preview: boolean): Promise<KnowledgeEffect> {
    return this.change(actor, { kind, id: idOf(kind, input.head, input.source), isNew: true }, input, preview);
  }

  async edit(
    actor: Actor,
    kind: KnowledgeKind,
    id: string,
    input: KnowledgeInput,
    preview: boolean,
  ): Promise<KnowledgeEffect> {
    return this.change(actor, { kind, id, isNew: false }, input, preview);
  }

  private async change(
    actor: Actor,
    { kind, id, isNew }: { kind: KnowledgeKind; id: string; isNew: boolean },
    input: KnowledgeInput,
    preview: boolean,
  ): Promise<KnowledgeEffect> {
    authorize(mayKeepKnowledge(actor));
    const shipped = shippedEntries(await this.suggesters.shippedKnowledge());
    const earlier = await this.suggesters.changes(this.db.manager);
    this.check(kind, id, isNew, input, entriesAfter(shipped, earlier));
    const { seen, reason: _, seal, ...content } = input;
    const next: Change = { ...content, kind, id, version: seen + 1 };
    sameKnowledge(earlier, seen);
    const exactly = [kind, id, isNew, seen, input.head, input.words, input.source, input.removed];
    if (!preview) {
      this.shown.refuseUnseen(actor, exactly, seal);
      await this.db.transaction((tx) => this.write(tx, actor, next, input));
      return { id, seal: null, examined: 0, cases: [] };
    }
    const [before, after] = [await this.suggesters.after(earlier), await this.suggesters.after([...earlier, next])];
    const effect = await effectOn(this.db.manager, before, after, readsCases(actor));
    return { id, seal: this.shown.seal(actor, exactly), ...effect };
  }

  private check(
    kind: KnowledgeKind,
    id: string,
    isNew: boolean,
    { head }: KnowledgeInput,
    entries: readonly (Entry & { removed: boolean })[],
  ): void {
    const known = entries.find((entry) => entry.id === id && entry.kind === kind);
    if (!isNew) found(known);
    if (isNew && known && !known.removed) {
      throw invalid({ head: `同じ項目が${KNOWLEDGE_KIND_LABEL[kind]}にあります。その項目を変更してください` });
    }
    if (kind === 'remit' && (head.length > 1 || !ministriesIn(entries).includes(head[0] ?? ''))) {
      throw invalid({ head: '府省庁は、一覧から一つ選んでください' });
    }
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    change: Change,
    { seen, reason }: KnowledgeInput,
  ): Promise<void> {
    await tx.query('LOCK TABLE knowledge_changes IN EXCLUSIVE MODE');
    sameKnowledge(await this.suggesters.changes(tx), seen);
    const { version, kind, id, head, words, source, removed } = change;
    await tx.query(
      `INSERT INTO knowledge_changes (version, kind, entry, head, words, source, removed, reason, made_by, made_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [version, kind, id, head, words, source, removed, reason, personId(actor), this.clock.now()],
    );
    await record(tx, { type: 'knowledge.change', subjectId: id, actor, reason, data: { kind, version, removed } });
  }
}

/** Ministries that have a remit: those that can be suggested by one. */
export const ministriesIn = (entries: readonly Entry[]): string[] => [
  ...new Set(entries.filter(({ kind }) => kind === 'remit').flatMap(({ head }) => head)),
];

/** @throws DomainError conflict, when somebody changed thesaurus or remits since they were read. */
function sameKnowledge(changes: readonly Change[], seen: number): void {
  const version = changes.at(-1)?.version ?? 0;
  if (version === seen) return;
  throw new DomainError(
    'conflict',
    'knowledge.changed',
    `ほかの人が先に辞書を変更しました（第${version}版）。画面を読み込み直し、今の内容で影響を確認してください。`,
  );
}
