import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import { anOffice, heldItems } from '../../test/hand-over-scene.js';
import { violations } from '../audit/invariants.js';
import type { HandedOver, HandOverPreview } from '../contract/hand-overs.js';
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

const reason = '人事異動のため。';
const preview = async (who: Person, of: Person) =>
  (await api.as(who).get<HandOverPreview>(`/hand-overs/people/${of.id}`)).body;
const body = (seen: HandOverPreview, to: Person | null, more: object = {}) => ({
  handOverId: seen.handOverId,
  successorId: to?.id ?? null,
  seen: seen.items.map(({ key }) => key),
  reason,
  ...more,
});
const handOver = (who: Person, of: Person, input: object) =>
  api.as(who).post<HandedOver>(`/hand-overs/people/${of.id}`, input);
const wrong = async () => (await violations(db())).filter(({ invariant }) => /stopped|absences/.test(invariant));
const count = async (sql: string, ...values: unknown[]) =>
  Number((await db().query(`SELECT count(*) AS n FROM ${sql}`, values))[0].n);

describe('handing over all that a person holds', () => {
  it('leaves nothing on them: forty items of every kind in one step, one mail, each with its line in the history', async () => {
    const { leaver, successor } = office;
    const ids = await heldItems(db(), leaver, people.town, 36);
    const seen = await preview(people.manager, leaver);
    expect(seen.total).toBe(40);
    expect([...new Set(seen.items.map(({ kind }) => kind))]).toEqual([
      'case',
      'draft',
      'actionItem',
      'followUp',
      'deputy',
    ]);
    expect(seen.items.every(({ fit }) => fit.includes(successor.id))).toBe(true);

    const { status, body: done } = await handOver(people.manager, leaver, body(seen, successor));
    expect([status, done]).toEqual([201, { moved: 40, gone: 0 }]);
    expect((await preview(people.manager, leaver)).items).toEqual([]);
    expect((await preview(people.manager, successor)).total).toBe(40);
    expect(await count(`events WHERE type = 'person.handOver' AND subject_id = $1`, successor.id)).toBe(1);
    const [told] = await db().query(
      `SELECT actor_id, reason, data FROM events WHERE consultation_id = $1 AND type = 'consultation.transfer'`,
      [ids[0]],
    );
    expect(told).toMatchObject({
      actor_id: people.manager.id,
      reason,
      data: { ownerId: successor.id, before: { ownerId: leaver.id } },
    });
    const { body: history } = await api.as(people.desk).get<{ items: object[] }>(`/consultations/${ids[0]}/history`);
    expect(history.items).toContainEqual(
      expect.objectContaining({
        what: `主担当を後任に引き継ぎました。（主担当：${successor.name}）`,
        reason,
      }),
    );
  });

  it('may go to different people, each of whom is told once', async () => {
    const { leaver, successor, officer } = office;
    await heldItems(db(), leaver, people.town, 3);
    const seen = await preview(people.admin, leaver);
    const cases = seen.items.filter(({ kind }) => kind === 'case');
    const choices = Object.fromEntries(cases.slice(0, 2).map(({ key }) => [key, officer.id]));
    expect((await handOver(people.admin, leaver, body(seen, successor, { choices }))).status).toBe(201);
    expect(await count('consultations WHERE owner_id = $1', officer.id)).toBe(2);
    expect(await count('consultations WHERE owner_id = $1', successor.id)).toBe(1);
    expect(
      await count(`events WHERE type = 'person.handOver' AND subject_id = ANY ($1)`, [officer.id, successor.id]),
    ).toBe(2);
  });

  it('goes only to those who can do it, and says which item is in the way', async () => {
    const { leaver, officer } = office;
    await heldItems(db(), leaver, people.town, 1);
    const seen = await preview(people.manager, leaver);
    const followUp = seen.items.find(({ kind }) => kind === 'followUp');
    const { status, problem } = await handOver(people.manager, leaver, body(seen, officer));
    expect(status).toBe(422);
    expect(Object.keys(problem.fields ?? {})).toEqual([`choices.${followUp?.key}`]);
    expect((await preview(people.manager, leaver)).total).toBe(5);
  });

  it('ends a promise to be deputy that the successor cannot keep', async () => {
    const { leaver, successor } = office;
    const id = (
      await api.as(successor).post<{ id: string }>('/me/absences', {
        ...{ fromOn: '2026-12-01', untilOn: '2026-12-02', deputyId: leaver.id },
      })
    ).body.id;
    const seen = await preview(people.manager, leaver);
    expect(seen.items).toMatchObject([{ kind: 'deputy', label: `${successor.name}さんの代理` }]);
    expect((await handOver(people.manager, leaver, body(seen, successor))).status).toBe(201);
    expect(await count('absences WHERE id = $1 AND deputy_id IS NULL', id)).toBe(1);
  });

  it('is done once, however often the button is pressed', async () => {
    const { leaver, successor } = office;
    await heldItems(db(), leaver, people.town, 2);
    const seen = await preview(people.manager, leaver);
    const press = () => handOver(people.manager, leaver, body(seen, successor));
    const answers = [...(await Promise.all([press(), press(), press()])), await press()];
    expect(answers.map(({ status, body: { moved } }) => [status, moved])).toEqual(Array(4).fill([201, 6]));
    expect(await count(`events WHERE type = 'person.handOver' AND subject_id = $1`, successor.id)).toBe(1);
    expect(
      await count(`events WHERE type = 'consultation.transfer' AND data->>'handOverId' = $1`, seen.handOverId),
    ).toBe(2);
  });

  it('is refused when something came after the preview; what was finished meanwhile is left out', async () => {
    const { leaver, successor } = office;
    const [first] = await heldItems(db(), leaver, people.town, 2);
    const seen = await preview(people.manager, leaver);
    await db().query('UPDATE consultations SET owner_id = $2 WHERE id = $1', [first, people.desk.id]);
    const fresh = await aCase(db(), people.town, { state: 'triaged', owner: leaver });
    const refused = await handOver(people.manager, leaver, body(seen, successor));
    expect([refused.status, refused.problem.code]).toEqual([409, 'hand_over.changed']);
    expect(refused.problem.detail).toContain('1件増えました');
    expect(await count('consultations WHERE owner_id = $1', successor.id)).toBe(0);

    await db().query('UPDATE consultations SET owner_id = $2 WHERE id = $1', [fresh, people.desk.id]);
    expect((await handOver(people.manager, leaver, body(seen, successor))).body).toEqual({ moved: 5, gone: 1 });
    expect(await count('consultations WHERE id = $1 AND owner_id = $2', first, people.desk.id)).toBe(1);
  });

  it('does not lose what is assigned to the person at the same moment', async () => {
    const { leaver, successor } = office;
    await heldItems(db(), leaver, people.town, 1);
    const late = await aCase(db(), people.town, { state: 'triaged', owner: people.desk });
    const seen = await preview(people.admin, leaver);
    const { state_since } = (await db().query('SELECT state_since FROM consultations WHERE id = $1', [late]))[0];
    const assign = api.as(people.desk).post(`/consultations/${late}/assign`, {
      fieldCodes: [],
      priority: 'normal',
      ownerId: leaver.id,
      since: state_since.toISOString(),
    });
    const [stopped, assigned] = await Promise.all([
      handOver(people.admin, leaver, body(seen, successor, { leave: 'now' })),
      assign,
    ]);
    expect([
      [201, 422],
      [409, 204],
    ]).toContainEqual([stopped.status, assigned.status]);
    expect(await wrong()).toEqual([]);
  });
});

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

