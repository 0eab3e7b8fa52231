import { beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aClosedCase, contentOf } from '../../test/sheet-scene.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { CaseSheet, CaseSheetPage } from '../contract/case-sheets.js';
import type { GoodPractice, GoodPracticeDetail, PracticeApplications } from '../contract/good-practices.js';

import { RemindOfConsents } from './remind-of-consents.job.js';

const db = testDatabase();
const api = testApi(db);
type Who = { id: string };
type List = { items: GoodPractice[]; total: number };

beforeEach(async () => {
  itIs('2026-11-20T09:00');
});

const page = async (who: Who, id: string) =>
  (await api.as(who).get<CaseSheetPage>(`/consultations/${id}/case-sheet`)).body;
async function sheetOf(who: Who, id: string): Promise<CaseSheet> {
  const { sheet } = await page(who, id);
  if (!sheet) throw new Error('there is no sheet');
  return sheet;
}
/** Takes a step with the version that stands there now. */
async function take(who: Who, desk: Who, id: string, action: string, body: object = {}) {
  const { id: sheet, version } = await sheetOf(desk, id);
  return (await api.as(who).post(`/case-sheets/${sheet}/${action}`, { version, ...body })).status;
}
const library = async (who: Who, query = '') =>
  (await api.as(who).get<List>(`/good-practices?source=caseSheet&size=100${query}`)).body.items;

async function aDraft(karte: Parameters<typeof aClosedCase>[1] = {}) {
  const scene = await aClosedCase(db(), karte);
  const { status } = await api.as(scene.desk).post(`/consultations/${scene.id}/case-sheet`);
  expect(status).toBe(201);
  return scene;
}

async function aPublished(karte: Parameters<typeof aClosedCase>[1] = {}) {
  const scene = await aDraft(karte);
  const { id, desk, approver } = scene;
  expect(await take(desk, desk, id, 'ask')).toBe(204);
  expect(await take(approver, desk, id, 'agree')).toBe(204);
  expect(await take(desk, desk, id, 'publish')).toBe(204);
  return { ...scene, sheet: await sheetOf(desk, id) };
}

it('begins with the カルテ and the sent reply, and with nothing that stayed inward', async () => {
  const { id, desk, town } = await aDraft();
  expect(await sheetOf(desk, id)).toMatchObject({
    state: 'drafting',
    elements: ['レベル4の自動運転バス', '家畜ふん尿のバイオガス発電'],
    partners: [{ name: '試験牧場株式会社', role: '発電設備の運営' }],
    support: '・issuedReplyの言葉',
    results: '',
    pillar: { code: '2' },
    places: [{ label: '北海道上士幌町' }, { label: '静岡県西伊豆町' }],
    named: true,
    allowedActions: ['save', 'ask'],
  });
  expect(await page(town, id)).toEqual({ sheet: null, mayDraft: false, whyNot: null });
  expect((await api.as(desk).post(`/consultations/${id}/case-sheet`)).status).toBe(409);
});

