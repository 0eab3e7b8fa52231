import type { KarteSheet, StoredKarte } from '@musubi/backend/contract/karte';
import type { FormState } from '@/lib/form-state';
import { type Content, tidied } from './content';
import type { SaveStatus } from './save-status';

/** What the server action answers to the sheet. */
export interface SheetState extends FormState {
  /** What stands in the fields: as typed, with rows added and removed. */
  content?: Content;
  /** The version that `content` is, or, after a refusal, was based on. */
  version?: number;
  /** Whether `content` is stored. */
  stored?: boolean;
  /** Towns of the name that was typed for a 構成団体. */
  found?: KarteSheet['members'];
}

/** What is stored, as the fields would read it. */
export const storedContent = ({ form, karte, members }: KarteSheet): Content => ({
  karte: tidied(form, karte),
  memberCodes: members.map(({ code }) => code).sort(),
});

export const storedKarte = ({ karte, version, members, savedAt, savedBy }: KarteSheet): StoredKarte => ({
  karte,
  version,
  memberCodes: members.map(({ code }) => code),
  savedAt,
  savedBy,
});

/** How a page stands that came back without a script. */
export function beginning({ conflict, content }: SheetState): SaveStatus {
  if (conflict && content) return { kind: 'stale', current: conflict as StoredKarte, mine: content };
  return { kind: 'saved', at: null };
}

/** The faults that remain when this field is being edited. A fault of rows goes with any of its cells. */
export function without(faults: Record<string, string>, name: string): Record<string, string> {
  const gone = [name, name.split('.')[0]];
  if (!gone.some((key) => key !== undefined && key in faults)) return faults;
  return Object.fromEntries(Object.entries(faults).filter(([key]) => !gone.includes(key)));
}
