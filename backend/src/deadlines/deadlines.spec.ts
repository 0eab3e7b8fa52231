import { beforeAll, beforeEach, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aTriagedCase, inquiryServices, ofMinistry } from '../../test/inquiry-scene.js';
import { violations } from '../audit/invariants.js';
import { Calendar } from '../calendar/calendar.js';
import type { AuditEntry } from '../contract/audit.js';
import type { DeadlineRules, Explanations, Recount } from '../contract/deadlines.js';

const db = testDatabase();
const api = testApi(db);
let admin: ReturnType<typeof api.as>;
let to: Awaited<ReturnType<typeof inquiryServices>>;

beforeAll(async () => {
  to = await inquiryServices(db());
  admin = api.as(await aPerson(db(), grant('admin')));
});
beforeEach(() => {
  itIs('2026-11-20T09:00');
});

/** A case asked of 国土交通省, due on 2026-12-07. */
async function asked() {
  const scene = await aTriagedCase(db());
  const ministry = await ofMinistry(db(), 'mlit');
  const [inquiry = ''] = await to.asking.ask(scene.desk, scene.id, [
    { ministryId: 'mlit', divisionId: null, questionRowIds: scene.questions, message: '' },
  ]);
  return { ...scene, ministry, inquiry };
}

type Person = Parameters<typeof api.as>[0];
const explained = async (person: Person, id: string) =>
  (await api.as(person).get<Explanations>(`/consultations/${id}/deadlines`)).body.items;
const inquiryOf = async (person: Person, id: string) =>
  (await explained(person, id)).find(({ clock }) => clock === 'inquiry');
const storedDue = async (inquiry: string): Promise<string> =>
  (await db().query('SELECT due_on::text AS day FROM inquiries WHERE id = $1', [inquiry]))[0].day;
const extra = { name: '臨時の休日', source: '官報', provisional: false, version: 0 };

it('explains a paused and extended date, with who granted it and why', async () => {
  const { id, desk, ministry, inquiry } = await asked();
  itIs('2026-11-20T18:00');
  await to.ministry.askBack(ministry, inquiry, '区間はどこですか。');
  itIs('2026-11-26T09:00');
  await to.desk.replyBack(desk, inquiry, '道の駅までです。');
  await to.ministry.requestExtension(ministry, inquiry, '2026-12-14', '局内の調整のため');
  await to.desk.decideExtension(desk, inquiry, { granted: true, comment: '' });

  const explanation = await inquiryOf(ministry, id);
  expect(explanation).toMatchObject({ dueOn: '2026-12-14', calendar: 'ministry', provisional: false, ended: false });
  expect(explanation?.lines).toMatchObject([
    { kind: 'start', day: '2026-11-20', late: false },
    {
      kind: 'count',
      workdays: 10,
      day: '2026-12-07',
      skipped: expect.arrayContaining([{ day: '2026-11-23', name: '勤労感謝の日' }]),
    },
    { kind: 'pause', from: '2026-11-24', until: '2026-11-26', workdays: 2, day: '2026-12-09' },
    { kind: 'set', cause: 'extension', by: desk.name, reason: '局内の調整のため', day: '2026-12-14' },
    { kind: 'due', day: '2026-12-14' },
  ]);
});

it('tells a town of its own dates, and nothing of what lies between desk and ministries', async () => {
  const { id, town, desk, ministry } = await asked();
  expect((await explained(town, id)).map(({ clock }) => clock)).toEqual(['reply', 'state']);
  expect((await explained(desk, id)).map(({ clock }) => clock)).toEqual(['reply', 'state', 'inquiry']);
  const stranger = await aPerson(db(), grant('municipality', { municipalityCode: '223069' }));
  expect((await api.as(stranger).get(`/consultations/${id}/deadlines`)).status).toBe(404);
  const other = await ofMinistry(db(), 'meti');
  expect((await api.as(other).get(`/consultations/${id}/deadlines`)).status).toBe(404);
  expect((await explained(ministry, id)).map(({ clock }) => clock)).toEqual(['reply', 'state', 'inquiry']);
});

