import type { EntityManager } from 'typeorm';
import { tokyoDay } from '../contract/calendar.js';
import type { DeadlineKind } from '../contract/deadlines.js';
import { stillDue } from './dues.js';
import type { NoticeRow } from './notice-words.js';
import { addresseesOf } from './recipients.js';
import { REMIND_FOR } from './remind-for.js';

/** Those notices that are still true, asked in the moment of sending. The others are dropped, with the reason. */
export async function dropUntrue(tx: EntityManager, notices: readonly NoticeRow[], now: Date): Promise<NoticeRow[]> {
  const still: NoticeRow[] = [];
  for (const notice of notices) {
    const because = await untrue(tx, notice, now);
    if (because === null) still.push(notice);
    else
      await tx.query('UPDATE notices SET dropped_at = $2, dropped_because = $3 WHERE id = $1', [
        notice.id,
        now,
        because,
      ]);
  }
  return still;
}

/** Why a reminder is no longer true; null when it is. What happened has happened: it stays true. */
async function untrue(tx: EntityManager, notice: NoticeRow, now: Date): Promise<'settled' | 'notTheirs' | null> {
  if (notice.step === null) return null;
  const kind = notice.rule as DeadlineKind;
  if (!(await stillDue(tx, { kind, subject_id: notice.subject_id, due_on: notice.due_on ?? '' }))) return 'settled';
  const to = notice.topic === 'escalation' ? 'managers' : REMIND_FOR[kind]?.to;
  const addressees = to ? await addresseesOf(tx, to, notice, notice.topic, tokyoDay(now)) : [];
  return addressees.some(({ address }) => address === notice.address) ? null : 'notTheirs';
}
