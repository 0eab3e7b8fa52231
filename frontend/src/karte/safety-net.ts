import type { Content } from './content';

/** What this browser could not save yet, kept on this machine only until it is saved. */
export interface Kept {
  version: number;
  content: Content;
  at: string;
}

const name = (id: string) => `musubi-karte-${id}`;

/** Storage may be full or forbidden; the page itself still holds the text then. */
function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

export const safetyNet = {
  keep: (id: string, version: number, content: Content) =>
    quietly(() =>
      localStorage.setItem(name(id), JSON.stringify({ version, content, at: new Date().toISOString() } satisfies Kept)),
    ),
  clear: (id: string) => quietly(() => localStorage.removeItem(name(id))),
  read: (id: string): Kept | null =>
    quietly(() => JSON.parse(localStorage.getItem(name(id)) ?? 'null') as Kept | null) ?? null,
};
