import type { EntityManager } from 'typeorm';
import type { RowDraft } from '../contract/answers.js';
import type { Actor } from '../identity/actor.js';
import { invalid } from '../platform/errors.js';
import { binder } from '../platform/sql/bind.js';
import type { DraftRow } from './draft.js';
import { ownInquiries } from './policy.js';

const basesOf = (rows: readonly RowDraft[]): string[] =>
  rows.flatMap(({ answers }) => answers.flatMap(({ basedOn }) => basedOn ?? []));

/** An answer may name as its source only what the actor's own organisation has sent, or what the draft names already. */
export async function checkBases(
  tx: EntityManager,
  actor: Actor,
  rows: readonly RowDraft[],
  draft: readonly DraftRow[],
): Promise<void> {
  const stands = new Set(basesOf(draft));
  const named = basesOf(rows).filter((id) => !stands.has(id));
  if (named.length === 0) return;
  const { bind, values } = binder();
  const own: { id: string }[] = await tx.query(
    `SELECT a.id FROM answers a JOIN inquiries i ON i.id = a.inquiry_id
     JOIN inquiry_rows r ON r.inquiry_id = a.inquiry_id AND r.question_row_id = a.question_row_id
     WHERE a.id = ANY (${bind(named)}) AND r.state = 'answered' AND ${ownInquiries(actor, bind)}`,
    values,
  );
  const known = new Set([...stands, ...own.map(({ id }) => id)]);
  const faults = rows.flatMap(({ answers }, row) =>
    answers.flatMap(({ basedOn }, at) =>
      basedOn && !known.has(basedOn)
        ? [[`rows.${row}.answers.${at}.basedOn`, '出典にできるのは、自府省庁が提出した回答だけです'] as const]
        : [],
    ),
  );
  if (faults.length > 0) throw invalid(Object.fromEntries(faults));
}
