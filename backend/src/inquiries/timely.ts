/**
 * The condition on `inquiries i` for those answered by their date, or for those that were late or are. A clock that stands
 * still and an inquiry that was cancelled are neither.
 * @param today the placeholder of today
 */
export function timely(inTime: boolean, today: string): string {
  const answered = `i.state IN ('answered', 'notApplicable')`;
  const day = `(i.answered_at AT TIME ZONE 'Asia/Tokyo')::date`;
  return inTime
    ? `(${answered} AND ${day} <= i.due_on)`
    : `(${answered} AND ${day} > i.due_on OR i.state IN ('asked', 'acknowledged') AND i.due_on < ${today})`;
}
