import { beforeEach, expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { testApi } from '../../test/api.js';
import { aPerson, grant, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCaseInApproval, anAnsweredCase, anIssuedReply } from '../../test/reply-scene.js';
import type { Refreshed, ReplyPage } from '../contract/replies.js';
import { RenderReply } from './render-reply.job.js';

const db = testDatabase();
const api = testApi(db);
beforeEach(() => itIs('2026-11-20T09:00'));

const path = (id: string, rest = '') => `/consultations/${id}/reply${rest}`;
const kept = async () => Number((await db().query('SELECT count(*) FROM reply_documents'))[0].count);

it('goes its whole way over HTTP', async () => {
  const { id, town, desk, manager } = await anAnsweredCase(db());
  const asDesk = api.as(desk);
  expect((await asDesk.get<ReplyPage>(path(id))).body).toMatchObject({ reply: null, allowedActions: ['draftReply'] });

  const drafted = await asDesk.post<Refreshed>(path(id));
  expect([drafted.status, drafted.body.added.length]).toEqual([201, 5]);
  const page = (await asDesk.get<ReplyPage>(path(id))).body;
  expect(page.workshop?.findings).toEqual([]);
  expect(page.allowedActions).toEqual(['requestApproval', 'save', 'refresh', 'takeMeasures', 'updateMeasure']);

  const { version, subject, greeting, passages, contacts, closing } = page.reply ?? ({} as never);
  const content = { version, subject: `${subject}　追記`, greeting, passages, contacts, closing };
  expect((await asDesk.put(path(id), content)).body).toEqual({ version: version + 1 });
  const stale = await asDesk.put(path(id), content);
  expect([stale.status, stale.problem.current]).toEqual([409, expect.objectContaining({ version: version + 1 })]);
  expect((await asDesk.put(path(id), { ...content, subject: 'あ'.repeat(201) })).problem.fields).toHaveProperty(
    'subject',
  );

  expect((await asDesk.post(path(id, '/request-approval'), { version: version + 1 })).status).toBe(204);
  expect((await api.as(manager).post(path(id, '/send-back'), { version: version + 1, comment: ' ' })).status).toBe(422);
  expect((await api.as(manager).post(path(id, '/approve'), { version: version + 1 })).status).toBe(204);
  expect((await api.as(manager).post(path(id, '/approve'), { version: version + 1 })).status).toBe(409);

  const seen = (await api.as(town).get<ReplyPage>(path(id))).body;
  expect(seen.reply?.subject).toMatch(/追記$/);
  expect([seen.workshop, seen.issued.length]).toEqual([null, 1]);
});

it('shows the town and the ministries nothing before it was issued, and a copy afterwards', async () => {
  const { id, town, manager, version } = await aCaseInApproval(db());
  const ministry = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
  const readers = [town, ministry].map((person) => api.as(person));
  for (const reader of readers) {
    const before = await reader.get<ReplyPage>(path(id));
    expect(before.body).toEqual({ reply: null, workshop: null, issued: [], allowedActions: [] });
    expect((await reader.get(path(id, '.pdf'))).status).toBe(404);
  }
  await api.as(manager).post(path(id, '/approve'), { version });
  for (const reader of readers) {
    expect((await reader.get<ReplyPage>(path(id))).body.reply?.state).toBe('approved');
    expect((await reader.get(path(id, '.pdf'))).headers['content-type']).toBe('application/pdf');
  }
});

it('is closed to all who may not read the case', async () => {
  const { id } = await anIssuedReply(db());
  const strangers = [
    await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU })),
    await aPerson(db(), grant('ministry', { ministryId: 'maff' })),
    await aPerson(db(), grant('prefecture', { municipalityCode: '010006' })),
    await aPerson(db(), grant('admin')),
  ];
  for (const stranger of strangers) {
    expect((await api.as(stranger).get(path(id))).status).toBe(404);
    expect((await api.as(stranger).get(path(id, '.pdf'))).status).toBe(404);
    expect((await api.as(stranger).post(path(id, '/approve'), { version: 1 })).status).toBe(404);
  }
});

it('renders an issued reply once, keeps it, and writes down who took it', async () => {
  const { id, town, desk } = await anIssuedReply(db());
  const before = await kept();
  const [event] = await db().query(`SELECT id FROM events WHERE type = 'consultation.approve' AND subject_id = $1`, [
    id,
  ]);
  await api.app().get(RenderReply).run({ eventId: event.id });
  await api.app().get(RenderReply).run({ eventId: event.id });
  expect(await kept()).toBe(before + 1);

  const answer = await api.as(town).get(path(id, '.pdf'));
  expect(String(answer.headers['content-disposition'])).toMatch(
    /^inline; filename="reply.pdf"; filename\*=UTF-8''%E5%9B%9E/,
  );
  expect(await kept()).toBe(before + 1);
  await api.as(desk).get(path(id, '.pdf'));
  const [{ count }] = await db().query(
    `SELECT count(*) FROM events WHERE type = 'reply.download' AND consultation_id = $1`,
    [id],
  );
  expect(count).toBe('2');
});

it('shows the desk a draft that says so', async () => {
  const { id, desk } = await aCaseInApproval(db());
  const before = await kept();
  const response = await api.as(desk).get(path(id, '.pdf'));
  const parser = new PDFParse({ data: new Uint8Array(response.bytes) });
  expect((await parser.getText()).text).toContain('（案）');
  await parser.destroy();
  expect(await kept()).toBe(before);
});
