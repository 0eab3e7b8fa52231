import type { EntityManager } from 'typeorm';
import { type FormDefinition, FormName, NewFormVersion } from '../contract/forms.js';
import { readSeed } from '../platform/seed.js';

const SEEDS = ['forms/karte-1.json', 'forms/round-town-1.json', 'forms/round-officer-1.json'];
const FormContent = NewFormVersion.omit({ basedOn: true }).extend({ form: FormName.default('karte') });

/** Puts the bundled forms in place. A version that exists never changes: カルテ were written on it. */
export async function loadForms(tx: EntityManager): Promise<void> {
  for (const seed of SEEDS) {
    const { source, version, ...content } = await readSeed<{ version: number }>(seed);
    const { form, ...parsed } = FormContent.parse(content);
    await insertForm(tx, { form, version }, parsed, source);
  }
}

export async function insertForm(
  tx: EntityManager,
  { form, version }: Pick<FormDefinition, 'form' | 'version'>,
  { name, items, notices, validFrom }: Omit<NewFormVersion, 'basedOn'>,
  source: string,
): Promise<void> {
  await tx.query(
    `INSERT INTO form_definitions (form, version, name, items, notices, valid_from, source)
     VALUES ($7, $1, $2, $3, $4, $5, $6) ON CONFLICT (form, version) DO NOTHING`,
    [version, name, JSON.stringify(items), notices, validFrom, source, form],
  );
}
