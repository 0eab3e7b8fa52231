import { beforeAll, describe, expect, it } from '@jest/globals';
import { PDFParse } from 'pdf-parse';
import { testApi } from '../../test/api.js';
import { anApplication } from '../../test/application-scene.js';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aRound } from '../../test/round-scene.js';
import type { Application, Applications } from '../contract/applications.js';
import type { Round } from '../contract/rounds.js';
import type { OutcomeLetter, ReviewSheet, Selection } from '../contract/selection.js';

const db = testDatabase();
const api = testApi(db);
type Speaker = ReturnType<typeof api.as> & { id: string };
const CODES = ['016331', '223069', '363421', '011002', '012025'];
let secretariat: Speaker;
let manager: Speaker;
let reviewers: Speaker[];
let towns: Speaker[];
let round: string;
let ids: string[];

const speaker = async (
  ...grants: Parameters<typeof aPerson> extends [unknown, ...infer G] ? G : never
): Promise<Speaker> => {
  const person = await aPerson(db(), ...grants);
  return { id: person.id, ...api.as(person) };
};

beforeAll(async () => {
  itIs('2027-02-22T10:00');
  secretariat = await speaker(grant('secretariat'));
  manager = await speaker(grant('manager'));
  reviewers = [secretariat, manager, await speaker(grant('secretariat'))];
  round = (await aRound(db(), secretariat.id, { state: 'selecting', places: 2 })).id;
  towns = [];
  ids = [];
  for (const code of CODES) {
    const town = await speaker(grant('approver', { municipalityCode: code }));
    towns.push(town);
    ids.push((await anApplication(db(), round, town.id, { state: 'submitted', code })).id);
  }
});

const at = <T>(list: readonly T[], index: number): T => {
  const one = list[index];
  if (one === undefined) throw new Error(`nothing at ${index}`);
  return one;
};
const POINTS = { problem: 5, fit: 4, setUp: 3, spread: 2 };
const sheet = async (who: Speaker, id: string) => (await who.get<ReviewSheet>(`/applications/${id}/review`)).body;
const table = async () => (await secretariat.get<Selection>(`/rounds/${round}/selection`)).body;

async function handIn(who: Speaker, id: string, scores: object) {
  const version = (await sheet(who, id)).mine?.version;
  return who.put(`/applications/${id}/review`, { version, scores, comment: '所見', handIn: true });
}

it('is not offered to be settled, as it would be refused, before all are decided', async () => {
  const { inside, allowedActions } = (await manager.get<Round>(`/rounds/${round}`)).body;
  expect(inside?.counts.town).toMatchObject({ undecided: 5, chosen: 0 });
  expect(allowedActions).not.toContain('settleSelection');
});

