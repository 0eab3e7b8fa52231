import { beforeAll, beforeEach, describe, expect, it, test } from '@jest/globals';
import { aConsultation, aKarte, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { type KarteScene, karteScene } from '../../test/karte-scene.js';
import type { Actor } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
let scene: KarteScene;
let author: Actor & { id: string };
let colleague: Actor & { id: string };
let desk: Actor & { id: string };
let id: string;
const ofTown = (role: 'municipality' | 'approver', code = KAMISHIHORO) =>
  aPerson(db(), grant(role, { municipalityCode: code }));
const editsIn = async (consultationId: string) =>
  (await db().query(`SELECT 1 FROM events WHERE type = 'consultation.edit' AND consultation_id = $1`, [consultationId]))
    .length;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  await loadReferenceData(db());
  scene = await karteScene(db());
  author = await ofTown('municipality');
  colleague = await ofTown('approver');
  desk = await aPerson(db(), grant('desk'));
});
beforeEach(async () => {
  itIs('2026-11-20T10:32');
  id = await scene.creation.create(author, {});
});

describe('saving a draft', () => {
  it('keeps what is incomplete, and says when', async () => {
    const saved = await scene.kartes.save(author, id, {
      version: 1,
      karte: { title: '件名だけ', partners: [{ name: '' }] },
    });
    expect(saved).toEqual({ version: 2, savedAt: '2026-11-20T01:32:00.000Z' });
    expect(await scene.queries.sheet(colleague, id)).toMatchObject({
      version: 2,
      karte: { title: '件名だけ', partners: [{ name: '' }] },
      savedAt: '2026-11-20T01:32:00.000Z',
      savedBy: author.name,
    });
    const [{ title }] = await db().query('SELECT title FROM consultations WHERE id = $1', [id]);
    expect(title).toBe('件名だけ');
  });

  it('does nothing when nothing changed', async () => {
    const karte = { title: 'a', topics: ['data'] };
    await scene.kartes.save(author, id, { version: 1, karte });
    itIs('2026-11-20T10:40');
    const again = await scene.kartes.save(author, id, { version: 1, karte: { topics: ['data'], title: 'a' } });
    expect(again).toEqual({ version: 2, savedAt: '2026-11-20T01:32:00.000Z' });
  });

  it('shows both contents to whoever comes later: nobody silently wins', async () => {
    await scene.kartes.save(author, id, { version: 1, karte: { title: '先' }, memberCodes: [NISHIIZU] });
    await expect(scene.kartes.save(colleague, id, { version: 1, karte: { title: '後' } })).rejects.toMatchObject({
      kind: 'conflict',
      details: {
        current: {
          version: 2,
          karte: { title: '先' },
          memberCodes: [NISHIIZU],
          savedBy: author.name,
          savedAt: '2026-11-20T01:32:00.000Z',
        },
      },
    });
    await scene.kartes.save(colleague, id, { version: 2, karte: { title: '選んだ方' } });
    expect((await scene.queries.sheet(author, id)).karte).toEqual({ title: '選んだ方' });
  });

  it('lets exactly one of many at once through', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => scene.kartes.save(author, id, { version: 1, karte: { title: `${n}` } })),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await scene.queries.sheet(author, id)).version).toBe(2);
  });

  it('refuses what the form does not allow, by input', async () => {
    const karte = { title: '字'.repeat(51), elements: [{ content: '字'.repeat(121) }], x: 'y' };
    await expect(scene.kartes.save(author, id, { version: 1, karte })).rejects.toMatchObject({
      kind: 'invalid',
      details: {
        fields: { title: expect.any(String), 'elements.0.content': expect.any(String), x: expect.any(String) },
      },
    });
  });

  it('writes one line into the trail per sitting, not per autosave', async () => {
    for (const [minute, version] of [
      [33, 1],
      [34, 2],
      [50, 3],
    ] as const) {
      itIs(`2026-11-20T10:${minute}`);
      await scene.kartes.save(author, id, { version, karte: { title: `${minute}` } });
    }
    expect(await editsIn(id)).toBe(1);
    await scene.kartes.save(colleague, id, { version: 4, karte: { title: '同僚' } });
    itIs('2026-11-20T13:00');
    await scene.kartes.save(colleague, id, { version: 5, karte: { title: '午後' } });
    expect(await editsIn(id)).toBe(3);
  });
});

