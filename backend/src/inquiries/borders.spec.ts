import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import {
  answered,
  aTriagedCase,
  brokenInvariants,
  declined,
  inquiryServices,
  ofMinistry,
} from '../../test/inquiry-scene.js';
import type { Actor } from '../identity/actor.js';

const db = testDatabase();
let to: Awaited<ReturnType<typeof inquiryServices>>;
beforeAll(async () => {
  to = await inquiryServices(db());
});
beforeEach(() => {
  itIs('2026-11-20T09:00');
});
afterEach(async () => {
  expect(await brokenInvariants(db())).toEqual([]);
});

const SECRET = '省内で検討中の回答';
const NOT_FOUND = { kind: 'notFound' };
const all = { overdue: false, page: 1, size: 100 };

/** 国土交通省 has a secret draft, 農林水産省 was asked the same questions. */
async function twoMinistries() {
  const scene = await aTriagedCase(db());
  const ask = (ministryId: string) => ({ ministryId, divisionId: null, questionRowIds: scene.questions, message: '' });
  const [mlit = '', maff = ''] = await to.asking.ask(scene.desk, scene.id, [ask('mlit'), ask('maff')]);
  const [bus = '', gas = ''] = scene.questions;
  const writer = await ofMinistry(db(), 'mlit');
  const rows = [
    answered(bus, { points: SECRET }),
    { ...declined(gas, 'meti'), notApplicable: { reason: SECRET, suggestedMinistryId: 'meti' } },
  ];
  const version = await to.answering.save(writer, mlit, { version: 1, rows });
  return { scene, mlit, maff, writer, version, bus };
}

const seen = async (actor: Actor, caseId: string) => JSON.stringify(await to.queries.ofCase(actor, caseId));

describe('a draft', () => {
  it('is read by its ministry alone: not by the desk, not by other ministries, not by the town', async () => {
    const { scene, mlit, writer } = await twoMinistries();
    const manager = await aPerson(db(), grant('manager'));
    const other = await ofMinistry(db(), 'maff');
    expect(JSON.stringify(await to.queries.get(writer, mlit))).toContain(SECRET);
    expect(await seen(await ofMinistry(db(), 'mlit'), scene.id)).toContain(SECRET);
    for (const actor of [scene.desk, manager, other, scene.town])
      expect(await seen(actor, scene.id)).not.toContain(SECRET);
    expect(JSON.stringify(await to.queries.get(scene.desk, mlit))).not.toContain(SECRET);
    await expect(to.queries.get(other, mlit)).rejects.toMatchObject(NOT_FOUND);
  });

  it('reaches the desk row by row, when sent', async () => {
    const { scene, mlit, writer, version, bus } = await twoMinistries();
    await to.answering.answer(writer, mlit, { version, questionRowIds: [bus] });
    const { rows } = await to.queries.get(scene.desk, mlit);
    expect(rows[0]?.answers[0]?.points).toBe(SECRET);
    expect(rows[1]).toMatchObject({ state: 'open', notApplicable: null, answers: [] });
  });
});

it('offers the contact of the directory to the ministry, not to the desk', async () => {
  const { scene, mlit, writer } = await twoMinistries();
  await db().query(
    `INSERT INTO contacts (ministry_id, division_id, name, tel, email, valid_from)
     VALUES ('mlit', NULL, '窓口', '00-0000-0001', 'mado@mlit.example', '2026-04-01'),
            ('mlit', 'mlit-033', '担当', '00-0000-0033', 'tiiki@mlit.example', '2026-04-01')`,
  );
  expect((await to.queries.get(scene.desk, mlit)).usualContact).toBeNull();
  expect((await to.queries.get(writer, mlit)).usualContact).toMatchObject({ division: '', tel: '00-0000-0001' });
  await to.ministry.handOn(writer, mlit, 'mlit-033');
  expect((await to.queries.get(writer, mlit)).usualContact).toMatchObject({
    division: expect.stringMatching(/広域地方政策課$/),
    email: 'tiiki@mlit.example',
  });
});