it('goes to the town, comes back in its words, and stands in the library with its consent only', async () => {
  const { id, desk, town, approver, member } = await aDraft();
  const draft = contentOf(await sheetOf(desk, id));
  const sheet = (await sheetOf(desk, id)).id;
  const saved = await api.as(desk).put(`/case-sheets/${sheet}`, { ...draft, results: '1便を運行した。', elements: [] });
  expect(saved.body).toEqual({ version: 2 });
  expect((await api.as(desk).put(`/case-sheets/${sheet}`, draft)).problem.code).toBe('stale');
  expect(await take(desk, desk, id, 'ask')).toBe(422);
  await api.as(desk).put(`/case-sheets/${sheet}`, { ...draft, version: 2 });
  expect(await take(desk, desk, id, 'ask')).toBe(204);

  const { title, elements, situation, initiative, partners, support } = draft;
  const words = {
    title,
    elements,
    situation,
    initiative,
    partners,
    support,
    results: '町の言葉で書いた結果',
    named: true,
  };
  const { version } = await sheetOf(town, id);
  expect((await api.as(member).put(`/case-sheets/${sheet}/words`, { version, ...words })).status).toBe(403);
  expect((await api.as(desk).put(`/case-sheets/${sheet}/words`, { version, ...words })).status).toBe(403);
  expect((await api.as(town).put(`/case-sheets/${sheet}/words`, { version, ...words })).status).toBe(200);
  expect((await api.as(desk).put(`/case-sheets/${sheet}`, { ...draft, version: version + 1 })).status).toBe(409);

  expect(await take(town, desk, id, 'agree')).toBe(403);
  expect(await take(desk, desk, id, 'publish')).toBe(409);
  expect(await library(desk)).toEqual([]);
  expect(await take(approver, desk, id, 'agree')).toBe(204);
  expect(await take(desk, desk, id, 'publish')).toBe(204);

  const elsewhere = await aPerson(db(), grant('municipality', { municipalityCode: '131130' }));
  expect(await library(elsewhere, `&prefecture=22`)).toMatchObject([
    { id: sheet, source: 'caseSheet', places: [{ label: '北海道上士幌町' }, { label: '静岡県西伊豆町' }] },
  ]);
  expect(await library(elsewhere, `&q=${encodeURIComponent('町の言葉')}`)).toHaveLength(1);
  expect(await library(elsewhere, '&municipality=016331')).toHaveLength(1);
  expect(await library(elsewhere, '&municipality=016322')).toHaveLength(0);
  const { body } = await api.as(elsewhere).get<GoodPracticeDetail>(`/good-practices/${sheet}`);
  expect(body.sheet).toMatchObject({ publishedOn: '2026-11-20', results: '町の言葉で書いた結果' });
  expect(body.sourceRef).toBe('事例票、令和8年11月20日公開');

  expect(await take(desk, desk, id, 'recommend', { recommended: true })).toBe(204);
  expect((await library(elsewhere))[0]?.recommended).toBe(true);

  expect(await take(town, desk, id, 'withdraw')).toBe(204);
  expect(await library(elsewhere)).toEqual([]);
  expect((await api.as(elsewhere).get(`/good-practices/${sheet}`)).status).toBe(404);
  const ended = await sheetOf(town, id);
  expect(ended).toMatchObject({ state: 'withdrawn', recommended: false, publishedOn: null, allowedActions: [] });
  expect(ended.history.map(({ what }) => what)).toEqual([
    '事例票の案を団体に送り、公表の同意を求めました。',
    '事例票の案を団体の言葉に直しました。',
    '事例票の公表に同意しました。',
    '事例票を好事例として公開しました。',
    '事例票の推薦を変更しました。',
    '事例票の公表の同意を撤回しました。',
  ]);
});

it('is corrected only on the way back through a new consent', async () => {
  const { id, desk, approver, sheet } = await aPublished();
  expect(await take(desk, desk, id, 'takeOut', { reason: '誤字の訂正' })).toBe(204);
  expect((await api.as(desk).get(`/good-practices/${sheet.id}`)).status).toBe(404);
  expect(await page(approver, id)).toMatchObject({ sheet: null });
  expect(await take(desk, desk, id, 'publish')).toBe(409);
  expect(await take(desk, desk, id, 'ask')).toBe(204);
  expect(await take(approver, desk, id, 'decline', { reason: '' })).toBe(422);
  expect(await take(approver, desk, id, 'decline', { reason: '議会の前のため' })).toBe(204);
  const { history } = await sheetOf(desk, id);
  expect(history.at(-1)).toMatchObject({ what: '事例票の公表に同意しませんでした。', reason: '議会の前のため' });
  expect(await take(desk, desk, id, 'redraft')).toBe(204);
});

it('names no town that did not want to be named', async () => {
  const { id, desk, approver } = await aDraft({ publication: 'anonymous' });
  const draft = await sheetOf(desk, id);
  expect(draft).toMatchObject({ named: false, partners: [] });
  await take(desk, desk, id, 'ask');
  await take(approver, desk, id, 'agree');
  await take(desk, desk, id, 'publish');
  const { body, text } = await api.as(desk).get<GoodPracticeDetail>(`/good-practices/${draft.id}`);
  expect(body.places).toEqual([
    { municipalityCode: '010006', label: '北海道' },
    { municipalityCode: '220001', label: '静岡県' },
  ]);
  expect(text).not.toContain('上士幌');
  expect(text).not.toContain('西伊豆');
});

