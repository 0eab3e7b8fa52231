import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant, KAMISHIHORO, NISHIIZU } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aSupportForm } from '../../test/support-scene.js';
import { aTeam } from '../../test/team-scene.js';
import { violations } from '../audit/invariants.js';
import type { AskSupport, SupportPage, SupportRequest, SupportUsage, TeamSupport } from '../contract/back-office.js';
import type { CaseInquiries, Inquiry, InquiryPage } from '../contract/inquiries.js';
import { addresseesOf } from '../notifications/recipients.js';

const db = testDatabase();
const api = testApi(db);
type Person = Awaited<ReturnType<typeof aPerson>>;
const people = {} as Record<
  'secretariat' | 'manager' | 'desk' | 'town' | 'officer' | 'mate' | 'other' | 'ministry',
  Person
>;
let team: { id: string; roundId: string };
let otherTeam: { id: string };

beforeAll(async () => {
  itIs('2027-06-01T10:00');
  people.secretariat = await aPerson(db(), grant('secretariat'));
  people.manager = await aPerson(db(), grant('manager'));
  people.desk = await aPerson(db(), grant('desk'));
  people.ministry = await aPerson(db(), grant('ministry', { ministryId: 'mlit' }));
  people.town = await aPerson(db(), grant('municipality', { municipalityCode: KAMISHIHORO }));
  for (const one of ['officer', 'mate', 'other'] as const) people[one] = await aPerson(db(), grant('officer'));
  team = await aTeam(db(), people.secretariat.id, { officers: [people.officer, people.mate], town: people.town });
  const elsewhere = await aPerson(db(), grant('municipality', { municipalityCode: NISHIIZU }));
  const company = { officers: [people.other], town: elsewhere, code: NISHIIZU, roundId: team.roundId };
  otherTeam = await aTeam(db(), people.secretariat.id, company);
});
beforeEach(() => itIs('2027-06-01T10:00'));

const as = (who: keyof typeof people) => api.as(people[who]);
async function asked(traits: Partial<AskSupport> = {}): Promise<string> {
  const form = aSupportForm(traits);
  expect((await as('officer').post(`/teams/${team.id}/support`, form)).status).toBe(201);
  return form.id;
}
const get = async (who: keyof typeof people, id: string) => as(who).get<SupportRequest>(`/support-requests/${id}`);

async function inquired(id: string): Promise<string> {
  await as('secretariat').post(`/support-requests/${id}/accept`);
  const { body } = await as('secretariat').get<{ items: { id: string }[] }>(`/consultations/${id}/questions`);
  const asks = [{ ministryId: 'mlit', questionRowIds: body.items.map((question) => question.id) }];
  const sent = await as('secretariat').post<{ ids: string[] }>(`/consultations/${id}/inquiries`, { asks });
  expect(sent.status).toBe(201);
  return sent.body.ids[0] ?? '';
}

async function ministryAnswers(inquiry: string): Promise<void> {
  const { rows, version } = (await as('ministry').get<Inquiry>(`/inquiries/${inquiry}`)).body;
  const answer = {
    kind: 'measure',
    measureName: '空き家の改修の補助',
    points: '改修費に使える。',
    division: '住宅局',
    tel: '00-0000-0000',
  };
  const draft = { version, rows: rows.map(({ questionRowId }) => ({ questionRowId, answers: [answer] })) };
  const saved = await as('ministry').put<{ version: number }>(`/inquiries/${inquiry}/answers`, draft);
  expect((await as('ministry').post(`/inquiries/${inquiry}/answer`, saved.body)).status).toBe(204);
}

async function answered(traits: Partial<AskSupport> = {}): Promise<string> {
  const id = await asked(traits);
  await as('secretariat').post(`/support-requests/${id}/accept`);
  const sent = await as('secretariat').post(`/support-requests/${id}/answer`, {
    text: '空き家の改修には補助金を使えます。',
  });
  expect(sent.status).toBe(204);
  return id;
}

