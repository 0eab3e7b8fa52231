import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { aKarte, aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { type KarteScene, karteScene } from '../../test/karte-scene.js';
import type { Karte } from '../contract/forms.js';
import type { Actor } from '../identity/actor.js';
import { fold } from '../platform/fold.js';
import { candidateQuery } from '../platform/search/grams.js';
import { loadReferenceData } from '../reference-data.js';

const db = testDatabase();
let scene: KarteScene;
let author: Actor & { id: string };
let approver: Actor & { id: string };
let desk: Actor & { id: string };

const draft = (karte: Karte = aKarte()) => scene.creation.create(author, { karte });
const submit = (id: string, version = 1, confirmWarnings = false) =>
  scene.submissions.submit(approver, id, { version, confirmWarnings });
const caseOf = async (id: string) => (await db().query('SELECT * FROM consultations WHERE id = $1', [id]))[0];
const questionsOf = (id: string): Promise<{ id: string; text: string }[]> =>
  db().query('SELECT id, text FROM question_rows WHERE consultation_id = $1 ORDER BY position', [id]);

/** Back to the town, as the desk does it. */
async function giveBack(id: string, item = 'title') {
  await db().query(
    `INSERT INTO correction_requests (consultation_id, item, reason, requested_at) VALUES ($1, $2, '具体的に', now())`,
    [id, item],
  );
  await db().transaction(async (tx) => {
    await scene.advance.step(tx, desk, id, 'take');
    await scene.advance.step(tx, desk, id, 'return');
  });
}

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  await loadReferenceData(db());
  scene = await karteScene(db());
  author = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  approver = await aPerson(db(), grant('approver', { municipalityCode: KAMISHIHORO }));
  desk = await aPerson(db(), grant('desk'));
});

