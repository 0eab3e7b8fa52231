import type { StoredKarte } from '@musubi/backend/contract/karte';
import type { Content } from './content';
import type { SaveResult } from './save-karte';

/** How what is in the fields stands to what is stored. */
export type SaveStatus =
  | { kind: 'saved'; at: string | null }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | Stale
  | Exclude<SaveResult, { kind: 'saved' | 'stale' }>;

/** Somebody else saved: what stands in the fields, what is stored, and, where known, what both began from. */
export interface Stale {
  kind: 'stale';
  current: StoredKarte;
  mine: Content;
  base?: Content;
}
