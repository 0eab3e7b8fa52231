import type { EntityManager } from 'typeorm';
import { NewFormVersion } from '../contract/forms.js';
import { readSeed } from '../platform/seed.js';

const SEEDS = ['forms/karte-1.json'];
const FormContent = NewFormVersion.omit({ basedOn: true });

/** Puts the bundled forms in place. A version that exists never changes: カルテ were written on it. */
export async function loadForms(tx: EntityManager): Promise<void> {
  for (const seed of SEEDS) {
    const { source, version, ...content } = await readSeed<{ version: number }>(seed);
    await insertForm(tx, version, FormContent.parse(content), source);
  }
}

export async function insertForm(
  tx: EntityManager,
  version: number,
  { name, items, notices, validFrom }: Omit<NewFormVersion, 'basedOn'>,
  source: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO form_definitions (form, version, name, items, notices, valid_from, source)
     VALUES ('karte', $1, $2, $3, $4, $5, $6) ON CONFLICT (form, version) DO NOTHING`,
    [version, name, JSON.stringify(items), notices, validFrom, source],
  );
}
