import type { EntityManager } from 'typeorm';
import type { FormName } from '../contract/forms.js';
import type { Call, CallKind } from '../contract/rounds.js';
import { found } from '../platform/errors.js';
import { callStanding } from './call-standing.js';

export const FORM_OF: Record<CallKind, FormName> = { town: 'roundTown', officer: 'roundOfficer' };

export interface CallRow {
  kind: CallKind;
  opensAt: Date;
  closesAt: Date;
  formVersion: number;
}

const COLUMNS = 'kind, opens_at AS "opensAt", closes_at AS "closesAt", form_version AS "formVersion"';

export const callsOf = (db: Pick<EntityManager, 'query'>, roundId: string): Promise<CallRow[]> =>
  db.query(`SELECT ${COLUMNS} FROM round_calls WHERE round_id = $1 ORDER BY kind DESC`, [roundId]);

/** The call, which nobody moves while this transaction lasts. */
export async function heldCall(tx: EntityManager, roundId: string, kind: CallKind): Promise<CallRow> {
  const rows: CallRow[] = await tx.query(
    `SELECT ${COLUMNS} FROM round_calls WHERE round_id = $1 AND kind = $2 FOR SHARE`,
    [roundId, kind],
  );
  return found(rows[0]);
}

export const shownCall = (now: Date, { kind, opensAt, closesAt, formVersion }: CallRow): Call => ({
  ...{ kind, formVersion },
  opensAt: new Date(opensAt).toISOString(),
  closesAt: new Date(closesAt).toISOString(),
  standing: callStanding(now, { opensAt: new Date(opensAt), closesAt: new Date(closesAt) }),
});
