import type { EntityManager } from 'typeorm';
import { invalid } from '../platform/errors.js';
import type { CaseSheetEntity } from './case-sheet.entity.js';

/** @throws DomainError invalid, where the desk chose something that is on no list. */
export async function refuseUnknown(tx: EntityManager, sheet: CaseSheetEntity): Promise<void> {
  const [known]: [{ pillar: boolean; fields: boolean; practice: boolean }] = await tx.query(
    `SELECT $1::text IS NULL OR EXISTS (SELECT 1 FROM policy_pillars WHERE code = $1) AS pillar,
            NOT EXISTS (SELECT 1 FROM unnest($2::text[]) f WHERE f NOT IN (SELECT code FROM policy_fields)) AS fields,
            $3::text IS NULL OR $3 <> $4 AND EXISTS (SELECT 1 FROM good_practices WHERE id = $3) AS practice`,
    [sheet.pillarCode, sheet.fieldCodes, sheet.practiceId, sheet.id],
  );
  const fields = {
    ...(known.pillar ? {} : { pillarCode: '一覧にある政策の柱を選んでください' }),
    ...(known.fields ? {} : { fieldCodes: '一覧にある政策分野を選んでください' }),
    ...(known.practice ? {} : { practiceId: '公開されている好事例を選んでください' }),
  };
  if (Object.keys(fields).length > 0) throw invalid(fields);
}
