import type { SavedKarte, StoredKarte } from '@musubi/backend/contract/karte';
import type { Problem } from '@musubi/backend/contract/problem';
import type { Content } from './content';
import { type SheetHome, storePath } from './sheet-home';

export type SaveResult =
  | ({ kind: 'saved' } & SavedKarte)
  | { kind: 'stale'; current: StoredKarte }
  | { kind: 'invalid'; message: string; fields: Record<string, string> }
  | { kind: 'signedOut' }
  | { kind: 'refused'; message: string }
  | { kind: 'unreachable' };

/** Saves from the browser, and tells apart what can become of it. Never throws: nothing typed may be lost. */
export async function saveKarte(home: SheetHome, id: string, version: number, content: Content): Promise<SaveResult> {
  try {
    const response = await fetch(`/api${storePath(home, id)}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ version, ...content }),
    });
    if (response.ok) return { kind: 'saved', ...(await response.json()) };
    if (response.status === 401) return { kind: 'signedOut' };
    if (response.status >= 500 || response.status === 429) return { kind: 'unreachable' };
    const problem: Problem = await response.json();
    if (problem.current) return { kind: 'stale', current: problem.current as StoredKarte };
    if (problem.fields) return { kind: 'invalid', message: problem.detail, fields: problem.fields };
    return { kind: 'refused', message: problem.detail };
  } catch {
    return { kind: 'unreachable' };
  }
}
