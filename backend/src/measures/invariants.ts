/** Owners and history are kept without foreign keys of their own. */
export const MEASURE_INVARIANTS: Record<string, string> = {
  'a measure whose owner is no ministry': `SELECT m.id FROM measures m, jsonb_array_elements(m.owners) o
    LEFT JOIN ministries mi ON mi.id = o ->> 'ministryId' WHERE o ->> 'ministryId' IS NOT NULL AND mi.id IS NULL`,
  'a measure that lost what stood there before': `SELECT m.id FROM measures m
    WHERE m.version - 1 <> (SELECT count(*) FROM measure_history h WHERE h.measure_id = m.id)`,
};
