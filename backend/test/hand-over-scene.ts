import type { DataSource } from 'typeorm';
import { violations } from '../src/audit/invariants.js';
import type { HandedOver, HandOverPreview } from '../src/contract/hand-overs.js';
import type { testApi } from './api.js';
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

export const REASON = '人事異動のため。';

/** How the tests hand over, over HTTP. */
export function handOvers(api: ReturnType<typeof testApi>, db: () => DataSource) {
  return {
    preview: async (who: Person, of: Person) =>
      (await api.as(who).get<HandOverPreview>(`/hand-overs/people/${of.id}`)).body,
    body: (seen: HandOverPreview, to: Person | null, more: object = {}) => ({
      handOverId: seen.handOverId,
      successorId: to?.id ?? null,
      seen: seen.items.map(({ key }) => key),
      reason: REASON,
      ...more,
    }),
    handOver: (who: Person, of: Person, input: object) =>
      api.as(who).post<HandedOver>(`/hand-overs/people/${of.id}`, input),
    wrong: async () => (await violations(db())).filter(({ invariant }) => /stopped|absences/.test(invariant)),
    count: async (sql: string, ...values: unknown[]) =>
      Number((await db().query(`SELECT count(*) AS n FROM ${sql}`, values))[0].n),
  };
}
