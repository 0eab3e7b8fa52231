import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
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

type Scene = Awaited<ReturnType<typeof aTriagedCase>>;
const ask = (scene: Scene, ministryId: string, rows: string[] = scene.questions, more: object = {}) =>
  to.asking.ask(scene.desk, scene.id, [{ ministryId, divisionId: null, questionRowIds: rows, message: '', ...more }]);
const stateOf = async (id: string) =>
  (await db().query('SELECT state FROM consultations WHERE id = $1', [id]))[0].state as string;
const heldByDesk = async (id: string): Promise<number[]> =>
  (
    await db().query('SELECT position FROM question_rows WHERE consultation_id = $1 AND desk_holds ORDER BY position', [
      id,
    ])
  ).map((row: { position: number }) => row.position);
async function answerAll(who: Actor, id: string, rows: Parameters<typeof to.answering.save>[2]['rows']) {
  const { version } = await to.queries.get(who, id);
  await to.answering.answer(who, id, { version: await to.answering.save(who, id, { version, rows }) });
}

describe('asking', () => {
  it('puts rows to several ministries at once, each with its own rows and due date', async () => {
    const scene = await aTriagedCase(db());
    const [bus = '', gas = '', example = ''] = scene.questions;
    const ids = await to.asking.ask(scene.desk, scene.id, [
      { ministryId: 'mlit', divisionId: 'mlit-033', questionRowIds: [bus, example], message: '至急' },
      { ministryId: 'maff', divisionId: null, questionRowIds: [gas], message: '', dueOn: '2026-11-27' },
    ]);

    expect(await stateOf(scene.id)).toBe('inquiring');
    expect(await heldByDesk(scene.id)).toEqual([]);
    const [transport, farming] = await Promise.all(ids.map((id) => to.queries.get(scene.desk, id)));
    expect(transport).toMatchObject({ state: 'asked', dueOn: '2026-12-07', message: '至急', workdaysLeft: 10 });
    expect(transport?.division?.name).toMatch(/広域地方政策課$/);
    expect(transport?.rows.map(({ questionRowId }) => questionRowId)).toEqual([bus, example]);
    expect(farming).toMatchObject({ dueOn: '2026-11-27', division: null });
  });

  it.each([
    ['2026-11-20', '今日', /明日以降/],
    ['2026-11-21', 'a Saturday', /令和8年11月24日（火）以降の開庁日/],
    ['2026-11-23', 'a holiday', /土曜日、日曜日、祝日/],
    ['2026-12-31', 'the end of the year', /令和9年1月4日（月）/],
  ])('refuses %s (%s) as due date and names a better one', async (dueOn, _, message) => {
    const scene = await aTriagedCase(db());
    await expect(ask(scene, 'mlit', scene.questions, { dueOn })).rejects.toMatchObject({
      details: { fields: { 'asks.0.dueOn': expect.stringMatching(message) } },
    });
    expect(await stateOf(scene.id)).toBe('triaged');
  });

  it('refuses an ended division, naming its successor, and a division of another ministry', async () => {
    const scene = await aTriagedCase(db());
    await expect(ask(scene, 'cas', scene.questions, { divisionId: 'cas-001' })).rejects.toMatchObject({
      details: { fields: { 'asks.0.divisionId': expect.stringMatching(/後継の「内閣官房 /) } },
    });
    await expect(ask(scene, 'cas', scene.questions, { divisionId: 'mlit-033' })).rejects.toMatchObject({
      kind: 'invalid',
    });
  });

  it('does not put one question twice to one ministry, not even when pressed twice at once', async () => {
    const scene = await aTriagedCase(db());
    const twice = await Promise.allSettled([ask(scene, 'mlit'), ask(scene, 'mlit')]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(ask(scene, 'mlit', scene.questions.slice(0, 1))).rejects.toMatchObject({
      details: { fields: { 'asks.0.questionRowIds': expect.stringMatching(/^質問1は/) } },
    });
    await ask(scene, 'maff', scene.questions.slice(0, 1));
  });

  it('is for the desk only', async () => {
    const scene = await aTriagedCase(db());
    const rows = { ministryId: 'mlit', divisionId: null, questionRowIds: scene.questions, message: '' };
    await expect(to.asking.ask(scene.town, scene.id, [rows])).rejects.toMatchObject({ kind: 'forbidden' });
    const ministry = await ofMinistry(db(), 'mlit');
    await expect(to.asking.ask(ministry, scene.id, [rows])).rejects.toMatchObject({ kind: 'notFound' });
  });
});

describe('answering', () => {
  it('goes row by row; the last row ends the inquiry, the last inquiry settles the case', async () => {
    const scene = await aTriagedCase(db());
    const [bus = '', gas = '', example = ''] = scene.questions;
    const [id = ''] = await ask(scene, 'mlit', [bus, gas]);
    const [other = ''] = await ask(scene, 'maff', [example]);
    const mlit = await ofMinistry(db(), 'mlit');
    const version = await to.answering.save(mlit, id, { version: 1, rows: [answered(bus), declined(gas, 'meti')] });
    expect((await to.queries.get(mlit, id)).state).toBe('acknowledged');

    await to.answering.answer(mlit, id, { version, questionRowIds: [bus] });
    expect(await to.queries.get(mlit, id)).toMatchObject({ state: 'acknowledged', version: version + 1 });
    await to.answering.answer(mlit, id, { version: version + 1 });
    expect((await to.queries.get(mlit, id)).state).toBe('answered');
    expect(await stateOf(scene.id)).toBe('inquiring');
    expect(await heldByDesk(scene.id)).toEqual([2]);

    await answerAll(await ofMinistry(db(), 'maff'), other, [declined(example)]);
    expect((await to.queries.get(scene.desk, other)).state).toBe('notApplicable');
    expect(await stateOf(scene.id)).toBe('collected');
    expect(await heldByDesk(scene.id)).toEqual([2, 3]);
  });

  it('lets six ministries answer last at the same time: all arrive, the case settles once', async () => {
    const scene = await aTriagedCase(db());
    const names = ['mlit', 'maff', 'meti', 'mic', 'mext', 'env'];
    const drafts = await Promise.all(
      names.map(async (ministryId) => {
        const [id = ''] = await ask(scene, ministryId);
        const who = await ofMinistry(db(), ministryId);
        const rows = scene.questions.map((row) => answered(row));
        return { who, id, version: await to.answering.save(who, id, { version: 1, rows }) };
      }),
    );
    await Promise.all(drafts.map(({ who, id, version }) => to.answering.answer(who, id, { version })));

    expect(await stateOf(scene.id)).toBe('collected');
    const [{ collected }] = await db().query(
      `SELECT count(*)::int AS collected FROM events WHERE consultation_id = $1 AND type = 'consultation.collect'`,
      [scene.id],
    );
    expect(collected).toBe(1);
    const { items } = await to.queries.ofCase(scene.desk, scene.id);
    expect(items.map(({ state }) => state)).toEqual(names.map(() => 'answered'));
  });

  it('takes a double submit once', async () => {
    const scene = await aTriagedCase(db());
    const [id = ''] = await ask(scene, 'mlit');
    const mlit = await ofMinistry(db(), 'mlit');
    const rows = scene.questions.map((row) => answered(row));
    const version = await to.answering.save(mlit, id, { version: 1, rows });
    const many = await Promise.allSettled([1, 2, 3, 4].map(() => to.answering.answer(mlit, id, { version })));
    expect(many.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of many) if (one.status === 'rejected') expect(one.reason).toMatchObject({ kind: 'conflict' });
  });

  it('refuses a stale draft and gives back what stands now', async () => {
    const scene = await aTriagedCase(db());
    const [bus = ''] = scene.questions;
    const [id = ''] = await ask(scene, 'mlit');
    const [first, second] = [await ofMinistry(db(), 'mlit'), await ofMinistry(db(), 'mlit')];
    await to.answering.save(first, id, { version: 1, rows: [answered(bus, { points: '先に書いた回答' })] });
    const late = to.answering.save(second, id, { version: 1, rows: [answered(bus, { points: '後から書いた回答' })] });
    await expect(late).rejects.toMatchObject({
      code: 'stale',
      details: { current: { version: 2, rows: [{ answers: [{ points: '先に書いた回答' }] }, {}, {}] } },
    });
  });

  it('sends nothing that lacks words, a contact or a reason, and says where', async () => {
    const scene = await aTriagedCase(db());
    const [bus = '', gas = '', example = ''] = scene.questions;
    const [id = ''] = await ask(scene, 'mlit');
    const mlit = await ofMinistry(db(), 'mlit');
    const rows = [
      answered(bus, { measureName: '', tel: '', email: '', url: 'www.mlit.example' }),
      { ...declined(gas), notApplicable: { reason: '', suggestedMinistryId: null } },
    ];
    const version = await to.answering.save(mlit, id, { version: 1, rows });
    const refused = await to.answering.answer(mlit, id, { version }).catch((error) => error);
    expect(Object.keys(refused.details.fields).sort()).toEqual(
      [
        `rows.${bus}.answers.0.measureName`,
        `rows.${bus}.answers.0.tel`,
        `rows.${bus}.answers.0.url`,
        `rows.${gas}.notApplicable.reason`,
        `rows.${example}.answers`,
      ].sort(),
    );
    expect((await to.queries.get(mlit, id)).version).toBe(version);
  });

  it('changes nothing that was sent', async () => {
    const scene = await aTriagedCase(db());
    const [bus = '', gas = ''] = scene.questions;
    const [id = ''] = await ask(scene, 'mlit', [bus, gas]);
    const mlit = await ofMinistry(db(), 'mlit');
    const version = await to.answering.save(mlit, id, { version: 1, rows: [answered(bus)] });
    await to.answering.answer(mlit, id, { version, questionRowIds: [bus] });
    const again = { version: version + 1, rows: [answered(bus, { points: '書き換え' })] };
    await expect(to.answering.save(mlit, id, again)).rejects.toMatchObject({ code: 'inquiry.row_not_open' });
    await expect(to.answering.save(scene.desk, id, again)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});
