import { afterEach, beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { answered, aTriagedCase, brokenInvariants, inquiryServices, ofMinistry } from '../../test/inquiry-scene.js';

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

/** A case asked of 国土交通省, due on 2026-12-07 (ten business days; 11-23 is a holiday). */
async function asked() {
  const scene = await aTriagedCase(db());
  const ministry = await ofMinistry(db(), 'mlit');
  const [id = ''] = await to.asking.ask(scene.desk, scene.id, [
    { ministryId: 'mlit', divisionId: null, questionRowIds: scene.questions, message: '' },
  ]);
  const dueOn = async () => (await to.queries.get(scene.desk, id)).dueOn;
  return { ...scene, ministry, inquiry: id, dueOn };
}

describe('a question back', () => {
  test.each([
    ['2026-11-20T10:00', '2026-11-20T16:00', '2026-12-07', 'answered on the same day'],
    ['2026-11-20T10:00', '2026-11-25T10:00', '2026-12-09', 'over a weekend and a holiday: two business days'],
    [
      '2026-11-20T18:00',
      '2026-11-24T09:00',
      '2026-12-07',
      'asked after the cut-off: it counts from the next business day',
    ],
    ['2026-11-20T10:00', '2026-11-24T18:00', '2026-12-09', 'answered after the cut-off'],
    ['2026-12-25T10:00', '2027-01-05T10:00', '2026-12-10', 'over the turn of the year, when it was late already'],
  ])('from %s to %s moves the due date to %s: %s', async (from, until, due) => {
    const { desk, ministry, inquiry, dueOn } = await asked();
    itIs(from);
    await to.ministry.askBack(ministry, inquiry, '運行の区間はどこからどこまでですか。');
    expect(await to.queries.get(desk, inquiry)).toMatchObject({ state: 'questioned', overdue: false });
    itIs(until);
    await to.desk.replyBack(desk, inquiry, '市街地と道の駅の間です。');
    expect(await dueOn()).toBe(due);
    expect(await to.queries.get(ministry, inquiry)).toMatchObject({
      state: 'acknowledged',
      pausedOn: null,
      questionsBack: [{ text: '運行の区間はどこからどこまでですか。', reply: '市街地と道の駅の間です。' }],
    });
  });

  it('stands one at a time, and is answered once', async () => {
    const { desk, ministry, inquiry } = await asked();
    const twice = [1, 2].map(() => to.ministry.askBack(ministry, inquiry, '区間はどこですか。'));
    expect((await Promise.allSettled(twice)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const replies = [1, 2].map(() => to.desk.replyBack(desk, inquiry, '道の駅までです。'));
    expect((await Promise.allSettled(replies)).map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(to.desk.replyBack(ministry, inquiry, '自分で返答')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('does not keep the ministry from answering', async () => {
    const { questions, ministry, inquiry } = await asked();
    await to.ministry.askBack(ministry, inquiry, '区間はどこですか。');
    const rows = questions.map((row) => answered(row));
    const version = await to.answering.save(ministry, inquiry, { version: 1, rows });
    await to.answering.answer(ministry, inquiry, { version });
    expect(await to.queries.get(ministry, inquiry)).toMatchObject({ state: 'answered', pausedOn: null });
  });
});

describe('an extension', () => {
  it('is asked for once, with a later business day, and granted or shortened', async () => {
    const { desk, ministry, inquiry, dueOn } = await asked();
    const ask = (day: string) => to.ministry.requestExtension(ministry, inquiry, day, '局内の調整のため');
    await expect(ask('2026-12-07')).rejects.toMatchObject({ details: { fields: { dueOn: /今の期限より後/ } } });
    await expect(ask('2026-12-12')).rejects.toMatchObject({ details: { fields: { dueOn: expect.any(String) } } });
    await ask('2026-12-14');
    await expect(ask('2026-12-15')).rejects.toMatchObject({ code: 'inquiry.extension_pending' });
    expect((await to.queries.get(desk, inquiry)).allowedActions).toContain('decideExtension');
    expect((await to.queries.get(ministry, inquiry)).allowedActions).not.toContain('requestExtension');

    await to.desk.decideExtension(desk, inquiry, {
      granted: true,
      dueOn: '2026-12-10',
      comment: '10日まででお願いします。',
    });
    expect(await dueOn()).toBe('2026-12-10');
    await expect(to.desk.decideExtension(desk, inquiry, { granted: true, comment: '' })).rejects.toMatchObject({
      code: 'inquiry.no_extension',
    });
  });

  it('may be refused with a reason; the due date stays and another may be asked for', async () => {
    const { desk, ministry, inquiry, dueOn } = await asked();
    await to.ministry.requestExtension(ministry, inquiry, '2026-12-14', '局内の調整のため');
    await to.desk.decideExtension(desk, inquiry, { granted: false, comment: '議会の日程があるため' });
    expect(await dueOn()).toBe('2026-12-07');
    await to.ministry.requestExtension(ministry, inquiry, '2026-12-08', '1日だけお願いします');
    expect((await to.queries.get(ministry, inquiry)).extensions.map(({ decision }) => decision)).toEqual([
      'refused',
      null,
    ]);
  });
});

it('lists what is overdue first; a paused or answered inquiry is not late', async () => {
  const [late, paused] = [await asked(), await asked()];
  itIs('2026-12-01T09:00');
  await to.ministry.askBack(paused.ministry, paused.inquiry, '区間はどこですか。');
  itIs('2026-12-10T09:00');
  const page = { page: 1, size: 100 };
  const overdue = await to.queries.list(late.ministry, { overdue: true, ...page });
  const ids = overdue.items.map(({ id }) => id);
  expect(ids).toContain(late.inquiry);
  expect(ids).not.toContain(paused.inquiry);
  expect(overdue.items.every((item) => item.overdue && item.workdaysLeft < 0)).toBe(true);
  const all = await to.queries.list(late.ministry, { overdue: false, ...page });
  expect(all.items.map(({ dueOn }) => dueOn)).toEqual([...all.items.map(({ dueOn }) => dueOn)].sort());
});

it('lets the desk move a due date to a coming business day', async () => {
  const { desk, inquiry, dueOn } = await asked();
  await expect(to.desk.changeDue(desk, inquiry, '2026-11-22')).rejects.toMatchObject({ kind: 'invalid' });
  await to.desk.changeDue(desk, inquiry, '2026-11-30');
  expect(await dueOn()).toBe('2026-11-30');
});
