import type { Calendar } from '../calendar/calendar.js';
import type { Inquiry, InquiryListItem } from '../contract/inquiries.js';
import type { Actor } from '../identity/actor.js';
import { allowedInquiryActions } from './policy.js';

type Reckoned = 'workdaysLeft' | 'overdue' | 'dueProvisional';

/** An inquiry as the database gives it: instants as Date or, inside jsonb, with an offset. */
export type Row = Omit<Inquiry, 'allowedActions' | Reckoned> & {
  ministryId: string;
  divisionId: string | null;
};

type Timed = Pick<Inquiry, 'state' | 'dueOn'>;

const iso = (instant: Date | string): string => new Date(instant).toISOString();
const isoOrNull = (instant: Date | string | null): string | null => (instant === null ? null : iso(instant));

/** Late is who has to answer and did not; a clock that stands still is not late. */
function clockOf({ state, dueOn }: Timed, calendar: Calendar) {
  const today = calendar.today();
  return {
    workdaysLeft: calendar.workdaysBetween(today, dueOn),
    dueProvisional: calendar.isProvisional(dueOn),
    overdue: dueOn < today && (state === 'asked' || state === 'acknowledged'),
  };
}

export function listItem(row: Omit<InquiryListItem, Reckoned>, calendar: Calendar): InquiryListItem {
  return { ...row, ...clockOf(row, calendar), askedAt: iso(row.askedAt) };
}

export function page(row: Row, actor: Actor, calendar: Calendar): Inquiry {
  const suggestionOpen = row.rows.some(
    ({ state, notApplicable: declined }) =>
      state === 'notApplicable' && declined?.suggestedMinistry && !declined.handedOver,
  );
  return {
    ...row,
    ...clockOf(row, calendar),
    askedAt: iso(row.askedAt),
    acknowledgedAt: isoOrNull(row.acknowledgedAt),
    answeredAt: isoOrNull(row.answeredAt),
    cancelledAt: isoOrNull(row.cancelledAt),
    questionsBack: row.questionsBack.map((back) => ({
      ...back,
      askedAt: iso(back.askedAt),
      repliedAt: isoOrNull(back.repliedAt),
    })),
    extensions: row.extensions.map((extension) => ({
      ...extension,
      requestedAt: iso(extension.requestedAt),
      decidedAt: isoOrNull(extension.decidedAt),
    })),
    allowedActions: allowedInquiryActions(actor, {
      ...row,
      teamId: row.consultation.teamId,
      caseState: row.consultation.state,
      suggestionOpen,
    }),
  };
}
