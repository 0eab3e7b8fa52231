import { beforeEach, expect, it } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import {
  aCaseInApproval,
  anAnsweredCase,
  anIssuedReply,
  approving,
  brokenReplyInvariants,
  contentOf,
  replyServices,
  stateOf,
} from '../../test/reply-scene.js';
import type { ReplySettings } from '../contract/replies.js';
import { ApproveReply } from '../contract/replies.js';

const db = testDatabase();
beforeEach(() => itIs('2026-11-20T09:00'));

async function settings(change: Partial<ReplySettings>) {
  const admin = await aPerson(db(), grant('admin'));
  const { settings: service } = await replyServices(db());
  const { settings: current } = await service.get(admin);
  await service.update(admin, { ...current, ...change });
}
beforeEach(() => settings({ approvalSteps: 1, numberPattern: '新結合第{serial}号', addressee: 'organisation' }));

it('issues the reply with number, day and addressee, and moves the case', async () => {
  itIs('2026-11-20T23:30');
  const { id, town, manager, version } = await aCaseInApproval(db());
  const { approvals, queries } = await replyServices(db());
  await approvals.approve(manager, id, approving(version));

  const { reply, workshop, allowedActions } = await queries.page(town, id, {});
  expect(await stateOf(db(), id)).toBe('replied');
  expect(reply).toMatchObject({ state: 'approved', issuedOn: '2026-11-20', addressees: ['北海道上士幌町 御中'] });
  expect(reply?.documentNumber).toMatch(/^新結合第\d+号$/);
  expect([workshop, allowedActions, reply?.passages[0]?.answerIds]).toEqual([null, [], []]);
  const [{ replied_at }] = await db().query('SELECT replied_at FROM consultations WHERE id = $1', [id]);
  expect(replied_at.toISOString()).toBe('2026-11-20T14:30:00.000Z');
  const copies = await db().query(
    `SELECT ministry_id FROM events WHERE type = 'reply.copy' AND consultation_id = $1 ORDER BY 1`,
    [id],
  );
  expect(copies).toEqual([{ ministry_id: 'meti' }, { ministry_id: 'mlit' }]);
  expect(await brokenReplyInvariants(db())).toEqual([]);
});

it('issues once when pressed twice or by two at once, with numbers that have no gap', async () => {
  const scenes = await Promise.all([1, 2, 3].map(() => aCaseInApproval(db())));
  const { approvals } = await replyServices(db());
  const presses = scenes.flatMap(({ id, manager, second, version }) =>
    [manager, manager, second].map((actor) => approvals.approve(actor, id, approving(version))),
  );
  const results = await Promise.allSettled(presses);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason.kind] : []));
  expect(new Set(refused)).toEqual(new Set(['conflict']));
  expect(await brokenReplyInvariants(db())).toEqual([]);
});

it('needs a second pair of eyes: the requester may not approve, nor be stood in for', async () => {
  const { id, manager, second, desk } = await anAnsweredCase(db());
  const { drafts, approvals, queries } = await replyServices(db());
  const { version } = await drafts.draft(desk, id);
  await approvals.request(manager, id, { version, confirmed: false, reason: '' });

  await expect(approvals.approve(manager, id, approving(version))).rejects.toMatchObject({ code: 'reply.four_eyes' });
  await expect(approvals.approve(second, id, approving(version, manager.id))).rejects.toMatchObject({
    code: 'reply.four_eyes',
  });
  await expect(approvals.approve(desk, id, approving(version))).rejects.toMatchObject({ kind: 'forbidden' });
  const page = await queries.page(manager, id, {});
  expect(page.allowedActions).not.toContain('approve');
  expect(page.workshop?.whyNotApprove).toMatch('自分で決裁できません');
  expect((await queries.page(second, id, {})).allowedActions).toContain('approve');
});

it('takes two different people when there are two steps', async () => {
  await settings({ approvalSteps: 2 });
  const { id, manager, second, version } = await aCaseInApproval(db());
  const { approvals, queries } = await replyServices(db());
  const both = await Promise.allSettled([1, 2].map(() => approvals.approve(manager, id, approving(version))));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await stateOf(db(), id)).toBe('approving');
  expect((await queries.page(manager, id, {})).workshop).toMatchObject({ nextStep: 2, approvals: [{ step: 1 }] });
  await expect(approvals.approve(second, id, approving(version, manager.id))).rejects.toMatchObject({
    code: 'reply.four_eyes',
  });
  await approvals.approve(second, id, approving(version));
  expect(await stateOf(db(), id)).toBe('replied');
  const [event] = await db().query(
    `SELECT audience FROM events WHERE type = 'reply.endorse' AND consultation_id = $1`,
    [id],
  );
  expect(event.audience).toBe('inward');
  expect(await brokenReplyInvariants(db())).toEqual([]);
});

it('writes 代決 down visibly, with its reason, and only for managers', async () => {
  const { id, manager, second, desk, version } = await aCaseInApproval(db());
  const { approvals, queries } = await replyServices(db());
  expect(ApproveReply.safeParse({ version, standInFor: second.id }).success).toBe(false);
  await expect(approvals.approve(manager, id, approving(version, desk.id))).rejects.toMatchObject({
    code: 'reply.four_eyes',
  });
  const stranger = await aPerson(db(), grant('desk'));
  await expect(approvals.approve(manager, id, approving(version, stranger.id))).rejects.toMatchObject({
    code: 'reply.stand_in',
  });
  await approvals.approve(manager, id, approving(version, second.id));
  const { workshop } = await queries.page(desk, id, {});
  expect(workshop?.approvals).toEqual([
    expect.objectContaining({ approver: manager.name, standInFor: second.name, comment: '出張中のため' }),
  ]);
});

