import type { DataSource, EntityManager } from 'typeorm';

/** Measures that the desk took among the suggestions for a 相談, in the order of taking. */
export async function acceptedMeasures(db: DataSource | EntityManager, consultationId: string): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT measure_id AS id FROM suggestion_choices
     WHERE consultation_id = $1 AND kind = 'measure' AND verdict = 'taken' AND undone_at IS NULL ORDER BY chosen_at, id`,
    [consultationId],
  );
  return rows.map(({ id }) => id);
}

/** Measures that an issued reply to the same 相談 has stated already. */
export async function repliedMeasures(db: DataSource | EntityManager, consultationId: string): Promise<Set<string>> {
  const rows: { id: string }[] = await db.query(
    `SELECT DISTINCT p #>> '{measure,id}' AS id FROM replies r CROSS JOIN LATERAL jsonb_array_elements(r.passages) p
     WHERE r.consultation_id = $1 AND r.state = 'approved' AND p ? 'measure'`,
    [consultationId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The 控え of a person, in the order of lists. */
export async function basketOf(db: DataSource | EntityManager, personId: string | null): Promise<string[]> {
  const rows: { id: string }[] = await db.query(
    `SELECT m.id FROM measure_baskets b JOIN measures m ON m.id = b.measure_id WHERE b.person_id = $1 ORDER BY m.sort, m.id`,
    [personId],
  );
  return rows.map(({ id }) => id);
}
