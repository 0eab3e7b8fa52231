import { openItems } from '../identity/open-items.js';

const TODAY = `(now() AT TIME ZONE 'Asia/Tokyo')::date`;

/** What must never be true of people who are away or gone: name → SQL that returns the wrong rows. Asked by the audit. */
export const HAND_OVER_INVARIANTS: Record<string, string> = {
  'an open item on a stopped account': `SELECT o.kind || ':' || o.id AS id FROM ${openItems(TODAY)} o
    JOIN people p ON p.id = o.person_id WHERE p.disabled_at IS NOT NULL`,
  'an account that should have stopped by now': `SELECT h.person_id AS id FROM hand_overs h
    WHERE h.left_at IS NULL AND h.leaves_on < ${TODAY}`,
  'two absences of a person on one day': `SELECT a.id FROM absences a JOIN absences b ON b.person_id = a.person_id
    AND b.id > a.id AND b.from_on <= a.until_on AND b.until_on >= a.from_on`,
};
