import type { EntityManager } from 'typeorm';
import type { ConsultationEntity } from '../consultations/consultation.entity.js';
import type { StoredKarte } from '../contract/karte.js';

/** What a late save is shown: the content as it stands, and who saved it when. */
export async function storedKarte(tx: EntityManager, consultation: ConsultationEntity): Promise<StoredKarte> {
  const [{ name, codes }]: [{ name: string; codes: string[] }] = await tx.query(
    `SELECT p.name, ARRAY(SELECT municipality_code FROM consultation_members WHERE consultation_id = $1
                          ORDER BY municipality_code) AS codes
     FROM people p WHERE p.id = $2`,
    [consultation.id, consultation.updatedBy],
  );
  return {
    version: consultation.version,
    karte: consultation.karte,
    memberCodes: codes,
    savedAt: consultation.updatedAt.toISOString(),
    savedBy: name,
  };
}