it('goes from the team through the inquiry of a ministry to one answer and its mark', async () => {
  const id = await asked();
  expect((await get('officer', id)).body).toMatchObject({
    state: 'submitted',
    number: expect.stringMatching(/^後方支援-R9-\d{4}$/),
  });
  const inquiry = await inquired(id);
  expect((await as('ministry').get<Inquiry>(`/inquiries/${inquiry}`)).body.consultation.teamId).toBe(team.id);
  expect((await get('ministry', id)).body).toMatchObject({ background: aSupportForm().background, asked: [] });

  await ministryAnswers(inquiry);
  const { state, collected, allowedActions } = (await get('secretariat', id)).body;
  expect([state, collected.length]).toEqual(['collected', 2]);
  expect(allowedActions).toContain('answer');
  const answerIds = collected.slice(0, 1).map(({ answerId }) => answerId);
  expect(
    (await as('secretariat').post(`/support-requests/${id}/answer`, { text: '使えます。', answerIds })).status,
  ).toBe(204);
  const { body } = await get('mate', id);
  expect(body).toMatchObject({ state: 'closed', answer: '使えます。', allowedActions: ['rate'] });
  expect(body.passages.map(({ measureName }) => measureName)).toEqual(['空き家の改修の補助']);
  expect((await as('mate').put(`/support-requests/${id}/usefulness`, { score: 5, word: '助かった。' })).status).toBe(
    204,
  );
  expect((await get('secretariat', id)).body).toMatchObject({ usefulness: 5, usefulnessWord: '助かった。' });
});

describe('whose it is', () => {
  it('the team, who runs 伴走支援 and the ministry asked read it; its town, the desk and others do not', async () => {
    const id = await asked();
    for (const who of ['officer', 'mate', 'secretariat', 'manager'] as const)
      expect((await get(who, id)).status).toBe(200);
    for (const who of ['town', 'desk', 'other', 'ministry'] as const) expect((await get(who, id)).status).toBe(404);
    expect((await as('town').get(`/teams/${team.id}/support`)).status).toBe(403);
    expect((await as('other').get(`/teams/${team.id}/support`)).status).toBe(404);
    expect((await as('town').post(`/teams/${team.id}/support`, aSupportForm())).status).toBe(403);
    expect((await as('secretariat').post(`/teams/${team.id}/support`, aSupportForm())).status).toBe(403);
  });

  it('other officers read it once it is answered and only if it is shared', async () => {
    const [shared, kept] = [await answered(), await answered({ shared: false })];
    expect((await get('other', shared)).body).toMatchObject({ state: 'closed', allowedActions: [] });
    expect((await get('other', kept)).status).toBe(404);
    expect((await as('other').put(`/support-requests/${shared}/usefulness`, { score: 1 })).status).toBe(403);
  });

  it('the desk takes no step with it and the secretariat none with a 相談', async () => {
    const id = await asked();
    for (const step of ['accept', 'answer'] as const) {
      expect((await as('manager').post(`/support-requests/${id}/${step}`, { text: '回答' })).status).toBe(403);
      expect((await as('officer').post(`/support-requests/${id}/${step}`, { text: '回答' })).status).toBe(403);
      expect((await as('desk').post(`/support-requests/${id}/${step}`, { text: '回答' })).status).toBe(404);
    }
    expect((await as('desk').get<CaseInquiries>(`/consultations/${id}/inquiries`)).status).toBe(404);
  });

  it('who left the team reads it no more, who came after does', async () => {
    const id = await asked();
    await db().query('UPDATE team_members SET left_on = joined_on WHERE team_id = $1 AND person_id = $2', [
      team.id,
      people.mate.id,
    ]);
    expect((await get('mate', id)).status).toBe(404);
    expect((await as('mate').post(`/support-requests/${id}/withdraw`, { reason: '不要' })).status).toBe(404);
    await db().query('UPDATE team_members SET left_on = NULL WHERE team_id = $1 AND person_id = $2', [
      team.id,
      people.mate.id,
    ]);
    expect((await get('mate', id)).status).toBe(200);
  });
});