describe('a joint カルテ', () => {
  it('keeps its members, each once, and leaves them alone when none are sent', async () => {
    await scene.kartes.save(author, id, { version: 1, karte: {}, memberCodes: [NISHIIZU, NISHIIZU, '010006'] });
    await scene.kartes.save(author, id, { version: 2, karte: { title: 'a' } });
    expect((await scene.queries.sheet(author, id)).members).toEqual([
      { code: '010006', label: '北海道' },
      { code: NISHIIZU, label: '静岡県西伊豆町' },
    ]);
    await scene.kartes.save(author, id, { version: 3, karte: { title: 'a' }, memberCodes: [] });
    expect((await scene.queries.sheet(author, id)).members).toEqual([]);
  });

  test.each([['999999'], [KAMISHIHORO]])('may not have %s as a member', async (code) => {
    await expect(scene.kartes.save(author, id, { version: 1, karte: {}, memberCodes: [code] })).rejects.toMatchObject({
      details: { fields: { members: expect.stringContaining(code) } },
    });
  });

  it('is read by its members once it is submitted, and never written by them', async () => {
    const member = await ofTown('municipality', NISHIIZU);
    await scene.kartes.save(author, id, { version: 1, karte: aKarte(), memberCodes: [NISHIIZU] });
    await expect(scene.queries.sheet(member, id)).rejects.toMatchObject({ kind: 'notFound' });
    await scene.submissions.submit(colleague, id, { version: 2, confirmWarnings: false });
    expect((await scene.queries.sheet(member, id)).allowedActions).not.toContain('edit');
    await expect(scene.kartes.save(member, id, { version: 2, karte: {} })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('who writes and reads', () => {
  test('R8: a draft is private to its town', async () => {
    for (const person of [desk, await aPerson(db(), grant('manager')), await ofTown('municipality', NISHIIZU)]) {
      await expect(scene.queries.sheet(person, id)).rejects.toMatchObject({ kind: 'notFound' });
      await expect(scene.kartes.save(person, id, { version: 1, karte: {} })).rejects.toMatchObject({
        kind: 'notFound',
      });
    }
  });

  test('R5: after submitting nobody edits, also not by an old screen', async () => {
    const submitted = await aConsultation(db(), author, { state: 'submitted' });
    await expect(scene.kartes.save(author, submitted.id, { version: 1, karte: {} })).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('追記'),
    });
    await expect(scene.kartes.save(desk, submitted.id, { version: 1, karte: {} })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('the desk writes what it entered for a town', async () => {
    const proxy = await scene.creation.create(desk, { municipalityCode: NISHIIZU, proxyChannel: 'phone' });
    await expect(scene.kartes.save(desk, proxy, { version: 1, karte: { title: '電話で' } })).resolves.toMatchObject({
      version: 2,
    });
    expect((await scene.queries.sheet(await ofTown('municipality', NISHIIZU), proxy)).karte.title).toBe('電話で');
  });
});

describe('追記', () => {
  it('is added after submitting only, by the town, and found by the search', async () => {
    await expect(scene.additions.add(author, id, '早過ぎる')).rejects.toMatchObject({ kind: 'forbidden' });
    const submitted = await aConsultation(db(), author, { state: 'inquiring' });
    await expect(scene.additions.add(desk, submitted.id, '窓口から')).rejects.toMatchObject({ kind: 'forbidden' });
    await scene.additions.add(author, submitted.id, '冬の積雪量を補足します。');
    expect((await scene.queries.sheet(author, submitted.id)).additions).toMatchObject([
      { text: '冬の積雪量を補足します。', author: author.name, writtenAt: '2026-11-20T01:32:00.000Z' },
    ]);
    const [{ found }] = await db().query(
      `SELECT c.search_text LIKE '%積雪量%' AND d.grams @@ '''積雪'''::tsquery AS found
       FROM consultations c JOIN searched_cases d ON d.consultation_id = c.id WHERE c.id = $1`,
      [submitted.id],
    );
    expect(found).toBe(true);
    const [event] = await db().query(`SELECT audience, data FROM events WHERE type = 'consultation.add'`);
    expect(event).toEqual({ audience: 'town', data: { additionId: expect.any(String) } });
  });
});
