import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { anAnsweredCase, brokenReplyInvariants, contentOf, replyServices, stateOf } from '../../test/reply-scene.js';
import type { Actor } from '../identity/actor.js';
import { NEXT_STEPS } from './next-steps.js';

const db = testDatabase();
const BUS = 'M25-Ci-1-01';
const FACTS = {
  eligible: '市町村、都道府県',
  requirements: '地域公共交通計画に位置付けること',
  rate: '2分の1以内（条件不利地域は3分の2以内）',
  ceiling: '1事業当たり8,000万円',
  contact: '総合政策局 交通政策課　00-0000-0009',
  grant_type: '先導型',
};

beforeEach(() => itIs('2026-11-20T09:00'));

/** The record gets these facts as a new version, as an import or an edit makes one. */
async function corrected(on: DataSource, id: string, facts: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(facts);
  await on.query(
    `UPDATE measures SET version = version + 1, ${columns.map((column, i) => `${column} = $${i + 2}`).join(', ')} WHERE id = $1`,
    [id, ...Object.values(facts)],
  );
}

const accept = (on: DataSource, { id, desk }: { id: string; desk: Actor }, measure: string) =>
  on.query(
    `INSERT INTO suggestion_choices (consultation_id, kind, measure_id, measure_label, verdict, rank, knowledge, chosen_by, chosen_at)
     VALUES ($1, 'measure', $2, $2, 'taken', 1, 0, $3, now())`,
    [id, measure, desk.id],
  );

const collect = (on: DataSource, { id }: Actor, measure: string) =>
  on.query('INSERT INTO measure_baskets (person_id, measure_id, added_at) VALUES ($1, $2, now())', [id, measure]);

/** A case with an accepted measure whose call is open, and its draft. */
async function aDraft(until = '2026-12-25') {
  await corrected(db(), BUS, { ...FACTS, apply_from: '2026-11-01', apply_until: until, fiscal_year: 2026 });
  const scene = await anAnsweredCase(db());
  await accept(db(), scene, BUS);
  const services = await replyServices(db());
  const drafted = await services.drafts.draft(scene.desk, scene.id);
  const page = () => services.queries.page(scene.desk, scene.id, {});
  const ofMeasure = async (measure = BUS) =>
    (await page()).reply?.passages.filter((passage) => passage.measure?.id === measure) ?? [];
  const record = async () => (await page()).workshop?.records[0];
  return { ...scene, ...services, drafted, page, ofMeasure, record };
}

describe('one click', () => {
  it('makes a passage of an accepted measure under its question, with the facts of the catalogue as they stand there', async () => {
    const { first, ofMeasure, page } = await aDraft();
    const [passage, ...more] = await ofMeasure();
    const [row] = await db().query('SELECT version, title, programs, ref FROM measures WHERE id = $1', [BUS]);

    expect(more).toEqual([]);
    expect(passage).toMatchObject({ title: row.title, questionRowIds: [first], answerIds: [] });
    expect(passage?.measure).toEqual({ id: BUS, version: row.version });
    for (const value of [...Object.values(FACTS), ...row.programs, row.ref]) expect(passage?.text).toContain(value);
    expect(passage?.text.split('\n')).toEqual(
      expect.arrayContaining([
        `対象者：${FACTS.eligible}`,
        `補助率：${FACTS.rate}`,
        `上限：${FACTS.ceiling}`,
        '年度：2026年度',
        '公募期間：令和8年11月1日（日）から令和8年12月25日（金）まで',
        `連絡先：${FACTS.contact}`,
      ]),
    );
    expect(passage?.text).toMatch(/所管：.+（推定（戦略に府省庁の記載なし））/);
    const { reply, workshop } = await page();
    expect(reply?.passages.at(-1)).toMatchObject({
      heading: NEXT_STEPS,
      text: expect.stringContaining('令和8年12月25日（金）'),
    });
    expect(workshop?.findings).toEqual([]);
    expect(await brokenReplyInvariants(db())).toEqual([]);
  });

  it('doubles nothing when it is pressed again, and brings nothing back that the desk took out', async () => {
    const { id, desk, drafts, page, ofMeasure } = await aDraft();
    await db().query(`UPDATE consultations SET state = 'collected' WHERE id = $1`, [id]);
    expect((await drafts.draft(desk, id)).added).toEqual([]);
    expect((await drafts.refresh(desk, id)).added).toEqual([]);
    const content = contentOf(await page());
    await drafts.save(desk, id, { ...content, passages: content.passages.filter(({ measure }) => !measure) });
    expect((await drafts.refresh(desk, id)).added).toEqual([]);
    expect(await ofMeasure()).toEqual([]);
  });

  it('leaves out a measure whose call has ended and says so, and one that a ministry answers with', async () => {
    const { drafted, ofMeasure } = await aDraft('2026-11-19');
    expect(drafted.ended.map(({ id }) => id)).toEqual([BUS]);
    expect(await ofMeasure()).toEqual([]);

    await corrected(db(), BUS, { apply_until: '2026-12-25', common_name: '地域交通の実証に対する補助' });
    const scene = await anAnsweredCase(db());
    await accept(db(), scene, BUS);
    const { drafts, queries } = await replyServices(db());
    const { added, ended } = await drafts.draft(scene.desk, scene.id);
    expect([added.length, ended]).toEqual([5, []]);
    expect((await queries.page(scene.desk, scene.id, {})).workshop?.candidates).toEqual([
      expect.objectContaining({ id: BUS, answered: true, placedAt: [] }),
    ]);
    await corrected(db(), BUS, { common_name: '' });
  });
});

