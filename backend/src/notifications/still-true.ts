import type { EntityManager } from 'typeorm';
import type { Calendar } from '../calendar/calendar.js';
import { tokyoDay } from '../contract/calendar.js';
import { type DeadlineKind, KINDS_THAT_COME_AGAIN } from '../contract/deadlines.js';
import { stillDue } from './dues.js';
import type { NoticeRow } from './notice-words.js';
import { addresseesOf } from './recipients.js';
import { REMIND_FOR } from './remind-for.js';

type Untrue = 'settled' | 'notTheirs' | 'overtaken';

/**
 * Those notices that are still true, asked in the moment of sending: they may have waited for days. The others are
 * dropped, with the reason. A reminder that waited says how far the due day is now, not how far it was.
 */
export async function dropUntrue(
  tx: EntityManager,
  notices: readonly NoticeRow[],
  now: Date,
  calendar: Calendar,
): Promise<NoticeRow[]> {
  const still: NoticeRow[] = [];
  for (const notice of notices) {
    const found = await asOf(tx, notice, now, calendar);
    if (typeof found !== 'string') still.push(found);
    else
      await tx.query('UPDATE notices SET dropped_at = $2, dropped_because = $3 WHERE id = $1', [notice.id, now, found]);
  }
  return still;
}

/** What a notice says now, or why it is no longer true. */
async function asOf(tx: EntityManager, notice: NoticeRow, now: Date, calendar: Calendar): Promise<NoticeRow | Untrue> {
  if (notice.step === null) return (await pastUse(tx, notice, now)) ?? notice;
  const kind = notice.rule as DeadlineKind;
  const dueOn = notice.due_on ?? '';
  const due = await stillDue(tx, { kind, subject_id: notice.subject_id, due_on: dueOn });
  if (!due) return 'settled';
  const to = notice.topic === 'escalation' ? 'managers' : REMIND_FOR[kind]?.to;
  const addressees = to ? await addresseesOf(tx, to, notice, notice.topic, tokyoDay(now)) : [];
  if (!addressees.some(({ address }) => address === notice.address)) return 'notTheirs';
  if (await overtaken(tx, notice)) return 'overtaken';
  if (KINDS_THAT_COME_AGAIN.includes(kind)) return notice;
  const { calendar: office } = calendar.almanac.ruleWithId(due.rule_id);
  return { ...notice, step: calendar.workdaysBetween(dueOn, tokyoDay(now), office) };
}

/** What happened has happened. But nobody is written to who left, nor asked for answers already given. */
async function pastUse(
  tx: EntityManager,
  { person_id, rule, subject_id }: NoticeRow,
  now: Date,
): Promise<Untrue | null> {
  const [found]: { gone: boolean; answered: boolean }[] = await tx.query(
    `SELECT EXISTS (SELECT 1 FROM people WHERE id = $1 AND disabled_at IS NOT NULL) AS gone,
            EXISTS (SELECT 1 FROM survey_invitations WHERE $2 AND id::text = $3
                    AND (answered_at IS NOT NULL OR closes_on < $4))
              OR EXISTS (SELECT 1 FROM team_survey_invitations i JOIN team_surveys s ON s.id = i.team_survey_id
                    WHERE $5 AND i.id::text = $3 AND (i.answered_on IS NOT NULL OR s.closes_on < $4))
              OR EXISTS (SELECT 1 FROM case_sheets WHERE $6 AND id::text = $3 AND state <> 'asked') AS answered`,
    [
      ...[person_id, rule.startsWith('survey.'), subject_id, tokyoDay(now)],
      ...[rule.startsWith('teamSurvey.'), rule === 'caseSheet.remind'],
    ],
  );
  if (found?.gone) return 'notTheirs';
  return found?.answered ? 'settled' : null;
}

/** A later step of the same is to be mailed to the same address: it says all that there is to say. */
async function overtaken(tx: EntityManager, { id }: NoticeRow): Promise<boolean> {
  const later: unknown[] = await tx.query(
    `SELECT 1 FROM notices n JOIN notices l ON (l.fact, l.addressee, l.topic) = (n.fact, n.addressee, n.topic) AND l.day > n.day
     WHERE n.id = $1 AND l.mail_from IS NOT NULL AND l.dropped_at IS NULL LIMIT 1`,
    [id],
  );
  return later.length > 0;
}
