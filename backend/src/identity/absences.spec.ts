import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aDesk, type Person } from '../../test/desk-scene.js';
import type { Absences } from '../contract/absences.js';
import type { Grant } from '../contract/identity.js';
import { standIns, stoodInFor } from './deputies.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  people = await aDesk(db());
});
beforeEach(async () => {
  itIs('2026-11-20T10:00');
  await db().query('DELETE FROM absences');
});

const officers = (count: number) => Promise.all(Array.from({ length: count }, () => aPerson(db(), grant('desk'))));
const away = (person: Person, deputy: Person | null, fromOn = '2026-11-24', untilOn = '2026-11-27', by = person) =>
  api.as(by).post<{ id: string }>(`/people/${person.id}/absences`, { fromOn, untilOn, deputyId: deputy?.id ?? null });
const own = (person: Person, deputy: Person | null, fromOn = '2026-11-24', untilOn = '2026-11-27') =>
  api.as(person).post<{ id: string }>('/me/absences', { fromOn, untilOn, deputyId: deputy?.id ?? null });
const standInOf = async (person: Person, day: string) => (await standIns(db(), [person.id], day)).get(person.id);

describe('who stands in', () => {
  it('is the deputy on the days of the absence, and the person before and after', async () => {
    const [a, b] = (await officers(2)) as [Person, Person];
    expect((await own(a, b)).status).toBe(201);
    expect(await standInOf(a, '2026-11-23')).toBe(a.id);
    expect(await standInOf(a, '2026-11-24')).toBe(b.id);
    expect(await standInOf(a, '2026-11-27')).toBe(b.id);
    expect(await standInOf(a, '2026-11-28')).toBe(a.id);
    expect(await stoodInFor(db(), b.id, '2026-11-24')).toEqual([{ id: a.id, name: a.name, untilOn: '2026-11-27' }]);
    expect(await stoodInFor(db(), b.id, '2026-11-28')).toEqual([]);
  });

  it('is the end of a chain of five; when nobody in it is there, the person', async () => {
    const chain = (await officers(6)) as Person[];
    for (const [i, deputy] of chain.slice(1).entries())
      expect((await own(chain[i] as Person, deputy)).status).toBe(201);
    const [first, last] = [chain[0] as Person, chain[5] as Person];
    expect(await standInOf(first, '2026-11-25')).toBe(last.id);
    expect((await stoodInFor(db(), last.id, '2026-11-25')).map(({ id }) => id).sort()).toEqual(
      chain
        .slice(0, 5)
        .map(({ id }) => id)
        .sort(),
    );
    expect((await own(last, null)).status).toBe(201);
    expect(await standInOf(first, '2026-11-25')).toBe(first.id);
  });

  it('is nobody whose account was stopped', async () => {
    const [a, b] = (await officers(2)) as [Person, Person];
    await own(a, b);
    await db().query('UPDATE people SET disabled_at = now() WHERE id = $1', [b.id]);
    expect(await standInOf(a, '2026-11-24')).toBe(a.id);
  });

  it('is told for many people at once', async () => {
    const [a, b, c] = (await officers(3)) as [Person, Person, Person];
    await own(a, b);
    expect(await standIns(db(), [a.id, b.id, c.id], '2026-11-24')).toEqual(
      new Map([
        [a.id, b.id],
        [b.id, b.id],
        [c.id, c.id],
      ]),
    );
  });
});

