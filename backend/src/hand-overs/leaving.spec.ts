import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk } from '../../test/desk-scene.js';
import { anOffice, handOvers, heldItems } from '../../test/hand-over-scene.js';
import { StopLeavers } from './stop-leavers.job.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let office: Awaited<ReturnType<typeof anOffice>>;

beforeAll(async () => {
  people = await aDesk(db());
});
beforeEach(async () => {
  itIs('2026-11-20T10:00');
  office = await anOffice(db());
});

const { preview, body, handOver, wrong, count } = handOvers(api, db);

describe('leaving', () => {
  it('stops the account in the same step, and only an administrator does that', async () => {
    const { leaver, successor } = office;
    await heldItems(db(), leaver, people.town, 2);
    const session = api.as(leaver);
    expect((await session.get('/me')).status).toBe(200);
    const seen = await preview(people.admin, leaver);
    expect([seen.mayEnd, (await preview(people.manager, leaver)).mayEnd]).toEqual([true, false]);
    const input = body(seen, successor, { leave: 'now' });
    expect((await handOver(people.manager, leaver, input)).status).toBe(403);
    expect((await handOver(people.admin, leaver, input)).status).toBe(201);
    expect((await session.get('/me')).status).toBe(401);
    expect(await wrong()).toEqual([]);
  });

  it('on a later day takes along what came until then', async () => {
    const { leaver, successor } = office;
    await heldItems(db(), leaver, people.town, 1);
    const seen = await preview(people.admin, leaver);
    const input = body(seen, successor, { leave: 'later', leavesOn: '2026-12-01' });
    expect((await handOver(people.admin, leaver, { ...input, leavesOn: '2026-11-20' })).status).toBe(422);
    expect((await handOver(people.admin, leaver, input)).status).toBe(201);
    expect((await preview(people.admin, leaver)).leavesOn).toBe('2026-12-01');
    const late = await aCase(db(), people.town, { state: 'triaged', owner: leaver });
    const job = api.app().get(StopLeavers);
    itIs('2026-11-30T23:00');
    await job.run();
    expect(await count('people WHERE id = $1 AND disabled_at IS NOT NULL', leaver.id)).toBe(0);
    itIs('2026-12-01T00:10');
    await Promise.all([job.run(), job.run()]);
    expect(await count('people WHERE id = $1 AND disabled_at IS NOT NULL', leaver.id)).toBe(1);
    expect(await count('consultations WHERE id = $1 AND owner_id = $2', late, successor.id)).toBe(1);
    expect(await count(`events WHERE type = 'person.leave' AND subject_id = $1`, leaver.id)).toBe(1);
    expect(await wrong()).toEqual([]);
  });

  it('needs somebody else who can do the work that comes until then', async () => {
    const { leaver } = office;
    const seen = await preview(people.admin, leaver);
    const refusal = async (successor: { id: string }) => {
      const input = body(seen, successor as typeof leaver, { leave: 'later', leavesOn: '2026-12-01' });
      const { status, problem } = await handOver(people.admin, leaver, input);
      return [status, Object.keys(problem.fields ?? {})];
    };
    for (const wrong of [leaver, people.town, { id: '00000000-0000-4000-8000-000000000000' }])
      expect(await refusal(wrong)).toEqual([422, ['successorId']]);
    expect((await preview(people.admin, leaver)).leavesOn).toBeNull();
  });

  it('is put off by naming a later day', async () => {
    const { leaver, successor } = office;
    const leave = async (leavesOn: string) => {
      const seen = await preview(people.admin, leaver);
      return handOver(people.admin, leaver, body(seen, successor, { leave: 'later', leavesOn }));
    };
    expect([(await leave('2026-12-01')).status, (await leave('2026-12-10')).status]).toEqual([201, 201]);
    expect((await preview(people.admin, leaver)).leavesOn).toBe('2026-12-10');
    const stopped = () => count('people WHERE id = $1 AND disabled_at IS NOT NULL', leaver.id);
    itIs('2026-12-01T00:10');
    await api.app().get(StopLeavers).run();
    expect(await stopped()).toBe(0);
    itIs('2026-12-10T00:10');
    await api.app().get(StopLeavers).run();
    expect(await stopped()).toBe(1);
  });

  it('is called off: the account goes on, and what was handed over stays handed over', async () => {
    const { leaver, successor } = office;
    await heldItems(db(), leaver, people.town, 1);
    const input = body(await preview(people.admin, leaver), successor, { leave: 'later', leavesOn: '2026-12-01' });
    expect((await handOver(people.admin, leaver, input)).status).toBe(201);
    const stay = async (actor: typeof leaver) =>
      (await api.as(actor).post(`/hand-overs/people/${leaver.id}/stay`)).status;
    expect([await stay(people.manager), await stay(leaver)]).toEqual([403, 403]);
    expect((await Promise.all([stay(people.admin), stay(people.admin)])).concat(await stay(people.admin))).toEqual([
      ...[204, 204, 204],
    ]);
    expect(await count(`events WHERE type = 'person.stay' AND subject_id = $1`, leaver.id)).toBe(1);
    expect(await preview(people.admin, leaver)).toMatchObject({ leavesOn: null, total: 0 });
    itIs('2026-12-01T00:10');
    await api.app().get(StopLeavers).run();
    expect(await count('people WHERE id = $1 AND disabled_at IS NOT NULL', leaver.id)).toBe(0);
    expect(await wrong()).toEqual([]);
  });

  it('cannot be called off when it has happened', async () => {
    const { leaver, successor } = office;
    const input = body(await preview(people.admin, leaver), successor, { leave: 'now' });
    expect((await handOver(people.admin, leaver, input)).status).toBe(201);
    const { status, problem } = await api.as(people.admin).post(`/hand-overs/people/${leaver.id}/stay`);
    expect([status, problem.code]).toEqual([409, 'person.left']);
  });

  it('is refused on the page of the person, and by taking roles away, while they hold something', async () => {
    const { leaver } = office;
    await heldItems(db(), leaver, people.town, 1);
    const update = (change: object) =>
      api.as(people.admin).put(`/people/${leaver.id}`, {
        ...{ version: 1, name: leaver.name, disabled: false, grants: leaver.grants },
        ...change,
      });
    const stopped = await update({ disabled: true });
    expect([stopped.status, stopped.problem.code]).toEqual([409, 'person.holds_items']);
    expect(stopped.problem.detail).toContain('5件');
    expect((await update({ grants: [grant('desk')] })).problem.detail).toContain('1件');
    expect((await update({ grants: [grant('manager')] })).problem.detail).toContain('1件');
    expect((await update({})).status).toBe(204);
  });

  it('is seen by the invariants when something stayed', async () => {
    const { leaver } = office;
    const id = await aCase(db(), people.town, { state: 'triaged', owner: leaver });
    await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [leaver.id]);
    expect(await wrong()).toEqual([{ invariant: 'an open item on a stopped account', rows: [`case:${id}`] }]);
    await db().query('UPDATE consultations SET owner_id = $2 WHERE id = $1', [id, people.desk.id]);
  });

  it('does not come back with a case that is reopened', async () => {
    const { leaver } = office;
    const author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
    const set = { closed_at: '2026-11-01T01:00:00Z' };
    const id = await aCase(db(), author, { state: 'closed', owner: leaver, set });
    await db().query('UPDATE people SET disabled_at = now() WHERE id = ANY ($1)', [[leaver.id, author.id]]);
    const [{ since }] = await db().query('SELECT state_since AS since FROM consultations WHERE id = $1', [id]);
    const step = { since: since.toISOString(), reason: '追加の相談があるため。' };
    expect((await api.as(people.desk).post(`/consultations/${id}/reopen`, step)).status).toBe(204);
    const [row] = await db().query('SELECT owner_id, created_by FROM consultations WHERE id = $1', [id]);
    expect(row.owner_id).toBe(people.desk.id);
    expect(row.created_by).not.toBe(author.id);
    expect(await wrong()).toEqual([]);
  });
});