it('previews a holiday declared the day before, then moves every open date at once, with one entry in the trail', async () => {
  const { id, desk, inquiry } = await asked();
  const ended = await asked();
  await to.desk.cancel(ended.desk, ended.inquiry, '照会先の誤り');
  itIs('2026-12-06T09:00');
  const preview = await admin.put<Recount>('/holidays/2026-12-07?preview=true', extra);
  const moves = preview.body.items.filter((item) => item.consultationId === id);
  expect(moves).toContainEqual(
    expect.objectContaining({ kind: 'inquiry', ministry: '国土交通省', before: '2026-12-07', after: '2026-12-08' }),
  );
  expect(preview.body.items.some((item) => item.consultationId === ended.id && item.kind === 'inquiry')).toBe(false);
  expect(await storedDue(inquiry)).toBe('2026-12-07');

  const { body } = await admin.put<Recount>('/holidays/2026-12-07', extra);
  expect({ ...body, preview: true }).toEqual(preview.body);
  expect([await storedDue(inquiry), await storedDue(ended.inquiry)]).toEqual(['2026-12-08', '2026-12-07']);
  const explanation = await inquiryOf(desk, id);
  expect(explanation?.lines.at(-1)).toEqual({ kind: 'due', day: '2026-12-08' });
  expect(explanation?.lines).toContainEqual(
    expect.objectContaining({ kind: 'recount', cause: 'holiday', before: '2026-12-07' }),
  );
  // What had ended is explained by what was known then.
  expect(await inquiryOf(ended.desk, ended.id)).toMatchObject({ dueOn: '2026-12-07', ended: true });
  const trail = await admin.get<{ items: AuditEntry[] }>('/audit?type=deadline.recount');
  expect(trail.body.items).toMatchObject([{ data: { cause: 'holiday', moved: body.total } }]);
  expect((await admin.delete('/holidays/2026-12-07?version=2')).status).toBe(200);
  expect(await storedDue(inquiry)).toBe('2026-12-07');
});

it('closes one kind of office only, where the day is its own', async () => {
  const { id, inquiry } = await asked();
  const { body } = await admin.put<Recount>('/holidays/2026-12-03', { ...extra, calendar: 'ministry' });
  expect(body.items.filter((item) => item.consultationId === id).map(({ kind }) => kind)).toEqual(['inquiry']);
  expect(await storedDue(inquiry)).toBe('2026-12-08');
  const calendar = api.app().get(Calendar);
  expect([calendar.isWorkday('2026-12-03'), calendar.isWorkday('2026-12-03', 'ministry')]).toEqual([true, false]);
  await admin.delete('/holidays/2026-12-03?version=2&calendar=ministry');
  expect(await storedDue(inquiry)).toBe('2026-12-07');
});

