import { readFile } from 'node:fs/promises';

/** Where the facts of a file come from, and as of when. */
export interface SeedFile {
  source: string;
  sourceDate: string;
}

/** Reads a file of facts from `backend/seed/`. */
export async function readSeed<T>(name: string): Promise<T & SeedFile> {
  return JSON.parse(await readFile(new URL(`../../seed/${name}`, import.meta.url), 'utf8'));
}
