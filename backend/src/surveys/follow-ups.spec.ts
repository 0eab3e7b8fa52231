import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { aConsultation, aPerson, aSurveyInvitation, aSurveyResponse, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Clock } from '../calendar/clock.js';
import type { Actor } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';
import { FollowUpsService } from './follow-ups.service.js';

const db = testDatabase();
const service = () => new FollowUpsService(db(), new Clock());
const open = (actor: Actor) => service().list(actor, { state: 'open', page: 1, size: 50 });
const done = (actor: Actor) => service().list(actor, { state: 'done', page: 1, size: 50 });

let manager: Actor;
let colleague: Actor;
let task: string;
beforeAll(async () => {
  await loadReferenceData(db());
  manager = await aPerson(db(), grant('manager'));
  colleague = await aPerson(db(), grant('manager'));
});
beforeEach(async () => {
  itIs('2026-11-20T09:00');
  await db().query('DELETE FROM follow_up_tasks');
  const town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  const { id } = await aConsultation(db(), town, { state: 'closed' });
  const response = await aSurveyResponse(db(), (await aSurveyInvitation(db(), id)).id, { overall: 1, comment: '遅い' });
  const [row] = await db().query(
    'INSERT INTO follow_up_tasks (response_id, created_at) VALUES ($1, now()) RETURNING id',
    [response.id],
  );
  task = row.id;
});

it('shows what was said, and is taken and closed with a note', async () => {
  expect((await open(manager)).items).toMatchObject([
    { id: task, owner: null, response: { score: 1 }, allowedActions: ['take', 'close'] },
  ]);
  await service().take(manager, task);
  expect((await open(manager)).items).toMatchObject([{ owner: manager.name, allowedActions: ['close'] }]);
  expect((await open(colleague)).items).toMatchObject([{ allowedActions: ['take', 'close'] }]);

  await service().close(manager, task, '電話で事情を聞き、手順を見直した。');
  expect((await open(manager)).total).toBe(0);
  expect((await done(manager)).items).toMatchObject([
    {
      doneBy: manager.name,
      doneAt: '2026-11-20T00:00:00.000Z',
      note: '電話で事情を聞き、手順を見直した。',
      allowedActions: [],
    },
  ]);
});

it('is closed once, when two press at the same time', async () => {
  const results = await Promise.allSettled([
    service().close(manager, task, '一つ目'),
    service().close(colleague, task, '二つ目'),
  ]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await done(manager)).total).toBe(1);
  await expect(service().take(colleague, task)).rejects.toMatchObject({ kind: 'conflict' });
});

it('is for managers alone', async () => {
  const desk = await aPerson(db(), grant('desk'));
  for (const attempt of [open(desk), service().take(desk, task), service().close(desk, task, '記録')]) {
    await expect(attempt).rejects.toMatchObject({ kind: 'forbidden' });
  }
});