it('only its team and the secretariat hear of it, and of the answers of ministries', async () => {
  await db().query(`UPDATE people SET password_hash = 'x'`);
  const id = await asked();
  const hear = async (to: 'desk' | 'supporters' | 'askingTeam') =>
    (await addresseesOf(db().manager, to, { consultation_id: id, subject_id: id }, 'case', '2027-06-01'))
      .map(({ person_id }) => person_id)
      .sort();
  expect(await hear('supporters')).toEqual([people.secretariat.id]);
  expect(await hear('askingTeam')).toEqual([people.officer.id, people.mate.id].sort());
  expect(await hear('desk')).toEqual([]);
  await as('secretariat').post(`/support-requests/${id}/accept`);
  expect(await hear('desk')).toEqual([]);
});

it('is no 相談: in no list, board, search or figure of the desk', async () => {
  const id = await answered({ title: '幻獣牧場の開設' });
  const open = await asked({ title: '幻獣牧場の運営' });
  const inquiry = await inquired(open);
  for (const who of ['desk', 'manager', 'secretariat', 'town', 'ministry'] as const) {
    for (const path of ['/consultations?q=幻獣牧場', '/search?q=幻獣牧場', '/work']) {
      const { text } = await as(who).get(path);
      if (who === 'ministry' && path === '/work') expect(text).toContain(`/inquiries/${inquiry}`);
      else if (who !== 'secretariat' || path !== '/work')
        expect([who, path, text.includes('幻獣牧場の')]).toEqual([who, path, false]);
    }
    for (const one of [id, open]) expect((await as(who).get(`/consultations/${one}`)).status).toBe(404);
  }
  expect((await as('desk').get<InquiryPage>('/inquiries')).body.items.map((one) => one.id)).not.toContain(inquiry);
  expect((await as('secretariat').get<InquiryPage>('/inquiries')).body.items.map((one) => one.id)).toContain(inquiry);
  const { text, body } = await as('manager').get<{ years: number[] }>('/dashboard');
  expect(text).not.toContain('後方支援');
  expect(body.years).toEqual([]);
  const [{ n }] = await db().query('SELECT count(*)::int AS n FROM tally_units WHERE cardinality(entries) > 0');
  expect(n).toBe(0);
});

