import type { Calendar } from '../calendar/calendar.js';
import { plusDays } from '../calendar/workdays.js';
import type { HealthRule } from '../contract/team-health.js';
import type { Bind } from '../platform/sql/bind.js';

/** What counts as quiet today, as days of the calendar. */
export interface Limits {
  today: string;
  /** A contact on this day or before is too long ago. */
  contact: string;
  visitMonths: number;
  /** Who was reminded on this day or before has had the time. */
  reminded: string;
}

/** On a closed day as on the last business day before it. */
export function limitsOf(calendar: Calendar, rule: HealthRule): Limits {
  const today = calendar.today();
  const workday = calendar.addWorkdays(plusDays(today, 1), -1);
  return {
    today,
    contact: calendar.addWorkdays(workday, -rule.contactWorkdays),
    visitMonths: rule.visitMonths,
    reminded: calendar.addWorkdays(workday, -rule.escalateWorkdays),
  };
}

/** The teams in their year with what they did, as `f`: a contact is a held meeting or a visit that took place. */
export const teamFacts = (bind: Bind, { today }: Limits): string => `(
  SELECT t.id, t.municipality_code, t.round_id, r.name AS round, s.began, v.last AS last_visit, v.many AS visits,
         m.many AS meetings, greatest(v.last, m.last) AS last_contact, p.open, p.overdue, p.first_due, h.many AS requests
  FROM teams t JOIN rounds r ON r.id = t.round_id AND r.state = 'running'
  CROSS JOIN LATERAL (SELECT greatest((t.created_at AT TIME ZONE 'Asia/Tokyo')::date,
    (r.state_since AT TIME ZONE 'Asia/Tokyo')::date) AS began) s
  CROSS JOIN LATERAL (SELECT max(least(ends_on, ${bind(today)}::date)) AS last, count(*)::int AS many FROM visits
    WHERE team_id = t.id AND state = 'done') v
  CROSS JOIN LATERAL (SELECT max((starts_at AT TIME ZONE 'Asia/Tokyo')::date) AS last, count(*)::int AS many
    FROM team_meetings WHERE team_id = t.id AND state = 'held') m
  CROSS JOIN LATERAL (SELECT count(*)::int AS open, count(*) FILTER (WHERE due_on < ${bind(today)}::date)::int AS overdue,
    min(due_on) AS first_due FROM promises WHERE team_id = t.id AND done_at IS NULL) p
  CROSS JOIN LATERAL (SELECT count(*)::int AS many FROM support_requests WHERE team_id = t.id) h
  WHERE t.ended_at IS NULL) f`;

/** What stands still, as (team_id, kind, since) of `f`. */
export const findings = (bind: Bind, { today, contact, visitMonths }: Limits): string => `
  SELECT f.id AS team_id, 'noContact' AS kind, coalesce(f.last_contact, f.began) AS since
    WHERE coalesce(f.last_contact, f.began) <= ${bind(contact)}::date
  UNION ALL SELECT f.id, 'noVisit', coalesce(f.last_visit, f.began)
    WHERE coalesce(f.last_visit, f.began) <= ${bind(today)}::date - make_interval(months => ${bind(visitMonths)}::int)
  UNION ALL SELECT f.id, 'overduePromises', f.first_due WHERE f.overdue > 0`;