it('is not begun before the reply, nor where the town wants nothing published', async () => {
  const { id, desk } = await aClosedCase(db(), { publication: 'closed' });
  expect(await page(desk, id)).toMatchObject({ mayDraft: false, whyNot: expect.stringContaining('公表しない') });
  expect((await api.as(desk).post(`/consultations/${id}/case-sheet`)).status).toBe(409);
  const open = await aConsultation(db(), desk, { state: 'triaged', municipalityCode: KAMISHIHORO });
  expect((await api.as(desk).post(`/consultations/${open.id}/case-sheet`)).status).toBe(409);
});

it('has the consent of a town without an account written down by the desk, with how it came', async () => {
  const { id, desk } = await aDraft();
  await take(desk, desk, id, 'ask');
  expect(await take(desk, desk, id, 'agree', { note: '電話で確認' })).toBe(403);
  await db().query(`UPDATE consultations SET proxy_channel = 'phone' WHERE id = $1`, [id]);
  expect(await take(desk, desk, id, 'agree')).toBe(422);
  expect(await take(desk, desk, id, 'agree', { note: '11月20日、企画課長からメールで同意' })).toBe(204);
});

it('is a beginning for others, who link back as far as the reader may see', async () => {
  const { sheet, desk, town } = await aPublished();
  const other = await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU }));
  const began = await api.as(other).post<{ id: string }>('/consultations', { practiceId: sheet.id });
  expect(began.status).toBe(201);
  const seenBy = async (who: Who) =>
    (await api.as(who).get<PracticeApplications>(`/good-practices/${sheet.id}/applications`)).body;
  expect(await seenBy(other)).toMatchObject({
    consultations: [{ id: began.body.id, municipality: '静岡県西伊豆町', stateLabel: '下書き' }],
    total: 1,
  });
  expect(await seenBy(desk)).toEqual({ consultations: [], total: 0, practices: [] });
  expect(await seenBy(town)).toEqual({ consultations: [], total: 0, practices: [] });
  expect((await api.as(other).get(`/consultations/${began.body.id}`)).body).toMatchObject({
    practice: { id: sheet.id, name: sheet.title },
  });

  const next = await aDraft();
  const draft = await sheetOf(next.desk, next.id);
  const content = { ...contentOf(draft), practiceId: sheet.id };
  const unknown = await api.as(next.desk).put(`/case-sheets/${draft.id}`, { ...content, practiceId: 'gp-9-99' });
  expect(unknown.problem.fields).toHaveProperty('practiceId');
  expect((await api.as(next.desk).put(`/case-sheets/${draft.id}`, content)).status).toBe(200);
  await take(next.desk, next.desk, next.id, 'ask');
  await take(next.approver, next.desk, next.id, 'agree');
  expect((await seenBy(town)).practices).toEqual([]);
  await take(next.desk, next.desk, next.id, 'publish');
  expect((await seenBy(town)).practices).toMatchObject([{ id: draft.id }]);
});

it('reminds a town once, ten business days after each time it was asked, and takes no silence for consent', async () => {
  const { id, desk, approver } = await aDraft();
  const clock = new Clock();
  const remind = async (at: string) => {
    itIs(at);
    const job = new RemindOfConsents(db(), await new Calendar(db(), clock).reload());
    await Promise.all([job.run(), job.run()]);
    const [{ n }] = await db().query(
      `SELECT count(*)::int AS n FROM events WHERE type = 'caseSheet.remind' AND consultation_id = $1`,
      [id],
    );
    return n;
  };
  expect(await remind('2026-12-04T09:00')).toBe(0);
  itIs('2026-11-20T09:00');
  expect(await take(desk, desk, id, 'ask')).toBe(204);
  expect(await remind('2026-12-04T09:00')).toBe(0);
  expect(await remind('2026-12-05T09:00')).toBe(0);
  expect(await remind('2026-12-07T09:00')).toBe(1);
  expect(await remind('2027-03-01T09:00')).toBe(1);
  expect((await sheetOf(desk, id)).state).toBe('asked');
  expect(await take(desk, desk, id, 'recall')).toBe(204);
  expect(await take(desk, desk, id, 'ask')).toBe(204);
  expect(await remind('2027-03-15T09:00')).toBe(2);
  expect(await take(approver, desk, id, 'agree')).toBe(204);
  expect(await remind('2027-06-01T09:00')).toBe(2);
});
