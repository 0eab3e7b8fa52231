import type { EntityManager } from 'typeorm';
import type { Karte } from '../contract/forms.js';
import type { CallKind } from '../contract/rounds.js';

interface Draft {
  roundId: string;
  kind: CallKind;
  /** Of a town. */
  code: string | null;
  sheet: Karte;
  by: string;
  at: Date;
}

/** The id of the new draft; undefined where the town or the officer has an 応募 in this round already. */
export async function insertDraft(
  tx: EntityManager,
  { roundId, kind, code, sheet, by, at }: Draft,
): Promise<string | undefined> {
  const [created]: { id: string }[] = await tx.query(
    `INSERT INTO applications (round_id, kind, state, state_since, municipality_code, sheet, created_by, updated_by,
                               created_at, updated_at)
     VALUES ($1, $2, 'draft', $3, $4, $5, $6, $6, $3, $3) ON CONFLICT DO NOTHING RETURNING id`,
    [roundId, kind, at, code, JSON.stringify(sheet), by],
  );
  return created?.id;
}