describe('twice, late, or meanwhile', () => {
  it('the same form sent twice, also at once, is one request', async () => {
    const form = aSupportForm({ title: '二度押し' });
    const sent = await Promise.all(
      [1, 2, 3].map(() => as('officer').post<{ number: string }>(`/teams/${team.id}/support`, form)),
    );
    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(sent.map(({ body }) => body.number)).size).toBe(1);
    const { items } = (await as('officer').get<TeamSupport>(`/teams/${team.id}/support`)).body;
    expect(items.filter(({ title }) => title === '二度押し')).toHaveLength(1);
    expect((await as('other').post(`/teams/${otherTeam.id}/support`, form)).status).toBe(409);
    for (const change of [{ title: '別の依頼' }, { questions: ['別の質問'] }, { shared: !form.shared }])
      expect((await as('officer').post(`/teams/${team.id}/support`, { ...form, ...change })).status).toBe(409);
    const both = aSupportForm({ title: '二つのチームから' });
    const atOnce = await Promise.all([
      as('officer').post(`/teams/${team.id}/support`, both),
      as('other').post(`/teams/${otherTeam.id}/support`, both),
    ]);
    expect(atOnce.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('nothing is taken, answered or withdrawn twice', async () => {
    const id = await answered();
    expect((await as('secretariat').post(`/support-requests/${id}/accept`)).status).toBe(409);
    expect((await as('secretariat').post(`/support-requests/${id}/answer`, { text: '別の回答' })).status).toBe(409);
    expect((await as('officer').post(`/support-requests/${id}/withdraw`, { reason: '不要' })).status).toBe(409);
    expect((await get('officer', id)).body.answer).toBe('空き家の改修には補助金を使えます。');
  });

  it('an answer written before a ministry was asked is refused while it is asked', async () => {
    const id = await asked();
    await inquired(id);
    expect((await as('secretariat').post(`/support-requests/${id}/answer`, { text: '回答' })).status).toBe(409);
  });

  it('only answers to this request go with its answer', async () => {
    const [one, two] = [await asked(), await asked()];
    await ministryAnswers(await inquired(one));
    await ministryAnswers(await inquired(two));
    const { collected } = (await get('secretariat', two)).body;
    const answerIds = collected.map(({ answerId }) => answerId);
    const sent = await as('secretariat').post(`/support-requests/${one}/answer`, { text: '回答', answerIds });
    expect([sent.status, Object.keys(sent.problem.fields ?? {})]).toEqual([422, ['answerIds']]);
    expect((await get('secretariat', one)).body.state).toBe('collected');
  });

  it('a mark needs an answer, and outside the year nothing is asked', async () => {
    const id = await asked();
    expect((await as('officer').put(`/support-requests/${id}/usefulness`, { score: 4 })).status).toBe(409);
    await db().query(`UPDATE rounds SET state = 'ended' WHERE id = $1`, [team.roundId]);
    expect((await as('officer').post(`/teams/${team.id}/support`, aSupportForm())).status).toBe(403);
    expect((await get('officer', id)).status).toBe(200);
    await db().query(`UPDATE rounds SET state = 'running' WHERE id = $1`, [team.roundId]);
  });

  it('a withdrawn request needs no answer of a ministry any more', async () => {
    const id = await asked();
    await inquired(id);
    expect((await as('officer').post(`/support-requests/${id}/withdraw`, { reason: '解決したため' })).status).toBe(204);
    expect((await get('officer', id)).body.state).toBe('withdrawn');
    const events = await db().query(`SELECT 1 FROM events WHERE type = 'support.withdraw' AND subject_id = $1`, [id]);
    expect(events).toHaveLength(1);
  });
});

it('shows measures, practices and what helped other teams before anything is asked, and counts what solved it', async () => {
  const id = await answered({ title: '空き家を活用した農泊' });
  await as('officer').put(`/support-requests/${id}/usefulness`, { score: 5 });
  const text = encodeURIComponent('空き家を農泊の宿泊施設に改修したい。補助金はあるか。');
  const { body } = await as('other').get<{ measures: unknown[]; solved: { id: string; own: boolean }[] }>(
    `/teams/${otherTeam.id}/support/hints?text=${text}`,
  );
  expect(body.measures.length).toBeGreaterThan(0);
  expect(body.solved.map((one) => one.id)).toContain(id);
  const find = { kind: 'scheme', found: 'request', ref: id };
  for (const _ of [1, 2])
    expect((await as('other').post(`/teams/${otherTeam.id}/support/finds`, find)).status).toBe(204);
  const usage = (await as('secretariat').get<SupportUsage>(`/support-usage?roundId=${team.roundId}`)).body;
  expect(usage.teams.find((one) => one.id === otherTeam.id)).toMatchObject({
    finds: 1,
    open: 0,
    closed: 0,
    usefulness: null,
  });
  expect((await as('town').get(`/teams/${team.id}/support/hints?text=${text}`)).status).toBe(403);
});

it('tells the secretariat how each team uses it, from the rows that its lists show', async () => {
  itIs('2027-08-02T10:00');
  const usage = (await as('manager').get<SupportUsage>(`/support-usage?roundId=${team.roundId}`)).body;
  const own = usage.teams.find((one) => one.id === team.id);
  const list = async (query: string) =>
    (await as('manager').get<SupportPage>(`/support-requests?teamId=${team.id}${query}&size=100`)).body.total;
  expect([own?.open, own?.overdue, own?.closed, own?.withdrawn]).toEqual([
    await list('&state=submitted,triaged,inquiring,collected'),
    await list('&overdue=true'),
    await list('&state=closed'),
    await list('&state=withdrawn'),
  ]);
  expect(own).toMatchObject({ medianDays: 0, usefulness: 5, rated: 2 });
  const { text } = await as('secretariat').get(`/support-usage.csv?roundId=${team.roundId}`);
  expect(text.trim().split('\r\n')).toHaveLength(3);
  for (const who of ['officer', 'town', 'desk', 'ministry'] as const) {
    expect((await as(who).get('/support-usage')).status).toBe(403);
    expect((await as(who).get('/support-requests')).status).toBe(403);
  }
});

it('leaves nothing behind that must not be', async () => {
  const wrong = await violations(db());
  expect(wrong.filter(({ invariant }) => !/waited|waiting|ten minutes/.test(invariant))).toEqual([]);
});
