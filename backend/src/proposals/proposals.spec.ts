import { beforeAll, describe, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { mayServe, pointsOfTeam, tryAll } from '../../test/matching.js';
import { aMatchingRound, keptProblem, solveAll } from '../../test/proposal-scene.js';
import type { ChangePreview, ProposalChange, ProposalComparison, ProposalPage } from '../contract/proposals.js';
import type { Officer } from '../matching/problem.js';
import { type ExtraRule, Settings } from '../matching/settings.js';

const db = testDatabase();
const api = testApi(db);
let secretariat: ReturnType<typeof api.as>;
let by: string;

beforeAll(async () => {
  itIs('2027-03-01T10:00');
  const person = await aPerson(db(), grant('secretariat'));
  by = person.id;
  secretariat = api.as(person);
});

const read = async (id: string) => (await secretariat.get<ProposalPage>(`/proposals/${id}`)).body;
const asked = async (path: string, body: object) => (await secretariat.post<{ id: string }>(path, body)).body.id;
const change = (id: string, version: number, one: ProposalChange, reason = '試験のため') =>
  secretariat.post<{ version: number }>(`/proposals/${id}/changes`, { version, reason, change: one });
const preview = async (id: string, one: ProposalChange) => {
  const query = new URLSearchParams(Object.entries(one).map(([name, value]) => [name, String(value)]));
  return (await secretariat.get<ChangePreview>(`/proposals/${id}/preview?${query}`)).body;
};

async function aSolved(): Promise<string> {
  const round = await aMatchingRound(db(), by);
  const id = await asked(`/rounds/${round}/proposals`, { name: '第一案' });
  await solveAll(db());
  return id;
}

/** Says what is wrong with the teams of a proposal, by rules and points written apart from the product. */
async function faults(id: string, rules: ExtraRule[] = []): Promise<string[]> {
  const [problem, page] = [await keptProblem(db(), id), await read(id)];
  const settings = Settings.parse({ rules });
  return page.teams.flatMap(({ municipality, officers, score }) => {
    const town = problem.municipalities.find((one) => one.id === municipality.id);
    const team = officers.flatMap((seat) => problem.officers.find((one) => one.id === seat.id) ?? []) as Officer[];
    if (!town) return [`${municipality.label}: unknown`];
    const points = pointsOfTeam(problem, settings, town, team);
    return [
      ...(mayServe(problem, settings, town, team) ? [] : [`${municipality.label}: breaks a rule`]),
      ...(Math.abs(points - score) > 1e-6 ? [`${municipality.label}: ${score}, but it is ${points}`] : []),
    ];
  });
}

describe('an 編成案', () => {
  it('waits for the worker, and then is the best there is', async () => {
    const round = await aMatchingRound(db(), by);
    const id = await asked(`/rounds/${round}/proposals`, { name: '第一案' });
    expect(await read(id)).toMatchObject({
      state: 'waiting',
      version: 0,
      teams: [],
      allowedActions: ['stop', 'askAgain'],
    });
    await solveAll(db());
    const page = await read(id);
    let best = 0;
    tryAll(await keptProblem(db(), id), Settings.parse({}), ({ total }) => {
      best = Math.max(best, total);
    });
    expect(page).toMatchObject({ state: 'done', status: 'optimal', version: 1, conflicts: 0 });
    expect(page.total).toBeCloseTo(best, 3);
    expect(page.bound).toBeCloseTo(best, 3);
    expect(await faults(id)).toEqual([]);
    expect(page.teams.length * 2 + page.reserve.length).toBe(12);
  });

  it('that raises the smallest score first says what is proven of it, as long as its rules hold', async () => {
    const round = await aMatchingRound(db(), by);
    const id = await asked(`/rounds/${round}/proposals`, { name: '公平な案', fair: true });
    await solveAll(db());
    const page = await read(id);
    let highest = 0;
    tryAll(await keptProblem(db(), id), Settings.parse({}), ({ minimum }) => {
      highest = Math.max(highest, minimum);
    });
    expect(page.minimum).toBeCloseTo(highest, 1);
    expect(page.minimumBound).toBeCloseTo(highest, 1);
    const { officers } = page;
    await change(id, 1, { kind: 'apart', officer: officers[0]?.id, other: officers[1]?.id });
    expect(await read(id)).toMatchObject({ bound: null, minimumBound: page.minimumBound });
    await change(id, 2, { kind: 'undo' });
    expect(await read(id)).toMatchObject({ bound: page.bound, minimumBound: page.minimumBound });
    expect((await read(await aSolved())).minimumBound).toBeNull();
  });

  it('is the same again for the same input and settings', async () => {
    const id = await aSolved();
    const again = await asked(`/proposals/${id}/again`, { name: '第二案' });
    await solveAll(db());
    expect((await read(again)).teams).toEqual((await read(id)).teams);
  });

  it('asked again with other points and another size, it keeps the rules and starts from what was', async () => {
    const id = await aSolved();
    const { officers, weights } = await read(id);
    await change(id, 1, { kind: 'apart', officer: officers[0]?.id, other: officers[1]?.id });
    const points = Object.fromEntries(weights.map(({ key, points: before }) => [key, before]));
    const again = await asked(`/proposals/${id}/again`, {
      name: '一人の案',
      weights: { ...points, tie: 0 },
      teamSize: { minimum: 1, maximum: 1 },
    });
    await solveAll(db());
    const page = await read(again);
    expect(page.rules).toHaveLength(1);
    expect(page.teamSize).toEqual({ minimum: 1, maximum: 1 });
    expect(page.teams.map((team) => team.officers.length)).toEqual([1, 1, 1]);
    expect(page.weights).toEqual(weights.map((one) => (one.key === 'tie' ? { ...one, points: 0 } : one)));
    const { body } = await secretariat.get<ProposalComparison>(`/proposals/${id}/compare/${again}`);
    expect(body.rules.other).toEqual(['配点「地域とのゆかり」0点', '1チーム1人']);
  });

  it('says in words why a team has its points', async () => {
    const { teams } = await read(await aSolved());
    expect(teams[0]?.parts.join()).toMatch(/\/3: .+（.+）.*（\d+\.\d点／\d+\.\d点）/);
  });

  it('begun too often without an end, it says so instead of being begun for ever', async () => {
    const round = await aMatchingRound(db(), by);
    const id = await asked(`/rounds/${round}/proposals`, { name: '倒れる案' });
    await db().query(`UPDATE proposals SET state = 'solving', attempts = 5 WHERE id = $1`, [id]);
    await solveAll(db());
    expect(await read(id)).toMatchObject({ state: 'failed', teams: [] });
  });

  it('names the rules that nobody can keep together', async () => {
    const id = await aSolved();
    const { towns, officers } = await read(id);
    const [officer, one, other] = [officers[0]?.id, towns[0]?.id, towns[1]?.id];
    await change(id, 1, { kind: 'pin', officer, municipality: one });
    await change(id, 2, { kind: 'pin', officer, municipality: other });
    const again = await asked(`/proposals/${id}/again`, { name: '両立しない案' });
    await solveAll(db());
    const page = await read(again);
    expect(page.state).toBe('infeasible');
    expect(page.conflict.filter((words) => words.endsWith('に置く'))).toHaveLength(2);
  });
});

describe('changes by hand', () => {
  it('are shown with what they cost before, and then cost just that', async () => {
    const id = await aSolved();
    const page = await read(id);
    const [officer, other] = [page.teams[0]?.officers[0]?.id, page.reserve[0]?.id];
    const shown = await preview(id, { kind: 'exchange', officer, other });
    expect(shown.teams).toHaveLength(1);
    expect((await read(id)).version).toBe(1);
    expect((await change(id, 1, { kind: 'exchange', officer, other })).status).toBe(201);
    const after = await read(id);
    expect(after.total).toBe(shown.total.after);
    expect(after.minimum).toBe(shown.minimum.after);
    expect(after).toMatchObject({ version: 2, status: 'byHand', bound: page.bound });
    expect(after.conflicts - page.conflicts).toBe(shown.breaks.length - shown.mends.length);
  });

  it('why not this officer: with the best way in, and what it costs', async () => {
    const id = await aSolved();
    const page = await read(id);
    const shown = await preview(id, {
      kind: 'place',
      officer: page.reserve[0]?.id,
      municipality: page.teams[0]?.municipality.id,
    });
    expect(shown.teams[0]?.officersAfter).toContain(page.reserve[0]?.label);
    expect(shown.total.after).toBeLessThanOrEqual(page.bound ?? 0);
  });

  it('need a reason', async () => {
    const id = await aSolved();
    const { problem, status } = await change(id, 1, { kind: 'undo' }, ' ');
    expect([status, problem.fields?.reason]).toEqual([422, '理由を入力してください']);
  });

  it('of two tabs, the second hears what the first did', async () => {
    const id = await aSolved();
    const { towns, officers } = await read(id);
    const pin = { kind: 'pin', officer: officers[0]?.id, municipality: towns[0]?.id } as const;
    const answers = await Promise.all([change(id, 1, pin, '甲'), change(id, 1, { ...pin, kind: 'ban' }, '乙')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(refused?.problem.current).toMatchObject({ version: 2, reason: expect.stringMatching(/^[甲乙]$/) });
  });

  it('are undone one by one, each undoing a version of its own', async () => {
    const id = await aSolved();
    const first = await read(id);
    const exchange = {
      kind: 'exchange',
      officer: first.teams[0]?.officers[0]?.id,
      other: first.reserve[0]?.id,
    } as const;
    await change(id, 1, exchange);
    const second = await read(id);
    await change(id, 2, { kind: 'ban', officer: first.officers[0]?.id, municipality: first.towns[0]?.id });
    await change(id, 3, { kind: 'undo' });
    expect(await read(id)).toMatchObject({ version: 4, teams: second.teams, rules: [] });
    await change(id, 4, { kind: 'undo' });
    expect(await read(id)).toMatchObject({ version: 5, teams: first.teams, status: 'optimal', bound: first.bound });
    const { status, problem } = await change(id, 5, { kind: 'undo' });
    expect([status, problem.code]).toEqual([409, 'proposal.first_version']);
    expect((await read(id)).versions.map(({ what }) => what).slice(1)).toEqual([
      ...['入れ替える', 'この団体から除外する', '一つ前に戻す', '一つ前に戻す'],
    ]);
  });

  it('a pin stays when the teams are looked for again, and the two are compared', async () => {
    const id = await aSolved();
    const page = await read(id);
    const [officer, municipality] = [page.reserve[0]?.id ?? '', page.teams[0]?.municipality.id ?? ''];
    await change(id, 1, { kind: 'pin', officer, municipality });
    expect((await read(id)).teams[0]?.conflicts).toHaveLength(1);
    const again = await asked(`/proposals/${id}/again`, { name: '固定した案' });
    await solveAll(db());
    expect(await faults(again, [{ kind: 'pin', officer, municipality }])).toEqual([]);
    const { body } = await secretariat.get<ProposalComparison>(`/proposals/${id}/compare/${again}`);
    expect(body.moved.map((one) => [one.officer, one.from])).toContainEqual([page.reserve[0]?.label, '待機']);
    expect(body.same + body.teams.length).toBe(3);
  });

  it('dropping the rule takes it away', async () => {
    const id = await aSolved();
    const { officers } = await read(id);
    await change(id, 1, { kind: 'apart', officer: officers[0]?.id, other: officers[1]?.id });
    expect((await read(id)).rules).toHaveLength(1);
    await change(id, 2, { kind: 'dropRule', rule: 0 });
    expect((await read(id)).rules).toEqual([]);
  });
});

describe('after a drop-out', () => {
  it('teams are found anew with at most so many others moved', async () => {
    const id = await aSolved();
    const before = await read(id);
    const gone = before.teams[0]?.officers[0];
    const repaired = await asked(`/proposals/${id}/repair`, {
      ...{ name: '辞退後の案', reason: '本人の申出', officers: [gone?.id], moves: 3 },
    });
    await solveAll(db());
    expect(await read(repaired)).toMatchObject({ state: 'done', moves: 3, madeFrom: { id } });
    expect(await faults(repaired)).toEqual([]);
    const { body } = await secretariat.get<ProposalComparison>(`/proposals/${id}/compare/${repaired}`);
    expect(body.moved.find(({ officer }) => officer === gone?.label)?.to).toBe('辞退');
    expect(body.moved.length - 1).toBeLessThanOrEqual(3);
  });
});

it('is nobody else’s', async () => {
  const id = await aSolved();
  for (const role of ['officer', 'desk', 'admin'] as const) {
    expect((await api.as(await aPerson(db(), grant(role))).get(`/proposals/${id}`)).status).toBe(404);
  }
  const manager = api.as(await aPerson(db(), grant('manager')));
  expect((await manager.get(`/proposals/${id}`)).status).toBe(200);
  expect((await manager.post(`/proposals/${id}/stop`)).status).toBe(403);
});