it('changes a rule from a day on: what began before keeps its own', async () => {
  const old = await asked();
  itIs('2026-11-26T09:00');
  const young = await asked();
  const { body: known } = await admin.get<DeadlineRules>('/deadline-rules');
  const rule = known.items.find(({ kind }) => kind === 'inquiry');
  const input = {
    ...{ seen: rule?.id, validFrom: '2026-11-25', calendar: 'ministry', workdays: 5, cutOff: '12:00' },
    ...{ reminders: [1, -3, -3], escalation: 2, pauses: true, reason: '早く回答するため' },
  };
  const preview = await admin.post<Recount>('/deadline-rules/inquiry?preview=true', input);
  expect(preview.body.items).toMatchObject([{ consultationId: young.id, before: '2026-12-10', after: '2026-12-03' }]);
  expect((await admin.post<Recount>('/deadline-rules/inquiry', input)).body.total).toBe(1);
  expect([await storedDue(old.inquiry), await storedDue(young.inquiry)]).toEqual(['2026-12-07', '2026-12-03']);
  expect((await admin.post('/deadline-rules/inquiry', input)).status).toBe(409);

  const { body: after } = await admin.get<DeadlineRules>('/deadline-rules');
  const [now, before] = after.items.filter(({ kind }) => kind === 'inquiry');
  expect(now).toMatchObject({ standing: 'inForce', workdays: 5, reminders: [-3, 1], reason: '早く回答するため' });
  expect(before?.standing).toBe('past');
  await to.desk.changeDue(old.desk, old.inquiry, '2026-12-15');
  expect(await storedDue(old.inquiry)).toBe('2026-12-15');
  const desk = api.as(old.desk);
  expect((await desk.get('/deadline-rules')).status).toBe(200);
  expect((await desk.post('/deadline-rules/inquiry', input)).status).toBe(403);
  const wrong = await admin.post('/deadline-rules/survey', { ...input, seen: 0 });
  expect(wrong.problem.fields?.workdays).toMatch(/空欄/);
});

it('a 宿題 has the rule of its day in Tokyo, wherever the server stands', async () => {
  const { id, desk } = await asked();
  await db().transaction(async (tx) => {
    await tx.query(`SET LOCAL TIME ZONE 'America/New_York'`);
    const [rule] = await tx.query(
      `INSERT INTO deadline_rules (kind, valid_from, calendar, reminders, reason)
       VALUES ('actionItem', '2026-11-20', 'desk', '{0}', '試験') RETURNING id`,
    );
    await tx.query(
      `INSERT INTO action_items (consultation_id, text, owner_kind, owner_id, due_on, created_by, created_at)
       VALUES ($1, '朝の宿題', 'desk', $2, '2026-12-01', $2, '2026-11-20T08:00:00+09:00')`,
      [id, desk.id],
    );
    const dues = await tx.query(`SELECT rule_id FROM dues WHERE consultation_id = $1 AND fact = 'actionItem'`, [id]);
    expect(dues).toEqual([{ rule_id: rule.id }]);
    await tx.query('DELETE FROM action_items WHERE consultation_id = $1', [id]);
    await tx.query('DELETE FROM deadline_rules WHERE id = $1', [rule.id]);
  });
});

it('gives every open due fact once, with its holder and its rule', async () => {
  const { id, desk, inquiry } = await asked();
  await db().query(
    `INSERT INTO action_items (consultation_id, text, owner_kind, owner_id, due_on, created_by, created_at)
     VALUES ($1, '資料', 'desk', $2, '2026-12-01', $2, '2026-11-20T00:00:00Z')`,
    [id, desk.id],
  );
  const dues = () =>
    db().query(
      `SELECT fact, dues.kind, holder, subject_id = $2 AS inquiry, due_on::text AS day, ministry_id, paused, r.kind AS rule
       FROM dues JOIN deadline_rules r ON r.id = rule_id WHERE consultation_id = $1 ORDER BY fact`,
      [id, inquiry],
    );
  expect(await dues()).toMatchObject([
    { fact: 'actionItem', holder: 'desk', day: '2026-12-01', rule: 'actionItem' },
    { fact: 'inquiry', holder: 'ministry', inquiry: true, ministry_id: 'mlit', paused: false, rule: 'inquiry' },
    { fact: 'reply', holder: 'desk', day: '2026-12-18', rule: 'reply' },
    { fact: 'state', kind: 'inquiring', holder: 'desk', day: '2026-12-07', rule: 'inquiring' },
  ]);
  await to.desk.cancel(desk, inquiry, '照会先の誤り');
  expect((await dues()).map(({ fact }: { fact: string }) => fact)).toEqual(['actionItem', 'reply', 'state']);
});

it('never leaves a date that its deadline does not bear out', async () => {
  const broken = (await violations(db())).map(({ invariant }) => invariant);
  expect(broken.filter((name) => name.includes('deadline'))).toEqual([]);
});
