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
  QUESTIONS,
} from '../../test/inquiry-scene.js';
import { CancelInquiriesOfWithdrawn } from './cancel-withdrawn.job.js';

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

async function asked() {
  const scene = await aTriagedCase(db());
  const ministry = await ofMinistry(db(), 'mlit');
  const [inquiry = ''] = await to.asking.ask(scene.desk, scene.id, [
    { ministryId: 'mlit', divisionId: null, questionRowIds: scene.questions, message: '添付を御覧ください。' },
  ]);
  return { ...scene, ministry, inquiry };
}
const caseState = async (id: string) =>
  (await db().query('SELECT state FROM consultations WHERE id = $1', [id]))[0].state;
const deskHolds = async (id: string): Promise<boolean[]> =>
  (await db().query('SELECT desk_holds FROM question_rows WHERE consultation_id = $1 ORDER BY position', [id])).map(
    (row: { desk_holds: boolean }) => row.desk_holds,
  );

describe('handing over', () => {
  it('asks the suggested ministries about the declined rows with one click, even after the case was settled', async () => {
    const { id, desk, ministry, inquiry, questions } = await asked();
    const [bus = '', gas = '', example = ''] = questions;
    const rows = [answered(bus), declined(gas, 'meti'), declined(example, 'maff')];
    const version = await to.answering.save(ministry, inquiry, { version: 1, rows });
    await to.answering.answer(ministry, inquiry, { version });
    expect(await caseState(id)).toBe('collected');
    expect(await deskHolds(id)).toEqual([false, true, true]);
    expect((await to.queries.get(desk, inquiry)).allowedActions).toEqual(['handOver']);

    const [first = ''] = await to.asking.handOver(desk, inquiry, gas);
    expect(await to.queries.get(desk, first)).toMatchObject({
      ministry: { id: 'meti' },
      origin: { id: inquiry, ministry: '国土交通省' },
      message: '添付を御覧ください。',
      rows: [{ questionRowId: gas, state: 'open' }],
    });
    expect(await caseState(id)).toBe('inquiring');
    expect(await deskHolds(id)).toEqual([false, false, true]);
    await expect(to.asking.handOver(desk, inquiry, gas)).rejects.toMatchObject({ kind: 'invalid' });
    const declinedRows = (await to.queries.get(desk, inquiry)).rows.slice(1);
    expect(declinedRows.map(({ notApplicable }) => notApplicable?.handedOver)).toEqual([true, false]);
    await to.asking.handOver(desk, inquiry, example);
    expect((await to.queries.get(desk, inquiry)).allowedActions).toEqual([]);
  });

  it('happens once when pressed twice at the same time', async () => {
    const { desk, ministry, inquiry, questions } = await asked();
    const rows = questions.map((row) => declined(row, 'meti'));
    const version = await to.answering.save(ministry, inquiry, { version: 1, rows });
    await to.answering.answer(ministry, inquiry, { version });
    const twice = await Promise.allSettled([1, 2].map(() => to.asking.handOver(desk, inquiry)));
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('needs a suggestion, and the desk', async () => {
    const { desk, ministry, inquiry, questions } = await asked();
    const rows = questions.map((row) => declined(row));
    const version = await to.answering.save(ministry, inquiry, { version: 1, rows });
    await to.answering.answer(ministry, inquiry, { version });
    await expect(to.asking.handOver(desk, inquiry)).rejects.toMatchObject({ code: 'inquiry.no_suggestion' });
    await expect(to.asking.handOver(ministry, inquiry)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is not suggested to the ministry itself', async () => {
    const { ministry, inquiry, questions } = await asked();
    const rows = [declined(questions[0] ?? '', 'mlit')];
    await expect(to.answering.save(ministry, inquiry, { version: 1, rows })).rejects.toMatchObject({
      details: { fields: { 'rows.0.notApplicable.suggestedMinistryId': expect.stringMatching(/課室に回す/) } },
    });
  });
});

describe('cancelling', () => {
  it('takes back what is open; with nothing answered the desk holds the rows and the case goes on', async () => {
    const { id, desk, ministry, inquiry, questions } = await asked();
    await to.desk.cancel(desk, inquiry, '照会先を誤ったため');
    expect(await caseState(id)).toBe('collected');
    expect(await deskHolds(id)).toEqual([true, true, true]);
    expect(await to.queries.get(desk, inquiry)).toMatchObject({
      state: 'cancelled',
      cancelReason: '照会先を誤ったため',
    });
    await expect(to.queries.get(ministry, inquiry)).rejects.toMatchObject({ kind: 'notFound' });
    await to.asking.ask(desk, id, [
      { ministryId: 'mlit', divisionId: null, questionRowIds: questions.slice(0, 1), message: '' },
    ]);
  });

  it('keeps what the ministry has answered', async () => {
    const { id, desk, ministry, inquiry, questions } = await asked();
    const [bus = ''] = questions;
    const version = await to.answering.save(ministry, inquiry, { version: 1, rows: [answered(bus)] });
    await to.answering.answer(ministry, inquiry, { version, questionRowIds: [bus] });
    await to.desk.cancel(desk, inquiry, '残りは不要となったため');
    const after = await to.queries.get(ministry, inquiry);
    expect(after.state).toBe('answered');
    expect(after.rows.map(({ state }) => state)).toEqual(['answered', 'cancelled', 'cancelled']);
    expect(await deskHolds(id)).toEqual([false, true, true]);
  });

  it('follows when the town withdraws, and nobody answers any more', async () => {
    const { id, desk, ministry, inquiry, questions } = await asked();
    await db().transaction((tx) => to.advance.step(tx, desk, id, 'withdraw', { reason: '事業を見送るため' }));
    const rows = questions.map((row) => answered(row));
    await expect(to.answering.save(ministry, inquiry, { version: 1, rows })).rejects.toMatchObject({
      code: 'inquiry.case_moved_on',
    });
    const [{ eventId }] = await db().query(
      `SELECT id AS "eventId" FROM events WHERE consultation_id = $1 AND type = 'consultation.withdraw'`,
      [id],
    );
    const job = new CancelInquiriesOfWithdrawn(db(), to.desk);
    await job.run({ eventId });
    await job.run({ eventId });
    expect(await to.queries.get(desk, inquiry)).toMatchObject({ state: 'cancelled', allowedActions: [] });
    expect(await caseState(id)).toBe('withdrawn');
  });
});

describe('splitting questions', () => {
  it('adds, words and orders rows; what was asked keeps its words and stays', async () => {
    const scene = await aTriagedCase(db());
    const [bus = '', gas = '', example = ''] = scene.questions;
    await to.asking.ask(scene.desk, scene.id, [
      { ministryId: 'mlit', divisionId: null, questionRowIds: [bus], message: '' },
    ]);
    const { version } = await to.questions.get(scene.desk, scene.id);
    const rows = [
      { id: gas, text: 'バイオガスの売電の手続' },
      { text: '自動運転の許可の手順' },
      { id: bus, text: QUESTIONS[0] ?? '' },
    ];
    await expect(to.questions.put(scene.desk, scene.id, { version, rows: rows.slice(0, 2) })).rejects.toMatchObject({
      details: { fields: { rows: expect.stringMatching(/照会済みの質問は削除できません/) } },
    });
    const reworded = rows.map((row) => (row.id === bus ? { ...row, text: '別の質問' } : row));
    await expect(to.questions.put(scene.desk, scene.id, { version, rows: reworded })).rejects.toMatchObject({
      details: { fields: { 'rows.2.text': expect.any(String) } },
    });

    await to.questions.put(scene.desk, scene.id, { version, rows });
    const after = await to.questions.get(scene.desk, scene.id);
    expect(after.items.map(({ text, deskHolds, asked }) => [text, deskHolds, asked])).toEqual([
      ['バイオガスの売電の手続', true, false],
      ['自動運転の許可の手順', true, false],
      [QUESTIONS[0], false, true],
    ]);
    expect(after.items.some(({ id }) => id === example)).toBe(false);
  });

  it('refuses a stale list, and those who are not the desk', async () => {
    const scene = await aTriagedCase(db());
    const { version } = await to.questions.get(scene.desk, scene.id);
    const rows = [{ text: '一つにまとめた質問' }];
    await to.questions.put(scene.desk, scene.id, { version, rows });
    await expect(to.questions.put(scene.desk, scene.id, { version, rows })).rejects.toMatchObject({
      code: 'stale',
      details: { current: { total: 1 } },
    });
    await expect(to.questions.put(scene.town, scene.id, { version, rows })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});