describe('a chain that does not end', () => {
  it('is refused, naming who and which days', async () => {
    const [a, b, c] = (await officers(3)) as [Person, Person, Person];
    await own(a, b, '2026-11-24', '2026-12-04');
    await own(b, c, '2026-11-26', '2026-12-10');
    const { status, problem } = await own(c, a, '2026-12-01', '2026-12-31');
    expect(status).toBe(422);
    expect(problem.fields?.deputyId).toContain('令和8年12月1日から令和8年12月4日まで');
    expect(problem.fields?.deputyId).toContain([c, a, b, c].map(({ name }) => name).join(' → '));
    expect(problem.fields?.deputyId).toContain('戻ってしまいます');
    expect((await own(c, a, '2026-12-05', '2026-12-31')).status).toBe(201);
  });

  it('is refused when two name each other at the same moment', async () => {
    const [a, b] = (await officers(2)) as [Person, Person];
    const answers = await Promise.all([own(a, b), own(b, a)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is refused at the sixth deputy, also when the new absence stands in the middle', async () => {
    const chain = (await officers(7)) as Person[];
    for (const [i, deputy] of chain.slice(1).entries()) if (i !== 3) await own(chain[i] as Person, deputy);
    const { problem } = await own(chain[3] as Person, chain[4] as Person, '2026-11-20', '2026-11-25');
    expect(problem.fields?.deputyId).toContain('令和8年11月24日から令和8年11月25日まで');
    expect(problem.fields?.deputyId).toContain('5人を超えます');
    expect(problem.fields?.deputyId).toContain(chain.map(({ name }) => name).join(' → '));
  });
});

describe('an absence', () => {
  it('does not overlap another of the same person', async () => {
    const [a] = (await officers(1)) as [Person];
    await own(a, null);
    const { problem } = await own(a, null, '2026-11-27', '2026-11-30');
    expect(problem.fields?.fromOn).toContain('令和8年11月24日から令和8年11月27日までの不在と重なっています');
    expect((await own(a, null, '2026-11-28', '2026-11-30')).status).toBe(201);
  });

  it.each([
    ['2026-11-25', '2026-11-24', 'untilOn'],
    ['2026-11-10', '2026-11-19', 'untilOn'],
    ['2026-11-24', '2027-11-25', 'untilOn'],
  ])('from %s until %s is refused', async (fromOn, untilOn, field) => {
    expect(Object.keys((await own(people.desk, null, fromOn, untilOn)).problem.fields ?? {})).toEqual([field]);
  });

  it('is taken back before it begins, and ended by coming back', async () => {
    const [a, b] = (await officers(2)) as [Person, Person];
    const { id } = (await own(a, b)).body;
    expect((await api.as(b).delete(`/absences/${id}`)).status).toBe(404);
    const twice = await Promise.all([1, 2].map(() => api.as(a).delete(`/absences/${id}`)));
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    expect((await api.as(a).delete(`/absences/${id}`)).status).toBe(204);
    expect((await api.as(b).delete(`/absences/${id}`)).status).toBe(404);
    const again = (await own(a, b)).body;
    itIs('2026-11-26T09:00');
    for (const _ of ['once', 'twice']) expect((await api.as(a).delete(`/absences/${again.id}`)).status).toBe(204);
    const [{ ended }] = await db().query(
      `SELECT count(*)::int AS ended FROM events WHERE type = 'person.endAbsence' AND subject_id = $1`,
      [a.id],
    );
    expect(ended).toBe(2);
    expect(await standInOf(a, '2026-11-25')).toBe(b.id);
    expect(await standInOf(a, '2026-11-26')).toBe(a.id);
    expect((await api.as(a).get<Absences>('/me/absences')).body.items).toEqual([]);
  });

  it('is set for others by the administrator, and for the desk by its manager', async () => {
    const [a, b] = (await officers(2)) as [Person, Person];
    expect((await away(a, b, '2026-11-24', '2026-11-24', people.manager)).status).toBe(201);
    expect((await away(a, b, '2026-11-25', '2026-11-25', people.admin)).status).toBe(201);
    expect((await away(a, b, '2026-11-26', '2026-11-26', b)).status).toBe(404);
    expect((await away(people.meti, null, '2026-11-26', '2026-11-26', people.manager)).status).toBe(404);
    const [event] = await db().query(
      `SELECT actor_id FROM events WHERE type = 'person.setAbsence' AND subject_id = $1
      ORDER BY id LIMIT 1`,
      [a.id],
    );
    expect(event.actor_id).toBe(people.manager.id);
  });
});

describe('a deputy', () => {
  const meti = (divisionId: string | null) => grant('ministry', { ministryId: 'meti', divisionId });
  const town = (municipalityCode: string) => grant('municipality', { municipalityCode });
  const cases: [string, Grant[], Grant[], boolean][] = [
    ['an officer for an officer', [grant('desk')], [grant('desk'), grant('manager')], true],
    ['an officer for a manager', [grant('manager')], [grant('desk')], false],
    ['a ministry for its division', [meti('meti-001')], [meti(null)], true],
    ['a division for its ministry', [meti(null)], [meti('meti-001')], false],
    ['another ministry', [meti(null)], [grant('ministry', { ministryId: 'maff' })], false],
    ['the same town', [town('016331')], [town('016331')], true],
    ['another town', [town('016331')], [town('223069')], false],
    ['an officer for one who administers too', [grant('desk'), grant('admin')], [grant('desk')], true],
    ['an officer for an administrator', [grant('admin')], [grant('desk')], false],
  ];
  test.each(cases)('%s', async (_, of, deputies, fit) => {
    const [person, deputy] = [await aPerson(db(), ...of), await aPerson(db(), ...deputies)];
    const offered = (await api.as(person).get<Absences>('/me/absences')).body.deputies.some(
      ({ id }) => id === deputy.id,
    );
    expect(offered).toBe(fit);
    expect((await own(person, deputy)).status).toBe(fit ? 201 : 422);
  });
});