describe('inside the office', () => {
  it('goes from the author to the approver and back with a reason', async () => {
    const id = await draft({ title: '' });
    await expect(scene.submissions.requestReview(author, id)).rejects.toMatchObject({
      details: { fields: { title: expect.any(String) } },
    });
    await scene.kartes.save(author, id, { version: 1, karte: { title: '件名' } });
    await scene.submissions.requestReview(author, id);
    await expect(scene.submissions.sendBackToAuthor(author, id, 'だめ')).rejects.toMatchObject({ kind: 'forbidden' });
    await scene.submissions.sendBackToAuthor(approver, id, '数字を入れてください');
    const events = await db().query(
      `SELECT type, actor_id, reason FROM events WHERE consultation_id = $1 AND type <> 'consultation.edit' ORDER BY id DESC LIMIT 2`,
      [id],
    );
    expect(events).toEqual([
      { type: 'consultation.sendBackToAuthor', actor_id: approver.id, reason: '数字を入れてください' },
      { type: 'consultation.requestReview', actor_id: author.id, reason: null },
    ]);
    expect((await caseOf(id)).state).toBe('draft');
  });

  it('leaves the office by the approver only', async () => {
    await expect(
      scene.submissions.submit(author, await draft(), { version: 1, confirmWarnings: false }),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });
});

describe('submitting', () => {
  it('gives a number, a date to answer by, and to the desk what it works with', async () => {
    const id = await draft(aKarte({ sharePrefecture: true, shareTeam: false }));
    const number = await submit(id);
    expect(number).toMatch(/^新結合-R8-\d{4}$/);
    const row = await caseOf(id);
    expect(row).toMatchObject({
      state: 'submitted',
      number,
      fiscal_year: 2026,
      title: '自動運転バスと畜産の新結合',
      field_codes: ['transport', 'environment'],
      share_prefecture: true,
      share_team: false,
    });
    expect(row.submitted_at.toISOString()).toBe('2026-11-20T00:00:00.000Z');
    const [{ day }] = await db().query('SELECT reply_due_on::text AS day FROM consultations WHERE id = $1', [id]);
    expect(day).toBe(scene.calendar.addWorkdays('2026-11-20', 20));
    expect((await questionsOf(id)).map(({ text }) => text)).toEqual(
      (aKarte().questions as { text: string }[]).map(({ text }) => text),
    );
    const held = await db().query('SELECT DISTINCT desk_holds FROM question_rows WHERE consultation_id = $1', [id]);
    expect(held).toEqual([{ desk_holds: true }]);
  });

  test.each(['新結合-r8', '上士幌', 'かみしほろ', 'カミシホロチョウ', '畜産', 'バイオガス', 'ﾊﾞｲｵｶﾞｽ', '許可'])(
    'makes it found by %s',
    async (words) => {
      const id = await draft();
      await submit(id);
      const hits = await db().query(
        `SELECT c.id FROM consultations c JOIN searched_cases d ON d.consultation_id = c.id
         WHERE d.grams @@ $1::tsquery AND c.search_text LIKE '%' || $2 || '%' AND c.id = $3`,
        [candidateQuery(fold(words)), fold(words), id],
      );
      expect(hits).toHaveLength(1);
    },
  );

  it('names each missing item, and changes nothing', async () => {
    const id = await draft(aKarte({ vision: '', questions: [{ text: ' ' }] }));
    await expect(submit(id)).rejects.toMatchObject({
      kind: 'invalid',
      details: {
        fields: { vision: '「目指す姿・実現したいこと」を入力してください。', questions: expect.any(String) },
      },
    });
    expect(await caseOf(id)).toMatchObject({ state: 'draft', number: null });
    expect(await scene.queries.check(author, id)).toMatchObject({
      faults: { vision: expect.any(String) },
      warnings: [],
    });
  });

  test('R3: warns of too few elements, and goes on once confirmed', async () => {
    const id = await draft(aKarte({ elements: [{ kind: 'people', field: 'transport', content: '学生' }] }));
    expect((await scene.queries.check(author, id)).warnings).toHaveLength(1);
    await expect(submit(id)).rejects.toMatchObject({
      code: 'karte.unconfirmed',
      details: { fields: { elements: expect.stringContaining('2つ以上') } },
    });
    await expect(submit(id, 1, true)).resolves.toMatch(/^新結合/);
  });

  it('refuses what somebody changed since it was looked at, and shows the change', async () => {
    const id = await draft();
    await scene.kartes.save(author, id, { version: 1, karte: aKarte({ title: '直前の変更' }) });
    await expect(submit(id, 1)).rejects.toMatchObject({
      kind: 'conflict',
      details: { current: { version: 2, karte: { title: '直前の変更' } } },
    });
  });

  test('the desk submits what it entered, nothing else', async () => {
    const proxy = await scene.creation.create(desk, {
      municipalityCode: NISHIIZU,
      proxyChannel: 'mail',
      karte: aKarte(),
    });
    await expect(scene.submissions.submit(desk, proxy, { version: 1, confirmWarnings: false })).resolves.toMatch(
      /^新結合/,
    );
    const id = await draft();
    await expect(scene.submissions.submit(desk, id, { version: 1, confirmWarnings: false })).rejects.toMatchObject({
      kind: 'notFound',
    });
  });

  test('a year begins on 1 April with number 1', async () => {
    itIs('2027-04-01T00:00');
    expect(await submit(await draft())).toBe('新結合-R9-0001');
    itIs('2026-11-20T09:00');
  });
});

describe('many at once', () => {
  const last = async () =>
    (await db().query(`SELECT last FROM number_series WHERE series = 'consultation' AND fiscal_year = 2026`))[0]
      .last as number;

  test('one カルテ submitted 50 times has one number and one event', async () => {
    const id = await draft();
    const before = await last();
    const results = await Promise.allSettled(Array.from({ length: 50 }, () => submit(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.every((one) => one.status === 'fulfilled' || one.reason.kind === 'conflict')).toBe(true);
    expect(await last()).toBe(before + 1);
    const [{ events, rounds }] = await db().query(
      `SELECT (SELECT count(*)::int FROM events WHERE consultation_id = $1 AND type = 'consultation.submit') AS events,
              (SELECT count(*)::int FROM submissions WHERE consultation_id = $1) AS rounds`,
      [id],
    );
    expect([events, rounds]).toEqual([1, 1]);
  });

  test('50 towns have 50 numbers in a row, also when others are refused in between', async () => {
    const towns: { code: string }[] = await db().query(
      `SELECT code FROM municipalities WHERE kind = 'village' ORDER BY code LIMIT 50`,
    );
    const ready: { person: Actor; id: string }[] = [];
    for (const { code } of towns) {
      const person = await aPerson(db(), grant('approver', { municipalityCode: code }));
      ready.push({ person, id: await scene.creation.create(person, { karte: aKarte() }) });
    }
    const incomplete = await draft({ title: '未完成' });
    const before = await last();
    const numbers = await Promise.all(
      ready.flatMap(({ person, id }) => [
        scene.submissions.submit(person, id, { version: 1, confirmWarnings: false }),
        submit(incomplete).catch(() => null),
      ]),
    );
    const serials = numbers.filter((number) => number !== null).map((number) => Number(number.slice(-4)));
    expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => before + 1 + n));
  });
});

describe('after a 差戻し', () => {
  it('keeps the number, moves the date by the days lost, settles what was asked, keeps what was submitted before', async () => {
    const id = await draft();
    const number = await submit(id);
    const due = async () =>
      (await db().query('SELECT reply_due_on::text AS day FROM consultations WHERE id = $1', [id]))[0].day as string;
    const first = await due();
    itIs('2026-11-24T09:00');
    await giveBack(id);
    expect(await scene.queries.sheet(author, id)).toMatchObject({
      state: 'returned',
      corrections: [{ item: 'title', reason: '具体的に' }],
    });

    await scene.kartes.save(author, id, { version: 1, karte: aKarte({ title: '直した件名' }) });
    expect((await scene.queries.sheet(desk, id)).karte.title).toBe('自動運転バスと畜産の新結合');
    expect((await scene.queries.sheet(author, id)).karte.title).toBe('直した件名');
    expect((await caseOf(id)).title).toBe('自動運転バスと畜産の新結合');

    itIs('2026-11-27T09:00');
    expect(await submit(id, 2)).toBe(number);
    expect(await due()).toBe(scene.calendar.addWorkdays(first, 3));
    expect(await scene.queries.sheet(desk, id)).toMatchObject({ corrections: [], karte: { title: '直した件名' } });
    expect((await scene.queries.submissions(desk, id)).items).toEqual([
      { round: 1, submittedAt: '2026-11-20T00:00:00.000Z', submittedBy: approver.name, changes: [] },
      {
        round: 2,
        submittedAt: '2026-11-27T00:00:00.000Z',
        submittedBy: approver.name,
        changes: [{ no: 8, label: '件名', before: '件名：自動運転バスと畜産の新結合', after: '件名：直した件名' }],
      },
    ]);
    itIs('2026-11-20T09:00');
  });

  it('keeps question rows that stay, and every row that a ministry was asked', async () => {
    const id = await draft(
      aKarte({ questions: ['残る', '消える', '照会済み', '書き直される'].map((text) => ({ text })) }),
    );
    await submit(id);
    const [stays, , asked, reworded] = await questionsOf(id);
    await db().query(`UPDATE question_rows SET text = '窓口が直した質問' WHERE id = $1`, [reworded?.id]);
    await db().query(`INSERT INTO question_rows (consultation_id, position, text) VALUES ($1, 9, '窓口が加えた質問')`, [
      id,
    ]);
    await askAMinistry(id, asked?.id ?? '');
    await giveBack(id);
    await scene.kartes.save(author, id, {
      version: 1,
      karte: aKarte({ questions: ['新しい', '残る', '書き直される'].map((text) => ({ text })) }),
    });
    await submit(id, 2);
    const rows = await questionsOf(id);
    expect(rows.map(({ text }) => text)).toEqual([
      '残る',
      '照会済み',
      '窓口が直した質問',
      '窓口が加えた質問',
      '新しい',
    ]);
    expect(rows.slice(0, 3).map((row) => row.id)).toEqual([stays?.id, asked?.id, reworded?.id]);
  });
});

async function askAMinistry(consultationId: string, questionRowId: string) {
  const [{ id }] = await db().query(
    `INSERT INTO inquiries (consultation_id, ministry_id, state, due_on, asked_by, asked_at)
     VALUES ($1, 'mlit', 'asked', '2026-12-04', $2, now()) RETURNING id`,
    [consultationId, desk.id],
  );
  await db().query(
    `INSERT INTO inquiry_rows (inquiry_id, question_row_id, ministry_id, division_key) VALUES ($1, $2, 'mlit', '')`,
    [id, questionRowId],
  );
}