describe('a ministry', () => {
  it('neither sees nor touches the inquiries of another', async () => {
    const { scene, mlit, maff, bus } = await twoMinistries();
    const other = await ofMinistry(db(), 'maff');
    const { items, asked } = await to.queries.ofCase(other, scene.id);
    expect(items.map(({ id }) => id)).toEqual([maff]);
    expect(asked).toEqual([]);
    expect((await to.queries.list(other, all)).items.every(({ ministry }) => ministry.id === 'maff')).toBe(true);
    for (const act of [
      () => to.ministry.acknowledge(other, mlit),
      () => to.ministry.handOn(other, mlit, 'mlit-033'),
      () => to.ministry.askBack(other, mlit, '質問'),
      () => to.ministry.requestExtension(other, mlit, '2026-12-14', '理由'),
      () => to.answering.save(other, mlit, { version: 2, rows: [answered(bus)] }),
      () => to.answering.answer(other, mlit, { version: 2 }),
      () => to.desk.cancel(other, mlit, '理由'),
    ]) {
      await expect(act()).rejects.toMatchObject(NOT_FOUND);
    }
    await expect(to.desk.cancel(other, maff, '理由')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('with one division sees what was handed to it, until it is handed on', async () => {
    const { scene, mlit, writer } = await twoMinistries();
    const division = await ofMinistry(db(), 'mlit', 'mlit-033');
    const neighbour = await ofMinistry(db(), 'mlit', 'mlit-045');
    await expect(to.queries.get(division, mlit)).rejects.toMatchObject(NOT_FOUND);
    await expect(to.queries.ofCase(division, scene.id)).rejects.toMatchObject(NOT_FOUND);

    await to.ministry.handOn(writer, mlit, 'mlit-033');
    expect((await to.queries.get(division, mlit)).allowedActions).toContain('answer');
    await expect(to.queries.get(neighbour, mlit)).rejects.toMatchObject(NOT_FOUND);
    await expect(to.ministry.handOn(division, mlit, 'maff-001')).rejects.toMatchObject({ kind: 'invalid' });

    await to.ministry.handOn(division, mlit, null);
    await expect(to.queries.get(division, mlit)).rejects.toMatchObject(NOT_FOUND);
    expect((await to.queries.get(writer, mlit)).division).toBeNull();
  });

  it('is not asked twice through one division: handing on to one that has the question is refused', async () => {
    const { scene, mlit, writer } = await twoMinistries();
    await to.asking.ask(scene.desk, scene.id, [
      { ministryId: 'mlit', divisionId: 'mlit-033', questionRowIds: scene.questions.slice(0, 1), message: '' },
    ]);
    await expect(to.ministry.handOn(writer, mlit, 'mlit-033')).rejects.toMatchObject({
      details: { fields: { divisionId: expect.stringMatching(/別の照会で届いています/) } },
    });
  });
});

describe('earlier answers', () => {
  it('are offered to their own ministry once sent, each words once, and to a division only its own', async () => {
    const { scene, mlit, maff, writer, version, bus } = await twoMinistries();
    const points = async (actor: Actor, id: string) =>
      (await to.earlier.of(actor, id)).items.flatMap(({ answers }) => answers.slice(0, 10).map((one) => one.points));
    expect(await points(writer, mlit)).not.toContain(SECRET);
    await to.answering.answer(writer, mlit, { version, questionRowIds: [bus] });
    await to.desk.cancel(scene.desk, mlit, '残りは不要となったため');

    const next = await aTriagedCase(db());
    const [asked = ''] = await to.asking.ask(next.desk, next.id, [
      { ministryId: 'mlit', divisionId: 'mlit-033', questionRowIds: next.questions, message: '' },
    ]);
    expect((await points(writer, asked)).filter((text) => text === SECRET)).toHaveLength(next.questions.length);
    expect(await points(await ofMinistry(db(), 'mlit', 'mlit-033'), asked)).not.toContain(SECRET);
    const other = await ofMinistry(db(), 'maff');
    expect(await points(other, maff)).not.toContain(SECRET);
    await expect(to.earlier.of(other, asked)).rejects.toMatchObject(NOT_FOUND);
    await expect(to.earlier.of(next.desk, asked)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('others', () => {
  it('a town learns who was asked and who has finished, and nothing else', async () => {
    const { scene, mlit, writer, version, bus } = await twoMinistries();
    await to.answering.answer(writer, mlit, { version, questionRowIds: [bus] });
    const view = await to.queries.ofCase(scene.town, scene.id);
    expect(view).toMatchObject({ items: [], total: 0, allowedActions: [] });
    expect(view.asked).toEqual([
      { ministry: '農林水産省', finished: false },
      { ministry: '国土交通省', finished: false },
    ]);
    await expect(to.queries.get(scene.town, mlit)).rejects.toMatchObject(NOT_FOUND);
    expect(await to.queries.list(scene.town, all)).toEqual({ items: [], total: 0, more: false });
    await expect(to.questions.get(scene.town, scene.id)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it.each([
    ['another town', grant('municipality', { municipalityCode: NISHIIZU })],
    ['a prefecture without consent', grant('prefecture', { municipalityCode: '010006' })],
    ['a team without consent', grant('officer', { municipalityCode: KAMISHIHORO })],
    ['an administrator', grant('admin')],
    ['a ministry that was not asked', grant('ministry', { ministryId: 'env' })],
  ])('%s finds nothing', async (_, role) => {
    const { scene, mlit } = await twoMinistries();
    const stranger = await aPerson(db(), role);
    await expect(to.queries.ofCase(stranger, scene.id)).rejects.toMatchObject(NOT_FOUND);
    await expect(to.queries.get(stranger, mlit)).rejects.toMatchObject(NOT_FOUND);
    await expect(to.questions.get(stranger, scene.id)).rejects.toMatchObject(NOT_FOUND);
    expect((await to.queries.list(stranger, all)).items.some(({ id }) => id === mlit)).toBe(false);
  });
});
