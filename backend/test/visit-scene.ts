import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { Clock } from '../src/calendar/clock.js';

/** A visit of one day that took place, straight into the table, with the events it would have left. */
export async function aDoneVisit(
  db: DataSource,
  teamId: string,
  by: string,
  day: string,
  { result = '売場を一つにする', shared = false } = {},
): Promise<string> {
  const id = randomUUID();
  const now = new Clock().now();
  await db.query(
    `INSERT INTO visits (id, team_id, state, starts_on, ends_on, route, people, companions, met, result, media, shared,
       done_at, created_by, created_at, updated_by, updated_at)
     VALUES ($1, $2, 'done', $3, $3, '[]', '{}', '', '[]', $4, false, $5, $6, $7, $6, $7, $6)`,
    [id, teamId, day, result, shared, now, by],
  );
  for (const type of ['visit.plan', 'visit.finish'])
    await db.query(
      `INSERT INTO events (type, subject_id, actor_id, audience, data, occurred_at)
       VALUES ($1, $2, $3, 'none', $4, $5)`,
      [type, teamId, by, JSON.stringify({ itemId: id }), now],
    );
  return id;
}
