import type { Measure } from '../contract/dashboards.js';

const ROWS: Record<Measure, { at: string; from: string }> = {
  response: {
    at: 'occurred_at',
    from: `events WHERE type IN ('consultation.take', 'consultation.return', 'consultation.guide', 'consultation.merge')`,
  },
  answer: { at: 'answered_at', from: `inquiries WHERE state = 'answered'` },
  reply: { at: 'issued_at', from: `replies WHERE state = 'approved'` },
};

/** When `consultations c` reached a measure. A case that was reopened keeps its first reply. */
export const reached = (measure: Measure): string =>
  `(SELECT min(${ROWS[measure].at}) FROM ${ROWS[measure].from} AND consultation_id = c.id)`;
