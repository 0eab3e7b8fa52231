import { beforeAll, expect, it } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk } from '../../test/desk-scene.js';
import { dice } from '../../test/journeys/dice.js';
import { SAKE_KARTE } from '../../test/sake-karte.js';
import type { Acceptance, CaseSuggestions, ChosenPage, Verdict } from '../contract/suggestions.js';

const db = testDatabase();
const api = testApi(db);
const { pick, chance } = dice(20_261_123);
const DAYS = ['2026-06-15T10:00', '2026-06-30T23:59', '2026-07-01T00:00', '2026-08-07T18:00', '2026-11-20T10:00'];

interface Choice {
  kind: 'ministry' | 'measure';
  subject: string;
  verdict: Verdict;
  month: string;
}

let people: Awaited<ReturnType<typeof aDesk>>;
let cases: string[];
/** What stands, told apart from the database: by case, kind and subject. */
const standing = new Map<string, Choice>();

beforeAll(async () => {
  itIs('2026-06-01T10:00');
  people = await aDesk(db());
  cases = await Promise.all(
    ['checking', 'triaged', 'inquiring', 'followUp'].map((state) =>
      aCase(db(), people.town, { state: state as 'checking', owner: people.desk }),
    ),
  );
  await db().query('UPDATE consultations SET karte = $1', [JSON.stringify(SAKE_KARTE)]);
});

/** A press of an officer, whatever stands; what the API does by it is done to `standing` too. */
async function press(suggested: Pick<CaseSuggestions, 'ministries' | 'measures'>): Promise<number> {
  const day = pick(DAYS);
  itIs(day);
  const id = pick(cases);
  const person = api.as(people[pick(['desk', 'colleague', 'manager'] as const)]);
  const choice = chance(0.7)
    ? ({ kind: 'ministry', subject: pick(suggested.ministries.slice(0, 4)).id ?? '' } as const)
    : ({ kind: 'measure', subject: pick(suggested.measures.slice(0, 3)).id } as const);
  const key = [id, choice.kind, choice.subject].join(' ');
  const path = `/consultations/${id}/suggestions/choices`;
  if (chance(0.3)) {
    const { status } = await person.post(`${path}/undo`, choice);
    if (status === 204) standing.delete(key);
    return status;
  }
  const verdict: Verdict = chance(0.6) ? 'taken' : 'rejected';
  const { status } = await person.post(path, { ...choice, verdict, knowledge: 0 });
  const before = standing.get(key);
  const refused = before !== undefined && before.verdict !== verdict;
  expect([key, status]).toEqual([key, refused ? 409 : 204]);
  if (!before) standing.set(key, { ...choice, verdict, month: day.slice(0, 7) });
  return status;
}

const sums = (keyOf: (choice: Choice) => string | null) => {
  const found = new Map<string, [taken: number, rejected: number]>();
  for (const choice of standing.values()) {
    const key = keyOf(choice);
    if (key === null) continue;
    const [taken, rejected] = found.get(key) ?? [0, 0];
    found.set(key, choice.verdict === 'taken' ? [taken + 1, rejected] : [taken, rejected + 1]);
  }
  return [...found].map(([key, numbers]) => [key, ...numbers].join()).sort();
};

async function compare(): Promise<void> {
  itIs('2026-11-20T10:00');
  const manager = api.as(people.manager);
  const { body } = await manager.get<Acceptance>('/suggestions/acceptance');
  const shown = (rows: Acceptance['kinds']) =>
    rows.map(({ key, taken, rejected }) => [key, taken.count, rejected.count].join()).sort();
  expect(shown(body.ministries)).toEqual(sums(({ kind, subject }) => (kind === 'ministry' ? subject : null)));
  expect(shown(body.kinds)).toEqual(sums(({ kind }) => kind));
  expect(shown(body.months)).toEqual(sums(({ month }) => month));
  const { text } = await manager.get('/suggestions/acceptance.csv');
  for (const { key, label, taken, rejected, percent } of [...body.ministries, ...body.kinds, ...body.months]) {
    expect(text).toContain(`,${key},${label},${taken.count},${rejected.count},${percent ?? ''},`);
    const decided = taken.count + rejected.count;
    if (percent !== null) expect(percent).toBeCloseTo((100 * taken.count) / decided, 1);
    for (const { count, href } of [taken, rejected]) {
      const rows = await manager.get<ChosenPage>(`/suggestions/choices?size=100&${href.split('?')[1]}`);
      expect([href, rows.body.total, rows.body.items.length]).toEqual([href, count, count]);
    }
  }
}

it('figures, rows and file say the same after any taking, undoing, rejecting and taking again', async () => {
  const { body } = await api.as(people.desk).get<CaseSuggestions>(`/consultations/${cases[0]}/suggestions`);
  const statuses = new Set<number>();
  for (let round = 0; round < 4; round += 1) {
    for (let i = 0; i < 25; i += 1) statuses.add(await press(body));
    await compare();
  }
  expect([...statuses].sort()).toEqual([204, 409]);
  expect(standing.size).toBeGreaterThan(10);
});

it('a case that is closed keeps its choices and takes no new ones; opened again, it goes on with them', async () => {
  const [id = ''] = cases;
  const path = `/consultations/${id}/suggestions/choices`;
  const [kept] = [...standing].find(([key, { kind }]) => key.startsWith(id) && kind === 'ministry') ?? [];
  const subject = kept?.split(' ')[2] ?? '';
  expect(subject).not.toBe('');
  await db().query(`UPDATE consultations SET state = 'closed' WHERE id = $1`, [id]);
  const undo = () => api.as(people.desk).post(`${path}/undo`, { kind: 'ministry', subject });
  expect((await undo()).status).toBe(403);
  await compare();
  await db().query(`UPDATE consultations SET state = 'checking' WHERE id = $1`, [id]);
  await compare();
  expect((await undo()).status).toBe(204);
  standing.delete(kept ?? '');
  await compare();
});