it('goes back with a comment, is edited, and is asked for again', async () => {
  const { id, desk, town, manager, version } = await aCaseInApproval(db());
  const { drafts, approvals, queries } = await replyServices(db());
  await approvals.sendBack(manager, id, { version, comment: '補助率を確認してください' });
  expect(await stateOf(db(), id)).toBe('drafting');

  const page = await queries.page(desk, id, {});
  expect(page.workshop?.approvals).toEqual([expect.objectContaining({ decision: 'returned', round: 1 })]);
  const saved = await drafts.save(desk, id, { ...contentOf(page), subject: '直した件名' });
  await approvals.request(desk, id, { version: saved, confirmed: false, reason: '' });
  await expect(approvals.approve(manager, id, approving(version))).rejects.toMatchObject({ code: 'stale' });
  await approvals.approve(manager, id, approving(saved));
  expect((await queries.page(town, id, {})).reply?.subject).toBe('直した件名');
  const [{ reason }] = await db().query(
    `SELECT reason FROM events WHERE type = 'consultation.sendBackReply' AND subject_id = $1`,
    [id],
  );
  expect(reason).toBe('補助率を確認してください');
});

it('can be called back by the desk', async () => {
  const { id, desk, manager, version } = await aCaseInApproval(db());
  const { approvals } = await replyServices(db());
  await approvals.recall(desk, id);
  expect(await stateOf(db(), id)).toBe('drafting');
  await expect(approvals.approve(manager, id, approving(version))).rejects.toMatchObject({ kind: 'conflict' });
  expect(await brokenReplyInvariants(db())).toEqual([]);
});

it('stops at the gate, and lets warnings pass when they are confirmed', async () => {
  const { id, desk } = await anAnsweredCase(db());
  const { drafts, approvals, queries } = await replyServices(db());
  await drafts.draft(desk, id);
  const content = contentOf(await queries.page(desk, id, {}));
  const withText = (text: string) => content.passages.map((passage, i) => (i === 0 ? { ...passage, text } : passage));

  const broken = await drafts.save(desk, id, { ...content, passages: withText('〇〇課に確認') });
  await expect(approvals.request(desk, id, { version: broken, confirmed: true, reason: '' })).rejects.toMatchObject({
    code: 'reply.gate',
    details: { fields: { 'passages.0.text': expect.stringContaining('〇〇') } },
  });
  expect(await stateOf(db(), id)).toBe('drafting');

  const doubtful = await drafts.save(desk, id, {
    ...content,
    version: broken,
    passages: withText('公募は令和8年4月1日まで'),
  });
  const request = (confirmed: boolean) => approvals.request(desk, id, { version: doubtful, confirmed, reason: '' });
  await expect(request(false)).rejects.toMatchObject({ code: 'reply.warnings' });
  await request(true);
  expect(await stateOf(db(), id)).toBe('approving');
});

it('gives no number to a 事務連絡, and names heads where the desk wants it', async () => {
  await settings({ numberPattern: '', addressee: 'head' });
  const { id, town } = await anIssuedReply(db());
  const { queries } = await replyServices(db());
  const { reply } = await queries.page(town, id, {});
  expect([reply?.documentNumber, reply?.addressees]).toEqual(['事務連絡', ['北海道上士幌町長 様']]);
});

it('begins again at 1 in the next fiscal year', async () => {
  itIs('2027-03-31T23:59');
  const last = await anIssuedReply(db());
  itIs('2027-04-01T00:00');
  const first = await anIssuedReply(db());
  const rows = await db().query(
    'SELECT document_year, document_serial FROM replies WHERE consultation_id = ANY($1) ORDER BY document_year',
    [[last.id, first.id]],
  );
  expect(rows).toEqual([
    { document_year: 2026, document_serial: expect.any(Number) },
    { document_year: 2027, document_serial: 1 },
  ]);
});

it('never changes what was issued, decided or in force, whoever writes', async () => {
  const { id } = await anIssuedReply(db());
  const attempts = [
    `UPDATE replies SET subject = '別' WHERE consultation_id = '${id}'`,
    `DELETE FROM replies WHERE consultation_id = '${id}'`,
    `UPDATE approvals SET comment = '別' WHERE reply_id IN (SELECT id FROM replies WHERE consultation_id = '${id}')`,
    `UPDATE reply_settings SET sender = '別'`,
  ];
  for (const sql of attempts) await expect(db().query(sql)).rejects.toThrow('cannot be changed any more');
});

it('keeps the settings a reply was issued under', async () => {
  const { id, town } = await anIssuedReply(db());
  await settings({ sender: '別の発信者', sealOmitted: false });
  const { queries } = await replyServices(db());
  expect((await queries.page(town, id, {})).reply).toMatchObject({ sender: '新結合相談窓口', sealOmitted: true });
  await settings({ sender: '新結合相談窓口', sealOmitted: true });
});

it('lets only administrators change the settings, and only those they saw', async () => {
  const { desk } = await anAnsweredCase(db());
  const admin = await aPerson(db(), grant('admin'));
  const { settings: service } = await replyServices(db());
  const { settings: current, allowedActions } = await service.get(desk);
  expect(allowedActions).toEqual([]);
  await expect(service.update(desk, current)).rejects.toMatchObject({ kind: 'forbidden' });
  const results = await Promise.allSettled([1, 2].map(() => service.update(admin, current)));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
