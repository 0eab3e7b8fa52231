import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aConsultation, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { type KarteScene, karteScene } from '../../test/karte-scene.js';
import type { Actor } from '../identity/actor.js';
import { SESSION_COOKIE } from '../identity/session.guard.js';
import { Sessions } from '../identity/sessions.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
const api = testApi(db);
let scene: KarteScene;
let author: Actor & { id: string };
let desk: Actor & { id: string };
const PDF = Buffer.from('%PDF-1.7 地図');
const namesOf = async (id: string) => (await scene.queries.sheet(author, id)).attachments.map(({ name }) => name);

/** As a browser sends it. */
async function upload(id: string, name: string, content: Buffer) {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(content)]), name);
  const request = new Request('http://x', { method: 'POST', body: form });
  const answer = await api.app().inject({
    method: 'POST',
    url: `/api/consultations/${id}/attachments`,
    headers: {
      'content-type': request.headers.get('content-type') ?? '',
      cookie: `${SESSION_COOKIE}=${await api.app().get(Sessions).open(author.id, 'jest')}`,
    },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  await loadReferenceData(db());
  scene = await karteScene(db());
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  desk = await aPerson(db(), grant('desk'));
});

describe('uploading', () => {
  it('keeps the file under its Japanese name, and gives it back as a download only', async () => {
    const { id } = await aConsultation(db(), author);
    const { status, body } = await upload(id, '../町の計画（案）.pdf', PDF);
    expect(status).toBe(201);
    expect((await scene.queries.sheet(author, id)).attachments).toEqual([
      {
        id: body.id,
        name: '町の計画（案）.pdf',
        type: 'application/pdf',
        bytes: PDF.length,
        addedAt: '2026-11-20T00:00:00.000Z',
        addedBy: author.name,
        reading: 'waiting',
      },
    ]);
    const file = await api.as(author).get(`/attachments/${body.id}`);
    expect(file.text).toBe(PDF.toString());
    expect(file.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('町の計画（案）.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const events = await db().query('SELECT type, audience FROM events WHERE subject_id = $1 ORDER BY id', [body.id]);
    expect(events).toEqual([
      { type: 'consultation.attach', audience: 'town' },
      { type: 'attachment.read', audience: 'none' },
    ]);
  });

  it('says what is wrong in Japanese: too large, no file, wrong kind', async () => {
    const { id } = await aConsultation(db(), author);
    const large = await upload(id, '大.pdf', Buffer.concat([PDF, Buffer.alloc(10 * 1024 * 1024)]));
    expect([large.status, large.body.fields.file]).toEqual([
      422,
      '「大.pdf」は10MBを超えています。分割するか、縮小してください。',
    ]);
    const kind = await upload(id, '表.xlsm', PDF);
    expect([kind.status, kind.body.fields.file]).toEqual([422, expect.stringContaining('マクロ')]);
    const none = await api.as(author).post<unknown>(`/consultations/${id}/attachments`, {});
    expect([none.status, none.problem.fields?.file]).toEqual([422, '添付するファイルを選んでください。']);
    expect(await namesOf(id)).toEqual([]);
  });

  it('takes 20 per case, also when they come at once', async () => {
    const { id } = await aConsultation(db(), author);
    const results = await Promise.allSettled(
      Array.from({ length: 23 }, (_, n) => scene.attachments.attach(author, id, `${n}.pdf`, PDF)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
    const refused = results.find((one) => one.status === 'rejected');
    expect(refused?.reason.details.fields.file).toContain('20件まで');
  });
});

describe('who', () => {
  it('reads it: whoever reads the case, nobody else', async () => {
    const { id } = await aConsultation(db(), author, { state: 'submitted' });
    const file = await scene.attachments.attach(author, id, '追加.pdf', PDF);
    await expect(scene.attachments.read(desk, file)).resolves.toMatchObject({ name: '追加.pdf' });
    const strangers = [
      grant('municipality', { municipalityCode: NISHIIZU }),
      grant('ministry', { ministryId: 'mlit' }),
      grant('admin'),
    ];
    for (const stranger of strangers) {
      await expect(scene.attachments.read(await aPerson(db(), stranger), file)).rejects.toMatchObject({
        kind: 'notFound',
      });
    }
  });

  it('adds it: the town, also with a 追記, never the desk', async () => {
    const { id } = await aConsultation(db(), author, { state: 'inquiring' });
    await expect(scene.attachments.attach(desk, id, 'x.pdf', PDF)).rejects.toMatchObject({ kind: 'forbidden' });
    await scene.attachments.attach(author, id, '追加.pdf', PDF);
    const closed = await aConsultation(db(), author, { state: 'closed' });
    await expect(scene.attachments.attach(author, closed.id, 'x.pdf', PDF)).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  it('removes it: the town while it edits; what was submitted stays', async () => {
    const { id } = await aConsultation(db(), author);
    const file = await scene.attachments.attach(author, id, '誤り.pdf', PDF);
    await expect(scene.attachments.remove(desk, file)).rejects.toMatchObject({ kind: 'notFound' });
    await scene.attachments.remove(author, file);
    expect(await namesOf(id)).toEqual([]);
    await expect(scene.attachments.read(author, file)).rejects.toMatchObject({ kind: 'notFound' });
    await expect(scene.attachments.remove(author, file)).rejects.toMatchObject({ kind: 'notFound' });

    const submitted = await aConsultation(db(), author, { state: 'submitted' });
    const kept = await scene.attachments.attach(author, submitted.id, '提出後.pdf', PDF);
    await expect(scene.attachments.remove(author, kept)).rejects.toMatchObject({ kind: 'conflict' });
  });
});

test('over HTTP: create, save, a stale save with the current content, submit without waiting for others', async () => {
  const approver = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  const http = api.as(approver);
  const { body } = await http.post<{ id: string }>('/consultations', {});
  const path = `/consultations/${body.id}`;
  const saved = await http.put<{ version: number }>(`${path}/karte`, { version: 1, karte: { title: '一' } });
  expect([saved.status, saved.body.version]).toEqual([200, 2]);
  const stale = await http.put(`${path}/karte`, { version: 1, karte: { title: '二' } });
  expect([stale.status, stale.problem.current]).toMatchObject([409, { version: 2, karte: { title: '一' } }]);
  const submit = await http.post(`${path}/submit`, { version: 2 });
  expect([submit.status, submit.problem.fields?.vision]).toEqual([
    422,
    '「目指す姿・実現したいこと」を入力してください。',
  ]);
  const sheet = await http.get<{ form: { items: unknown[] }; choices: object }>(`${path}/karte`);
  expect([sheet.status, sheet.body.form.items.length, Object.keys(sheet.body.choices)]).toEqual([
    200,
    24,
    ['policyFields', 'policyPillars', 'ministries'],
  ]);
});
