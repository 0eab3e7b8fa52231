import { expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant } from '../../test/builders.js';
import { testDatabase } from '../../test/database.js';
import type { AuditEntry } from '../contract/audit.js';
import type { Health } from '../contract/health.js';
import { record } from '../events/record.js';
import { violations } from './invariants.js';

const db = testDatabase();
const api = testApi(db);

it('shows the trail to administrators and managers, and to nobody else', async () => {
  const admin = await aPerson(db(), grant('admin'));
  const desk = await aPerson(db(), grant('desk'));
  const { id } = await aConsultation(db(), desk, { state: 'triaged' });
  await record(db().manager, {
    type: 'consultation.triage',
    consultationId: id,
    subjectId: id,
    actor: desk,
    reason: '秘密の理由',
  });
  const trail = await api.as(admin).get<{ items: AuditEntry[] }>('/audit?type=consultation.');
  expect(trail.body.items[0]).toMatchObject({ type: 'consultation.triage', actor: desk.name });
  expect(trail.text).not.toContain('秘密の理由');
  expect((await api.as(desk).get('/audit')).status).toBe(403);
});

it('cannot be changed or deleted, not even in the database', async () => {
  await expect(db().query(`UPDATE events SET type = 'x'`)).rejects.toThrow('append-only');
  await expect(db().query('DELETE FROM events')).rejects.toThrow('append-only');
});

it('tells how it is: well, with fresh holidays', async () => {
  const stranger = await api.as(await aPerson(db(), grant('desk'))).get<Health>('/health');
  expect(stranger.body).toMatchObject({ ok: true, oldestMailSeconds: 0 });
  expect(stranger.body.holidaysReadSecondsAgo).toBeGreaterThanOrEqual(0);
});

it('finds what must never be true', async () => {
  const desk = await aPerson(db(), grant('desk'));
  const { id } = await aConsultation(db(), desk, { state: 'triaged' });
  await record(db().manager, {
    type: 'consultation.take',
    consultationId: id,
    subjectId: id,
    actor: desk,
    data: { to: 'checking' },
  });
  const found = await violations(db());
  expect(found.find(({ invariant }) => invariant === 'a state that its last event did not make')?.rows).toEqual([id]);
});
