import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { HandedOver, HandOverPreview } from '../contract/hand-overs.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  people = await aDesk(db());
});
beforeEach(() => itIs('2026-11-20T10:00'));

let serial = 0;
async function aDivision(name: string, parentId: string | null = null, ministryId = 'meti'): Promise<string> {
  serial += 1;
  const id = `${ministryId}-test${serial}`;
  await db().query(
    `INSERT INTO divisions (id, ministry_id, parent_id, name, valid_from, source) VALUES ($1, $2, $3, $4, '2026-04-01', '試験')`,
    [id, ministryId, parentId, `${name}${serial}`],
  );
  return id;
}

/** A division with a live inquiry, one that ended, a person, a 担当者 and a 課 below it. */
async function anOldDivision() {
  const id = await aDivision('旧課');
  const asked = await aCase(db(), people.town, { state: 'inquiring', owner: people.desk });
  const inquiry = await anInquiry(db(), asked, 'meti', people.desk, { divisionId: id });
  await anInquiry(db(), asked, 'meti', people.desk, { divisionId: id, state: 'answered' });
  const member = await aPerson(db(), grant('ministry', { ministryId: 'meti', divisionId: id }));
  await db().query(
    `INSERT INTO contacts (ministry_id, division_id, name, tel, valid_from) VALUES ('meti', $1, '連絡 先人', '00-0000-0000', '2026-04-01')`,
    [id],
  );
  return { id, inquiry, member, part: await aDivision('室', id) };
}

const path = (id: string) => `/hand-overs/divisions/${id}`;
const preview = async (who: Person, id: string) => (await api.as(who).get<HandOverPreview>(path(id))).body;
const handOver = async (who: Person, id: string, successorId: string, more: object = {}) => {
  const { handOverId, items } = await preview(who, id);
  const seen = items.map(({ key }) => key);
  return api.as(who).post<HandedOver>(path(id), { handOverId, successorId, seen, reason: '組織改編のため。', ...more });
};
const divisionOf = async (inquiry: string) =>
  (await db().query('SELECT division_id AS id FROM inquiries WHERE id = $1', [inquiry]))[0].id;

describe('handing over a division', () => {
  it('moves all that is open, ends it and names its successor', async () => {
    const [old, next] = [await anOldDivision(), await aDivision('新課')];
    const seen = await preview(people.admin, old.id);
    expect(seen.items.map(({ kind }) => kind)).toEqual(['inquiry', 'member', 'contact', 'part']);
    expect(seen.candidates.some(({ id }) => id === old.part)).toBe(false);
    expect((await handOver(people.admin, old.id, next, { end: true })).body).toEqual({ moved: 4, gone: 0 });
    expect(await divisionOf(old.inquiry)).toBe(next);
    expect((await api.as(old.member).get(`/inquiries/${old.inquiry}`)).status).toBe(200);
    const [ended] = await db().query('SELECT valid_to::text, succeeded_by FROM divisions WHERE id = $1', [old.id]);
    expect(ended).toEqual({ valid_to: '2026-11-20', succeeded_by: next });
    const told = await db().query(`SELECT subject_id FROM events WHERE type = 'person.handOver'`);
    expect(told).toEqual([{ subject_id: old.member.id }]);
  });

  it('is split by leaving something for a second time, and not ended before', async () => {
    const [old, next] = [await anOldDivision(), await aDivision('新課')];
    const left = [`inquiry:${old.inquiry}`];
    const refused = await handOver(people.admin, old.id, next, { left, end: true });
    expect([refused.status, refused.problem.code]).toEqual([409, 'division.in_use']);
    expect((await handOver(people.admin, old.id, next, { left })).body.moved).toBe(3);
    expect((await preview(people.admin, old.id)).items.map(({ key }) => key)).toEqual(left);
  });

  it('lets a ministry move its inquiries and 担当者, but not people or the directory', async () => {
    const [old, next] = [await anOldDivision(), await aDivision('新課')];
    const seen = await preview(people.meti, old.id);
    expect([seen.items.map(({ kind }) => kind), seen.mayEnd]).toEqual([['inquiry', 'contact'], false]);
    expect((await handOver(people.meti, old.id, next, { end: true })).status).toBe(403);
    expect((await handOver(people.meti, old.id, next)).body.moved).toBe(2);
    expect((await api.as(people.mlit).get(path(old.id))).status).toBe(404);
  });

  it('stays within the ministry, and never puts one question twice to one division', async () => {
    const [old, next] = [await anOldDivision(), await aDivision('新課')];
    const elsewhere = await aDivision('他省の課', null, 'mlit');
    expect((await handOver(people.admin, old.id, elsewhere)).status).toBe(422);
    const [row] = await db().query(
      `INSERT INTO question_rows (consultation_id, position, text)
       SELECT consultation_id, 1, '質問' FROM inquiries WHERE id = $1 RETURNING id, consultation_id`,
      [old.inquiry],
    );
    const other = await anInquiry(db(), row.consultation_id, 'meti', people.desk, { divisionId: next });
    for (const [inquiry, division] of [
      [old.inquiry, old.id],
      [other, next],
    ]) {
      await db().query(
        `INSERT INTO inquiry_rows (inquiry_id, question_row_id, ministry_id, division_key) VALUES ($1, $2, 'meti', $3)`,
        [inquiry, row.id, division],
      );
    }
    const refused = await handOver(people.admin, old.id, next);
    expect([refused.status, refused.problem.code]).toEqual([409, 'hand_over.asked_there']);
    expect(await divisionOf(old.inquiry)).toBe(old.id);
  });

  it('is refused when something came after the preview, and done once when pressed twice', async () => {
    const [old, next] = [await anOldDivision(), await aDivision('新課')];
    expect((await handOver(people.admin, old.id, next, { seen: [] })).problem.code).toBe('hand_over.changed');
    const { handOverId, items } = await preview(people.admin, old.id);
    const press = () =>
      api.as(people.admin).post<HandedOver>(path(old.id), {
        ...{ handOverId, successorId: next, seen: items.map(({ key }) => key), reason: '組織改編のため。' },
      });
    const answers = await Promise.all([press(), press()]);
    expect(answers.map(({ body }) => body.moved)).toEqual([4, 4]);
  });

  it('is offered for all divisions to an administrator, also to one who is of a ministry too', async () => {
    const { id } = await anOldDivision();
    const both = await aPerson(db(), grant('admin'), grant('ministry', { ministryId: 'mlit' }));
    const list = async (who: Person) => api.as(who).get<{ items: { id: string }[] }>('/hand-overs/divisions?size=100');
    for (const [who, offered] of [
      [people.admin, true],
      [both, true],
      [people.meti, true],
      [people.mlit, false],
    ] as const) {
      expect((await list(who)).body.items.some((division) => division.id === id)).toBe(offered);
    }
  });
});