describe('taking measures into the draft', () => {
  it("offers what was accepted and the reader's own 控え, and puts each under the question chosen, once", async () => {
    const { id, desk, other, measures, page, ofMeasure } = await aDraft();
    await collect(db(), desk, 'S22-199');
    const offered = (await page()).workshop?.candidates.map((one) => [one.id, one.from, one.placedAt.length]);
    expect(offered).toEqual([
      [BUS, 'choice', 1],
      ['S22-199', 'basket', 0],
    ]);

    const items = [{ measureId: 'S22-199', questionRowId: other }];
    const { version, added } = await measures.take(desk, id, {
      ...(await versioned(page)),
      items,
      endedConfirmed: false,
    });
    const again = await measures.take(desk, id, { version, items, endedConfirmed: false });
    expect([added.length, again.added, again.version]).toEqual([1, [], version]);
    const [passage] = await ofMeasure('S22-199');
    expect(passage).toMatchObject({ heading: '売電の規制を知りたい。', measure: { id: 'S22-199', version: 1 } });
    expect(passage?.text).toContain('所管：厚生労働省 子ども家庭局母子保健課（総合戦略に記載）');
    expect((await page()).reply?.passages.at(-1)?.heading).toBe(NEXT_STEPS);
  });

  it('warns of a call that has ended before it is put in', async () => {
    const { id, desk, first, measures, page, ofMeasure } = await aDraft('2026-11-19');
    const items = [{ measureId: BUS, questionRowId: first }];
    const seen = await versioned(page);
    await expect(measures.take(desk, id, { ...seen, items, endedConfirmed: false })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'reply.call_ended',
    });
    expect(await ofMeasure()).toEqual([]);
    await measures.take(desk, id, { ...seen, items, endedConfirmed: true });
    expect(await ofMeasure()).toHaveLength(1);
  });

  it('refuses measures and questions it does not know, a stale version, and those who do not write replies', async () => {
    const { id, desk, town, first, measures, page } = await aDraft();
    const foreign = await anAnsweredCase(db());
    const seen = await versioned(page);
    const take = (by: Actor, measureId: string, questionRowId: string, version = seen.version) =>
      measures.take(by, id, { version, items: [{ measureId, questionRowId }], endedConfirmed: false });
    await expect(take(desk, 'M25-none', first)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(take(desk, 'S22-199', foreign.first)).rejects.toMatchObject({ kind: 'invalid' });
    await expect(take(desk, 'S22-199', first, seen.version - 1)).rejects.toMatchObject({ code: 'stale' });
    await expect(take(town, 'S22-199', first)).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('when the catalogue changes afterwards', () => {
  it('says what changed, and brings the passage and the next steps up to date with one click', async () => {
    const { id, desk, measures, page, ofMeasure, record } = await aDraft();
    await corrected(db(), BUS, { rate: '3分の1以内', apply_until: '2027-01-29' });

    const before = await record();
    expect(before).toMatchObject({ edited: false, current: (before?.version ?? 0) + 1 });
    expect(before?.changes).toEqual([
      { label: '補助率', before: FACTS.rate, after: '3分の1以内' },
      { label: '公募終了日', before: '2026-12-25', after: '2027-01-29' },
    ]);
    expect((await page()).workshop?.findings.map(({ code }) => code)).toEqual(['measure.changed']);

    const [passage] = await ofMeasure();
    const update = { ...(await versioned(page)), passageId: passage?.id ?? '', edited: 'refuse' as const };
    await measures.update(desk, id, update);
    const [fresh] = await ofMeasure();
    expect(fresh?.text).toContain('補助率：3分の1以内');
    expect(fresh?.text).not.toContain('3分の2');
    expect(fresh?.measure?.version).toBe(before?.current);
    expect((await page()).reply?.passages.at(-1)?.text).toContain('令和9年1月29日（金）');
    expect((await page()).workshop?.findings).toEqual([]);
    await expect(measures.update(desk, id, update)).rejects.toMatchObject({ code: 'stale' });
    expect(await brokenReplyInvariants(db())).toEqual([]);
  });

  it("never replaces the desk's own words unasked, but shows both; they are kept or replaced as it says", async () => {
    const { id, desk, drafts, measures, page, ofMeasure, record } = await aDraft();
    const content = contentOf(await page());
    const own = (text: string) => ({
      ...content,
      passages: content.passages.map((one) => (one.measure ? { ...one, text: `${one.text}\n${text}` } : one)),
    });
    await drafts.save(desk, id, own('窓口の言葉'));
    await corrected(db(), BUS, { ceiling: '5,000万円' });
    const passageId = (await ofMeasure())[0]?.id ?? '';
    const update = async (edited: 'refuse' | 'replace' | 'keep') =>
      measures.update(desk, id, { ...(await versioned(page)), passageId, edited });

    await expect(update('refuse')).rejects.toMatchObject({
      code: 'reply.passage_edited',
      details: {
        current: { own: expect.stringContaining('窓口の言葉'), fresh: expect.stringContaining('上限：5,000万円') },
      },
    });
    await update('keep');
    expect((await ofMeasure())[0]?.text).toContain('窓口の言葉');
    expect((await page()).workshop?.findings.map(({ code }) => code)).toEqual(['measure.differs']);
    await update('replace');
    expect((await ofMeasure())[0]?.text).not.toContain('窓口の言葉');
    expect((await record())?.differing).toEqual([]);
  });

  it('lets no sender tie a passage to another record or version', async () => {
    const { id, desk, drafts, page, ofMeasure } = await aDraft();
    const content = contentOf(await page());
    const passages = content.passages.map((one) => ({ ...one, measure: { id: 'S22-199', version: 9 } }));
    await drafts.save(desk, id, { ...content, passages });
    expect((await ofMeasure()).length).toBe(1);
    expect(await ofMeasure('S22-199')).toEqual([]);
  });
});

describe('決裁', () => {
  it('needs a reason when a call has ended, which the history and the approver keep', async () => {
    const { id, desk, manager, approvals, page, queries } = await aDraft();
    itIs('2026-12-26T09:00');
    const { version } = await versioned(page);
    const ask = (confirmed: boolean, reason: string) => approvals.request(desk, id, { version, confirmed, reason });
    expect((await page()).workshop?.findings.map(({ code }) => code)).toContain('call.ended');
    await expect(ask(false, '')).rejects.toMatchObject({ code: 'reply.warnings' });
    await expect(ask(true, '')).rejects.toMatchObject({
      code: 'reply.reason',
      details: { fields: { reason: expect.any(String) } },
    });
    await ask(true, '来年度の公募に向けた準備のため');
    expect(await stateOf(db(), id)).toBe('approving');
    const seen = await queries.page(manager, id, {});
    expect(seen.workshop?.requestReason).toBe('来年度の公募に向けた準備のため');
    const events = await db().query(
      `SELECT reason, audience FROM events WHERE consultation_id = $1 AND type = 'consultation.requestApproval'`,
      [id],
    );
    expect(events).toEqual([{ reason: '来年度の公募に向けた準備のため', audience: 'inward' }]);
  });

  it('needs a word of the approver too when a call ended, or a record moved on, after the request', async () => {
    const { id, desk, manager, approvals, page } = await aDraft();
    const { version } = await versioned(page);
    await approvals.request(desk, id, { version, confirmed: false, reason: '' });
    const approve = (comment: string) => approvals.approve(manager, id, { version, comment, standInFor: null });
    itIs('2026-12-26T09:00');
    await corrected(db(), BUS, { ceiling: '1事業当たり800万円' });
    await expect(approve('')).rejects.toMatchObject({
      code: 'reply.news',
      details: { fields: { comment: expect.stringMatching(/公募の終了、.*登録の変更がありました/) } },
    });
    expect(await stateOf(db(), id)).toBe('approving');
    await approve('次の公募の準備を促すため');
    expect(await stateOf(db(), id)).toBe('replied');
  });

  it('asks for no second word about what the request was made with', async () => {
    const { id, desk, manager, approvals, page } = await aDraft();
    itIs('2026-12-26T09:00');
    const { version } = await versioned(page);
    await approvals.request(desk, id, { version, confirmed: true, reason: '来年度の公募に向けた準備のため' });
    await approvals.approve(manager, id, { version, comment: '', standInFor: null });
    expect(await stateOf(db(), id)).toBe('replied');
  });

  it('takes an amount that goes on for another amount', async () => {
    const { id, desk, drafts, page, record } = await aDraft();
    const line = `上限：${FACTS.ceiling}`;
    const content = contentOf(await page());
    const passages = content.passages.map((one) => ({ ...one, text: one.text.replace(line, `${line}の2分の1`) }));
    await drafts.save(desk, id, { ...content, passages });
    expect((await record())?.differing).toEqual([line]);
  });

  it('warns in the last two weeks of a call', async () => {
    const { page } = await aDraft('2026-12-04');
    expect((await page()).workshop?.findings.map(({ code }) => code)).toEqual(['call.closing']);
  });
});

const versioned = async (page: () => ReturnType<Awaited<ReturnType<typeof replyServices>>['queries']['page']>) => ({
  version: (await page()).reply?.version ?? 0,
});
