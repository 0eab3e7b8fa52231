import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { anAnswer, answered, aTriagedCase, inquiryServices, ofMinistry, QUESTIONS } from '../../test/inquiry-scene.js';

const db = testDatabase();
let to: Awaited<ReturnType<typeof inquiryServices>>;
const [BUS = '', GAS = '', EXAMPLES = ''] = QUESTIONS;

beforeEach(() => itIs('2026-11-20T09:00'));
beforeAll(async () => {
  to = await inquiryServices(db());
});

/** 国土交通省 is asked all three questions of a new case. */
async function asked() {
  const scene = await aTriagedCase(db());
  const [id = ''] = await to.asking.ask(scene.desk, scene.id, [
    { ministryId: 'mlit', divisionId: null, questionRowIds: scene.questions, message: '' },
  ]);
  return { ...scene, inquiry: id, writer: await ofMinistry(db(), 'mlit') };
}

/** A case that 国土交通省 has answered, with other words for each question. */
async function answeredBefore() {
  const { inquiry, writer, questions } = await asked();
  const words = [
    { measureName: '自動運転の補助', points: '車両の改造に使えます。' },
    { measureName: '売電の手続', points: '届出が要ります。' },
    { measureName: '先行する町', points: '視察を受け入れています。' },
  ];
  const rows = questions.map((question, i) => answered(question, words[i]));
  const version = await to.answering.save(writer, inquiry, { version: 1, rows });
  await to.answering.answer(writer, inquiry, { version });
}

it('come for each open question, those that share its telling words first, with question and source', async () => {
  await answeredBefore();
  itIs('2026-11-24T09:00');
  const { writer, inquiry, questions } = await asked();
  const { items, total } = await to.earlier.of(writer, inquiry);
  expect([total, items.map(({ questionRowId }) => questionRowId)]).toEqual([3, questions]);
  const first = items.map(({ answers }) => answers[0]);
  expect(first.map((one) => [one?.measureName, one?.question])).toEqual([
    ['自動運転の補助', BUS],
    ['売電の手続', GAS],
    ['先行する町', EXAMPLES],
  ]);
  expect(first[0]).toMatchObject({ number: expect.stringMatching(/^新結合-/), answeredAt: '2026-11-20T00:00:00.000Z' });
  expect(first[0]?.words.join()).toMatch(/自動運転/);
  for (const { answers } of items) expect(answers.length).toBeLessThanOrEqual(10);
});

it('are taken over with their source, which ministry and desk can read', async () => {
  const { writer, inquiry, questions, desk } = await asked();
  const [source] = (await to.earlier.of(writer, inquiry)).items[0]?.answers ?? [];
  const rows = [answered(questions[0] ?? '', { ...anAnswer(), basedOn: source?.id })];
  await to.answering.save(writer, inquiry, { version: 1, rows });
  const answerSeenBy = async (reader: typeof writer) => (await to.queries.get(reader, inquiry)).rows[0]?.answers[0];
  expect(await answerSeenBy(writer)).toMatchObject({ basedOn: source?.id, basedOnNumber: source?.number });
  await to.answering.save(writer, inquiry, { version: 2, rows });
  await to.answering.answer(writer, inquiry, { version: 3, questionRowIds: questions.slice(0, 1) });
  expect(await answerSeenBy(desk)).toMatchObject({ basedOnNumber: source?.number });
});

it('of another ministry are no source, nor is a draft of the own one', async () => {
  const mlit = await asked();
  const version = await to.answering.save(mlit.writer, mlit.inquiry, {
    version: 1,
    rows: mlit.questions.map((id) => answered(id)),
  });
  const [draft] = (await to.queries.get(mlit.writer, mlit.inquiry)).rows[1]?.answers ?? [];
  const sent = (await to.earlier.of(mlit.writer, mlit.inquiry)).items[0]?.answers[0];
  const scene = await aTriagedCase(db());
  const [inquiry = ''] = await to.asking.ask(scene.desk, scene.id, [
    { ministryId: 'maff', divisionId: null, questionRowIds: scene.questions, message: '' },
  ]);
  const maff = await ofMinistry(db(), 'maff');
  const row = (basedOn?: string) => [answered(scene.questions[0] ?? '', { basedOn })];
  await expect(to.answering.save(maff, inquiry, { version: 1, rows: row(sent?.id) })).rejects.toMatchObject({
    details: { fields: { 'rows.0.answers.0.basedOn': expect.any(String) } },
  });
  const own = [answered(mlit.questions[0] ?? '', { basedOn: draft?.id })];
  await expect(to.answering.save(mlit.writer, mlit.inquiry, { version, rows: own })).rejects.toMatchObject({
    kind: 'invalid',
  });
});
