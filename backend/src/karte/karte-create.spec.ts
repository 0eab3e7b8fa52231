import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { aConsultation, aKarte, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { type KarteScene, karteScene } from '../../test/karte-scene.js';
import { aSupportForm, aSupportRequest } from '../../test/support-scene.js';
import { aTeam } from '../../test/team-scene.js';
import type { Actor } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';
import { KarteOptionsQueries } from './karte-options.queries.js';

const db = testDatabase();
let scene: KarteScene;
let author: Actor & { id: string };
let desk: Actor & { id: string };
const town = (code: string, role: 'municipality' | 'approver' = 'municipality') =>
  grant(role, { municipalityCode: code });
const sheetOf = async (actor: Actor, id: string) => (await scene.queries.sheet(actor, id)).karte;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  await loadReferenceData(db());
  scene = await karteScene(db());
  author = await aPerson(db(), town(KAMISHIHORO));
  desk = await aPerson(db(), grant('desk'));
});

describe('a new カルテ', () => {
  it('knows the town and the person, and the office from the last one', async () => {
    const first = await scene.creation.create(author, {});
    expect(await scene.queries.sheet(author, first)).toMatchObject({
      state: 'draft',
      number: null,
      municipality: { code: KAMISHIHORO, label: '北海道上士幌町' },
      karte: { contactName: author.name, email: `${author.id}@test.example` },
      version: 1,
      allowedActions: expect.arrayContaining(['edit', 'attach', 'requestReview', 'withdraw']),
    });
    await scene.kartes.save(author, first, {
      version: 1,
      karte: { department: '企画課', tel: '0156-00-0000', title: '一' },
    });

    itIs('2026-11-20T09:01');
    const second = await sheetOf(author, await scene.creation.create(author, {}));
    expect(second).toMatchObject({ department: '企画課', tel: '0156-00-0000', contactName: author.name });
    expect(second.title).toBeUndefined();
  });

  it('begins with nothing that a team asked for 後方支援, by whom and for what town ever', async () => {
    const both = await aPerson(db(), town(KAMISHIHORO), grant('officer'));
    const first = await scene.creation.create(both, {});
    await scene.kartes.save(both, first, { version: 1, karte: { department: '企画課', title: '一' } });
    itIs('2026-11-20T09:02');
    const { id: team } = await aTeam(db(), desk.id, { officers: [both], town: both });
    const form = aSupportForm({ title: '後方支援の依頼' });
    await aSupportRequest(db(), team, { state: 'submitted', by: both.id, owner: desk.id, form });
    const { kartes } = await new KarteOptionsQueries(db()).get(both);
    expect(kartes.map(({ title }) => title)).not.toContain('後方支援の依頼');
    itIs('2026-11-20T09:03');
    expect(await sheetOf(both, await scene.creation.create(both, {}))).toMatchObject({ department: '企画課' });
  });

  it('starts from the facts of a good practice', async () => {
    const [practice] = await db().query(
      `SELECT id, elements FROM good_practices WHERE name LIKE '%自動運転%' ORDER BY id LIMIT 1`,
    );
    const id = await scene.creation.create(author, { practiceId: practice.id });
    const karte = await sheetOf(author, id);
    expect((karte.elements as { content: string }[]).map(({ content }) => content)).toEqual(practice.elements);
    expect(karte.title).toBeUndefined();
  });

  test('every good practice makes a draft that can be kept', async () => {
    for (const { id } of await db().query('SELECT id FROM good_practices')) {
      await expect(scene.creation.create(author, { practiceId: id })).resolves.toEqual(expect.any(String));
    }
  });

  it('starts from last year: texts and partners, not dates, consents, attachments or number', async () => {
    const karte = aKarte({
      consulter: 'withPartners',
      partners: [{ name: '農協', role: '運営', attendance: 'yes' }],
      deadline: '2026-12-15',
      candidateDays: [{ day: '2026-12-01', time: '午後' }],
    });
    const source = await scene.creation.create(author, { karte });
    await scene.kartes.save(author, source, { version: 1, karte, memberCodes: [NISHIIZU] });
    await scene.attachments.attach(author, source, '地図.pdf', Buffer.from('%PDF-1.7'));
    const approver = await aPerson(db(), town(KAMISHIHORO, 'approver'));
    await scene.submissions.submit(approver, source, { version: 2, confirmWarnings: false });

    const clone = await scene.queries.sheet(approver, await scene.creation.create(approver, { cloneOf: source }));
    const { deadline: _, candidateDays: __, shareMinistries: ___, sharePrefecture: ____, ...texts } = karte;
    expect(clone).toMatchObject({ number: null, state: 'draft', attachments: [], members: [{ code: NISHIIZU }] });
    expect(clone.karte).toEqual({
      ...texts,
      contactName: approver.name,
      email: `${approver.id}@test.example`,
      contactKana: '',
    });
  });

  test('a clone leaves out what a newer form no longer has', async () => {
    const old = await scene.creation.create(author, { karte: { title: '残る', handling: '消える' } });
    await db().query(
      `INSERT INTO form_definitions (form, version, name, items, notices, valid_from, source)
       SELECT form, 2, name, jsonb_path_query_array(items, '$[*] ? (@.no != 24)'), notices, '2026-11-20', 'テスト' FROM form_definitions`,
    );
    const clone = await scene.queries.sheet(author, await scene.creation.create(author, { cloneOf: old }));
    expect([clone.form.version, clone.karte.title, clone.karte.handling]).toEqual([2, '残る', undefined]);
    expect((await scene.queries.sheet(author, old)).form.version).toBe(1);
    await db().query(`UPDATE form_definitions SET valid_from = '2099-04-01' WHERE version = 2`);
  });
});