describe('the last person of an office', () => {
  it('hands live inquiries to a colleague of the same ministry, into their division', async () => {
    const last = await aPerson(db(), grant('ministry', { ministryId: 'env', divisionId: null }));
    const asked = await aCase(db(), people.town, { state: 'inquiring', owner: people.desk });
    const inquiry = await anInquiry(db(), asked, 'env', people.desk);
    const alone = await preview(people.admin, last);
    expect(alone.items).toMatchObject([{ kind: 'inquiry', fit: [] }]);
    expect(alone.items[0]?.label).not.toContain('自動運転');
    const refused = await handOver(people.admin, last, body(alone, people.meti));
    expect(refused.problem.fields?.[`choices.inquiry:${inquiry}`]).toContain('先に後任を招待してください');

    const [division] = await db().query(
      `SELECT id FROM divisions WHERE ministry_id = 'env' AND valid_to IS NULL ORDER BY id LIMIT 1`,
    );
    const next = await aPerson(db(), grant('ministry', { ministryId: 'env', divisionId: division.id }));
    const seen = await preview(people.admin, last);
    expect((await handOver(people.admin, last, body(seen, next, { leave: 'now' }))).status).toBe(201);
    expect(await count('inquiries WHERE id = $1 AND division_id = $2', inquiry, division.id)).toBe(1);
    expect(await wrong()).toEqual([]);
    expect(await violations(db())).not.toContainEqual(
      expect.objectContaining({ invariant: 'an inquiry whose last event tells another state' }),
    );
  });
});

describe('who may', () => {
  it('look after others: administrators all, managers the desk', async () => {
    const list = async (who: Person) =>
      (await api.as(who).get<{ items: { id: string }[] }>('/hand-overs/people?size=100')).body.items;
    const ofManager = (await list(people.manager)).map(({ id }) => id);
    expect(ofManager).toContain(people.desk.id);
    expect(ofManager).not.toContain(people.meti.id);
    expect((await list(people.admin)).map(({ id }) => id)).toContain(people.meti.id);
    expect((await api.as(people.desk).get('/hand-overs/people')).status).toBe(403);
    expect((await api.as(people.manager).get(`/hand-overs/people/${people.meti.id}`)).status).toBe(404);
  });
});