describe('reviewing', () => {
  it('is spread evenly over as many reviewers as the round asks for', async () => {
    const few = await secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds: [secretariat.id, manager.id] });
    expect([few.status, Object.keys(few.problem.fields ?? {})]).toEqual([422, ['reviewerIds']]);
    const strangers = [at(towns, 0).id, secretariat.id, manager.id];
    expect((await secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds: strangers })).status).toBe(422);
    const reviewerIds = reviewers.map(({ id }) => id);
    for (const _ of [1, 2])
      expect((await secretariat.post(`/rounds/${round}/reviewers`, { reviewerIds })).status).toBe(204);
    expect((await table()).items.map(({ assigned }) => assigned)).toEqual([3, 3, 3, 3, 3]);
  });

  it.each([
    ['more points than there are', { ...POINTS, fit: 6 }, 'scores.fit'],
    ['a criterion that the round does not have', { ...POINTS, beauty: 1 }, 'scores.beauty'],
    ['a criterion left out', { problem: 5, fit: 4, setUp: 3 }, 'scores.spread'],
  ])('refuses %s', async (_, scores, field) => {
    const answer = await handIn(manager, at(ids, 0), scores);
    expect([answer.status, Object.keys(answer.problem.fields ?? {})]).toEqual([422, [field]]);
  });

  it('is blind until all have handed in', async () => {
    const first = at(ids, 0);
    for (const [index, who] of reviewers.slice(0, 2).entries())
      expect((await handIn(who, first, { ...POINTS, problem: 5 - index })).status).toBe(204);
    const blind = await sheet(secretariat, first);
    expect([blind.handedIn, blind.all, blind.mine?.scores]).toEqual([2, null, POINTS]);
    expect((await sheet(at(reviewers, 2), first)).mine).toMatchObject({ scores: {}, handedInAt: null });
    expect((await table()).items.find((one) => one.applicationId === first)).toMatchObject({ mean: null, rank: null });
    const early = await secretariat.post(`/rounds/${round}/decisions`, {
      items: [{ applicationId: first, outcome: 'chosen', reason: '課題が明確' }],
    });
    expect(early.problem.code).toBe('selection.not_reviewed');

    expect((await handIn(at(reviewers, 2), first, { ...POINTS, problem: 3 })).status).toBe(204);
    const open = await sheet(secretariat, first);
    expect(open.all?.map(({ total }) => total).sort()).toEqual([64.44, 71.11, 77.78]);
    const again = await handIn(secretariat, first, POINTS);
    expect([again.status, again.problem.code]).toEqual([409, 'review.handed_in']);
  });

  it('shows ties and spread, best first', async () => {
    const wanted = [5, 5, 3, 2];
    for (const [index, id] of ids.slice(1).entries())
      for (const who of reviewers) await handIn(who, id, { ...POINTS, problem: at(wanted, index) });
    const { items } = await table();
    expect(items.map(({ applicationId, rank, tied }) => [ids.indexOf(applicationId), rank, tied])).toEqual([
      [1, 1, true],
      [2, 1, true],
      [0, 3, false],
      [3, 4, false],
      [4, 5, false],
    ]);
    expect(at(items, 2).spread).toBeCloseTo(13.33, 1);
  });
});

describe('nobody outside', () => {
  it('reads a score, nor a decision before it is settled', async () => {
    for (const town of towns) {
      expect((await town.get(`/rounds/${round}/selection`)).status).toBe(403);
      expect((await town.get(`/applications/${at(ids, 0)}/review`)).status).toBe(403);
    }
    const [{ trail }] = await db().query(
      `SELECT string_agg(data::text, ' ') AS trail FROM events WHERE type LIKE 'selection.%'`,
    );
    expect(trail).not.toMatch(/problem|fit|spread|score/);
  });
});

