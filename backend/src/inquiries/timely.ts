import { type InquiryState, LIVE_INQUIRY_STATES } from '../contract/inquiries.js';
import type { Bind } from '../platform/sql/bind.js';
import { tokyo } from '../platform/sql/tokyo.js';

/**
 * The condition on `inquiries i` for those answered by their date, or for those that were late or are. A clock that stands
 * still and an inquiry that was cancelled are neither.
 */
export function byTimeliness(timely: boolean, today: string, bind: Bind): string {
  const answered = `i.state IN ('answered', 'notApplicable')`;
  const day = `${tokyo('i.answered_at')}::date`;
  return timely
    ? `(${answered} AND ${day} <= i.due_on)`
    : `(${answered} AND ${day} > i.due_on OR i.state IN ('asked', 'acknowledged') AND i.due_on < ${bind(today)})`;
}

/** The states a list is about when it names none. */
export function statesBy(timely: boolean | undefined): readonly InquiryState[] {
  if (timely === undefined) return LIVE_INQUIRY_STATES;
  return timely ? ['answered', 'notApplicable'] : ['asked', 'acknowledged', 'answered', 'notApplicable'];
}
