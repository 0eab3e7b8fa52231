import type { Calendar } from '../calendar/calendar.js';
import type { Case } from '../consultations/policy.js';
import { chipsFor, insideDesk } from '../consultations/view-policy.js';
import { tokyoDay } from '../contract/calendar.js';
import { ChipState, type ConsultationItem, type DueState, type MinistryChip } from '../contract/consultations.js';
import { STATE_LABEL } from '../contract/lifecycle.js';
import type { Actor } from '../identity/actor.js';
import type { Names } from './names.js';
import { nextAction } from './next-action.js';

/** Working towards this many business days before the date, a case is `soon`. */
const SOON_WORKDAYS = 3;

/** What an item of a list is made from, of `consultations c` with its owner `o`. Names come from `names.ts`. */
export const CASE_COLUMNS = `c.id, c.number, c.title, c.municipality_code AS "municipalityCode", c.state,
  c.state_since AS since, c.submitted_at AS "submittedAt",
  coalesce(c.closed_at, CASE WHEN c.state IN ('withdrawn', 'outOfScope', 'merged') THEN c.state_since END) AS "endedAt",
  c.reply_due_on::text AS "replyDueOn", c.state_due_on::text AS "stateDueOn", c.due_on::text AS "dueOn",
  c.clock_stopped_on IS NOT NULL AS stopped, c.owner_id AS "ownerId", o.name AS "ownerName", c.priority,
  c.proxy_channel AS "proxyChannel", c.team_id AS "teamId", c.replied_at AS "repliedAt", c.reopen_wished_at AS "reopenWishedAt",
  c.field_codes AS "fieldCodes", ARRAY(SELECT i.ministry_id || ' ' || i.state FROM inquiries i
    WHERE i.consultation_id = c.id AND i.state <> 'cancelled') AS asked`;

export interface CaseRow extends Case {
  id: string;
  number: string | null;
  title: string;
  since: Date;
  submittedAt: Date | null;
  endedAt: Date | null;
  replyDueOn: string | null;
  stateDueOn: string | null;
  dueOn: string | null;
  stopped: boolean;
  ownerId: string | null;
  ownerName: string | null;
  priority: 'high' | 'normal' | 'low';
  repliedAt: Date | null;
  reopenWishedAt: Date | null;
  fieldCodes: string[];
  /** `ministry state`, one for each inquiry. */
  asked: string[];
}

/** The only place where a row becomes an item, cut to its reader. */
export function presenter(actor: Actor, calendar: Calendar, names: Names): (row: CaseRow) => ConsultationItem {
  const dueState = dueStates(calendar);
  const today = calendar.today();
  const withPriority = insideDesk(actor);
  return (row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    municipality: { code: row.municipalityCode, label: names.of('municipality', row.municipalityCode) },
    state: row.state,
    stateLabel: STATE_LABEL[row.state],
    since: row.since.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    ageWorkdays: row.submittedAt
      ? calendar.workdaysBetween(tokyoDay(row.submittedAt), row.endedAt ? tokyoDay(row.endedAt) : today)
      : null,
    replyDueOn: row.replyDueOn,
    stateDueOn: row.stateDueOn,
    dueOn: row.dueOn,
    dueProvisional: calendar.isProvisional(row.dueOn),
    dueState: dueState(row.dueOn, row.stopped),
    workdaysLeft: row.dueOn ? calendar.workdaysBetween(today, row.dueOn) : null,
    owner: row.ownerId && row.ownerName ? { id: row.ownerId, name: row.ownerName } : null,
    ministries: chipsFor(actor, chips(row.asked, names), row.repliedAt !== null),
    ...(withPriority ? { priority: row.priority } : {}),
    fields: names.inOrder('field', row.fieldCodes).map((code) => ({ code, name: names.of('field', code) })),
    nextAction: nextAction(actor, row),
  });
}

/** How a date stands, today. */
export function dueStates(calendar: Calendar): (dueOn: string | null, stopped: boolean) => DueState | null {
  const today = calendar.today();
  const soonUntil = calendar.addWorkdays(today, SOON_WORKDAYS);
  return (dueOn, stopped) => {
    if (stopped) return 'stopped';
    if (!dueOn) return null;
    if (dueOn < today) return 'overdue';
    return dueOn <= soonUntil ? 'soon' : 'ok';
  };
}

/** One chip for each ministry; one that was asked several times shows what is least finished. */
function chips(asked: readonly string[], names: Names): MinistryChip[] {
  const least = new Map<string, number>();
  for (const one of asked) {
    const [ministry = '', state = ''] = one.split(' ');
    const rank = ChipState.options.indexOf(state as ChipState);
    least.set(ministry, Math.min(rank, least.get(ministry) ?? rank));
  }
  return names.inOrder('ministryShort', [...least.keys()]).map((id) => ({
    id,
    shortName: names.of('ministryShort', id),
    state: ChipState.options[least.get(id) ?? 0] ?? null,
  }));
}
