import type { DataSource } from 'typeorm';

/** The sweeps that nothing can do without: they find again whatever a queue or a worker lost. */
const SWEEPS = ['mail-round', 'plan-reminders'];

/** To be called when a sweep came to its end. */
export async function swept(db: DataSource, name: string): Promise<void> {
  await db.query(
    `INSERT INTO sweeps (name, done_at) VALUES ($1, clock_timestamp())
     ON CONFLICT (name) DO UPDATE SET done_at = excluded.done_at`,
    [name],
  );
}

/** How long ago each sweep came to its end; null when it never did. */
export function lastSweeps(db: DataSource): Promise<{ name: string; secondsAgo: number | null }[]> {
  return db.query(
    `SELECT name, CASE WHEN done_at IS NOT NULL THEN greatest(0, extract(epoch FROM clock_timestamp() - done_at))::int END AS "secondsAgo"
     FROM unnest($1::text[]) WITH ORDINALITY AS known (name, place) LEFT JOIN sweeps USING (name) ORDER BY place`,
    [SWEEPS],
  );
}