describe('deciding', () => {
  const decide = (...items: [number, string][]) =>
    secretariat.post(`/rounds/${round}/decisions`, {
      items: items.map(([index, outcome]) => ({ applicationId: ids[index], outcome, reason: '合議による' })),
    });
  const stateOf = async (who: Speaker, index: number) =>
    (await who.get<Application>(`/applications/${at(ids, index)}`)).body.state;

  it('keeps to the places of the round: all of it or nothing', async () => {
    const many = await decide([0, 'chosen'], [1, 'chosen'], [2, 'chosen']);
    expect([many.status, many.problem.code]).toEqual([409, 'selection.no_place']);
    expect(await stateOf(secretariat, 0)).toBe('submitted');
    expect((await decide([1, 'chosen'], [2, 'chosen'], [0, 'reserve'], [3, 'reserve'], [4, 'notChosen'])).status).toBe(
      204,
    );
    expect((await decide([1, 'notChosen'])).status).toBe(409);
    const places = (await table()).items
      .filter(({ place }) => place)
      .map(({ applicationId, place }) => [ids.indexOf(applicationId), place]);
    expect(places).toEqual([
      [0, 1],
      [3, 2],
    ]);
  });

  it('is not told before it is settled by a manager', async () => {
    expect(await stateOf(at(towns, 1), 1)).toBe('submitted');
    expect((await at(towns, 4).get<Applications>('/applications')).body.items[0]?.state).toBe('submitted');
    expect((await at(towns, 4).get<Application>(`/applications/${at(ids, 4)}`)).body.allowedActions).toEqual([
      'withdraw',
    ]);
    expect((await secretariat.post(`/rounds/${round}/letters`, {})).problem.code).toBe('selection.not_settled');
    expect((await manager.get<Round>(`/rounds/${round}`)).body.allowedActions).toContain('settleSelection');
    expect((await manager.post(`/rounds/${round}/steps/settleSelection`, {})).status).toBe(204);
    expect([await stateOf(at(towns, 1), 1), await stateOf(at(towns, 4), 4)]).toEqual(['chosen', 'notChosen']);
  });

  it('is told by letters, each issued once, with the words of the round merged in', async () => {
    const odd = await secretariat.post(`/rounds/${round}/letters`, { texts: { chosen: '{{点数}}' } });
    expect([odd.status, Object.keys(odd.problem.fields ?? {})]).toEqual([422, ['texts.chosen']]);
    expect(await table()).toMatchObject({ untold: 5, allowedActions: ['issueLetters'] });
    expect((await secretariat.post(`/rounds/${round}/letters`, {})).body).toEqual({ issued: 5 });
    expect(await table()).toMatchObject({ untold: 0, allowedActions: [] });
    expect((await secretariat.post(`/rounds/${round}/letters`, {})).body).toEqual({ issued: 0 });
    const letter = (await at(towns, 0).get<OutcomeLetter>(`/applications/${at(ids, 0)}/letter`)).body;
    expect(letter).toMatchObject({ outcome: 'reserve', addressee: '北海道上士幌町 御中' });
    expect(letter.paragraphs.join('')).toContain('第1順位');
    expect((await at(towns, 1).get(`/applications/${at(ids, 0)}/letter`)).status).toBe(404);
    const { bytes, headers } = await at(towns, 0).get(`/applications/${at(ids, 0)}/letter.pdf`);
    expect(headers['content-type']).toBe('application/pdf');
    const parser = new PDFParse({ data: new Uint8Array(bytes) });
    const { text } = await parser.getText();
    await parser.destroy();
    expect(text.replace(/\s/g, '')).toContain('補欠（第1順位）としました');
  });

  it('lets the first in reserve move up when somebody leaves, never more than there are places', async () => {
    const moveUp = (index: number) =>
      secretariat.post(`/applications/${at(ids, index)}/moveUp`, { reason: '辞退による' });
    expect((await moveUp(0)).problem.code).toBe('selection.no_place');
    expect((await at(towns, 2).post(`/applications/${at(ids, 2)}/withdraw`, { reason: '体制の変更' })).status).toBe(
      204,
    );
    expect((await table()).allowedActions).toEqual(['moveUp']);
    expect((await moveUp(3)).problem.code).toBe('selection.not_first');
    expect((await moveUp(0)).status).toBe(204);
    expect(await stateOf(at(towns, 0), 0)).toBe('chosen');
    expect((await moveUp(3)).problem.code).toBe('selection.no_place');
    expect(await table()).toMatchObject({ untold: 1, allowedActions: ['issueLetters'] });
    expect((await secretariat.post(`/rounds/${round}/letters`, {})).body).toEqual({ issued: 1 });
  });
});

it('a town in two 応募, its own and a joint one, is chosen once', async () => {
  const { id: another } = await aRound(db(), secretariat.id, { state: 'selecting', places: 5 });
  const applied: string[] = [];
  for (const [index, code] of ['016331', '223069'].entries()) {
    const { id } = await anApplication(db(), another, at(towns, index).id, { state: 'submitted', code });
    await db().query(
      'INSERT INTO reviews (application_id, reviewer_id, assigned_at, handed_in_at) VALUES ($1, $2, now(), now())',
      [id, manager.id],
    );
    applied.push(id);
  }
  await db().query(`INSERT INTO application_places VALUES ($1, 'member', 1, '223069')`, [applied[0]]);
  const decide = (outcomes: readonly string[]) =>
    secretariat.post(`/rounds/${another}/decisions`, {
      items: outcomes.map((outcome, index) => ({ applicationId: applied[index], outcome, reason: '合議' })),
    });
  const { status, problem } = await decide(['chosen', 'chosen']);
  expect([status, problem.code]).toEqual([409, 'selection.town_twice']);
  expect(problem.detail).toContain('静岡県西伊豆町');
  expect((await decide(['chosen', 'reserve'])).status).toBe(204);
  await db().query(`UPDATE rounds SET state = 'matching' WHERE id = $1`, [another]);
  const moved = await secretariat.post(`/applications/${applied[1]}/moveUp`, { reason: '繰上げ' });
  expect(moved.problem.code).toBe('selection.town_twice');
});