describe('what one may begin with', () => {
  it('is the own towns and their カルテ, for the desk the ways in which it receives one', async () => {
    const both = await aPerson(db(), town(NISHIIZU), town(NISHIIZU, 'approver'));
    const options = new KarteOptionsQueries(db());
    expect(await options.get(both)).toEqual({
      towns: [{ code: NISHIIZU, label: '静岡県西伊豆町' }],
      proxyChannels: [],
      kartes: [],
    });
    const { kartes } = await options.get(author);
    expect(kartes.length).toBeGreaterThan(0);
    expect(kartes.every(({ town: label, title }) => label === '北海道上士幌町' && title !== '')).toBe(true);
    expect((await options.get(desk)).proxyChannels.map(({ label }) => label)).toEqual([
      'メール',
      '電話',
      '来訪',
      '郵送',
    ]);
  });
});

describe('who may write one', () => {
  it('asks which town, where a person has two', async () => {
    const both = await aPerson(db(), town(KAMISHIHORO), town(NISHIIZU, 'approver'));
    await expect(scene.creation.create(both, {})).rejects.toMatchObject({
      kind: 'invalid',
      details: { fields: { municipalityCode: expect.stringContaining('選んで') } },
    });
    const id = await scene.creation.create(both, { municipalityCode: NISHIIZU });
    expect((await scene.queries.sheet(both, id)).municipality.label).toBe('静岡県西伊豆町');
  });

  it('lets the desk enter one for a town, marked, without the desk as the contact', async () => {
    await expect(scene.creation.create(desk, { municipalityCode: NISHIIZU })).rejects.toMatchObject({
      kind: 'invalid',
    });
    await expect(scene.creation.create(desk, { proxyChannel: 'mail' })).rejects.toMatchObject({ kind: 'invalid' });
    const id = await scene.creation.create(desk, { municipalityCode: NISHIIZU, proxyChannel: 'mail' });
    const sheet = await scene.queries.sheet(desk, id);
    expect([sheet.proxyChannel, sheet.karte]).toEqual(['mail', {}]);
  });

  test('R1: a body that is not registered, or has ended, is refused', async () => {
    await expect(
      scene.creation.create(desk, { municipalityCode: '999999', proxyChannel: 'mail' }),
    ).rejects.toMatchObject({
      details: { fields: { municipalityCode: expect.stringContaining('登録されていません') } },
    });
    await db().query(`UPDATE municipalities SET valid_to = '2026-11-19' WHERE code = '013307'`);
    await expect(
      scene.creation.create(desk, { municipalityCode: '013307', proxyChannel: 'mail' }),
    ).rejects.toMatchObject({ kind: 'invalid' });
  });

  test('no other role, and nobody for a town of others', async () => {
    await expect(scene.creation.create(author, { municipalityCode: NISHIIZU })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    await expect(
      scene.creation.create(author, { municipalityCode: NISHIIZU, proxyChannel: 'mail' }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
    for (const role of ['secretariat', 'admin'] as const) {
      const person = await aPerson(db(), grant(role));
      await expect(scene.creation.create(person, {})).rejects.toMatchObject({ kind: 'forbidden' });
    }
    const ministry = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
    await expect(scene.creation.create(ministry, {})).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('a clone of what one may not read does not exist; of what one reads but did not write is refused', async () => {
    const other = await aPerson(db(), town(NISHIIZU));
    const foreign = await aConsultation(db(), other);
    await expect(scene.creation.create(author, { cloneOf: foreign.id })).rejects.toMatchObject({ kind: 'notFound' });
    const joint = await aConsultation(db(), other, { state: 'submitted' });
    await db().query('INSERT INTO consultation_members VALUES ($1, $2)', [joint.id, KAMISHIHORO]);
    await expect(scene.creation.create(author, { cloneOf: joint.id })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('keeps nothing that the form does not know', async () => {
    await expect(scene.creation.create(author, { karte: { colour: '赤' } })).rejects.toMatchObject({
      details: { fields: { colour: expect.any(String) } },
    });
  });
});
