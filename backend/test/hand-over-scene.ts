import type { DataSource } from 'typeorm';
import { aPerson, aSurveyInvitation, aSurveyResponse, grant } from './builders.js';
import { aCase, type Person } from './desk-scene.js';

/** An officer who also manages, a colleague of the same kind, and one who is an officer only. */
export async function anOffice(db: DataSource) {
  return {
    leaver: await aPerson(db, grant('desk'), grant('manager')),
    successor: await aPerson(db, grant('desk'), grant('manager')),
    officer: await aPerson(db, grant('desk')),
  };
}

/** `cases` of them as 主担当, and one of every other kind that a person of the desk can hold. */
export async function heldItems(db: DataSource, leaver: Person, town: Person, cases: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < cases; i += 1) ids.push(await aCase(db, town, { state: 'triaged', owner: leaver }));
  await aCase(db, leaver, { state: 'draft', owner: null, set: { proxy_channel: 'phone' } });
  await db.query(
    `INSERT INTO action_items (consultation_id, text, owner_kind, owner_id, due_on, created_by, created_at)
     VALUES ($1, '資料を送る', 'desk', $2, '2026-12-01', $2, now())`,
    [ids[0], leaver.id],
  );
  const closed = await aCase(db, town, { state: 'closed', owner: leaver, set: { closed_at: '2026-11-01T01:00:00Z' } });
  const response = await aSurveyResponse(db, (await aSurveyInvitation(db, closed)).id, { overall: 1 });
  await db.query('INSERT INTO follow_up_tasks (response_id, owner_id, created_at) VALUES ($1, $2, now())', [
    response.id,
    leaver.id,
  ]);
  const away = await aPerson(db, grant('desk'));
  await db.query(
    `INSERT INTO absences (person_id, from_on, until_on, deputy_id, created_by, created_at)
     VALUES ($1, '2026-12-01', '2026-12-04', $2, $1, now())`,
    [away.id, leaver.id],
  );
  return ids;
}
