import { createHash } from 'node:crypto';
import type { KnowledgeChange, KnowledgeEntry, KnowledgeKind } from '../contract/knowledge.js';
import type { Knowledge } from './knowledge.js';

/** An entry as it stands, and under which key it is changed. */
export type Entry = Pick<KnowledgeEntry, 'id' | 'kind' | 'head' | 'words' | 'source'>;
export type Change = Entry & Pick<KnowledgeChange, 'version' | 'removed'>;

/** The key of an entry: of what it was when it came, so that it stays when its words change. */
export const idOf = (kind: KnowledgeKind, head: readonly string[], source: string): string =>
  createHash('sha256')
    .update([kind, ...head, kind === 'remit' ? source : ''].join('\n'))
    .digest('hex')
    .slice(0, 16);

/** What was shipped, as entries. */
export function shippedEntries({ thesaurus, remits }: Pick<Knowledge, 'thesaurus' | 'remits'>): Entry[] {
  const entry = (kind: KnowledgeKind, head: string[], words: string[], source: string): Entry => ({
    id: idOf(kind, head, source),
    kind,
    head,
    words,
    source,
  });
  return [
    ...thesaurus.map(({ policy, everyday, reason }) => entry('thesaurus', policy, everyday, reason)),
    ...remits.map(({ ministry, words, source }) => entry('remit', [ministry], words, source)),
  ];
}

/** The entries after changes, in the order in which they came; what was removed is marked. */
export function entriesAfter(shipped: readonly Entry[], changes: readonly Change[]): KnowledgeEntry[] {
  const entries = new Map<string, KnowledgeEntry>(
    shipped.map((one) => [one.id, { ...one, changedIn: null, removed: false }]),
  );
  for (const { version, ...change } of changes) entries.set(change.id, { ...change, changedIn: version });
  return [...entries.values()];
}

/** The knowledge with these entries in place of those it was shipped with. */
export function knowledgeWith(knowledge: Knowledge, entries: readonly KnowledgeEntry[]): Knowledge {
  const standing = entries.filter(({ removed }) => !removed);
  return {
    ...knowledge,
    thesaurus: standing
      .filter(({ kind }) => kind === 'thesaurus')
      .map(({ head, words, source }) => ({ policy: head, everyday: words, reason: source })),
    remits: standing
      .filter(({ kind }) => kind === 'remit')
      .flatMap(({ head, words, source }) => head.map((ministry) => ({ ministry, words, source }))),
  };
}
