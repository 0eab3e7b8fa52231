import type { EntityManager } from 'typeorm';
import type { StoredKarte } from '../contract/karte.js';
import type { ApplicationEntity } from './application.entity.js';

/** What a late save is shown, as for a カルテ: the content as it stands, and who saved it when. */
export async function storedApplication(tx: EntityManager, application: ApplicationEntity): Promise<StoredKarte> {
  const [{ name }]: [{ name: string }] = await tx.query('SELECT name FROM people WHERE id = $1', [
    application.updatedBy,
  ]);
  const { version, sheet, updatedAt } = application;
  return { version, karte: sheet, memberCodes: [], savedAt: updatedAt.toISOString(), savedBy: name };
}
