import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import { anOffice, handOvers, heldItems, REASON as reason } from '../../test/hand-over-scene.js';
import { violations } from '../audit/invariants.js';

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
