import { beforeAll, expect, it, test } from '@jest/globals';
import { aPerson, grant } from '../../test/builders.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { Calendar } from '../calendar/calendar.js';
import { Clock } from '../calendar/clock.js';
import type { FormDefinition, FormInput, NewFormVersion } from '../contract/forms.js';
import type { Actor } from '../identity/actor.js';
import { loadReferenceData } from '../reference-data.js';
import { FormQueries } from './form.queries.js';
import { FormsService } from './forms.service.js';

const db = testDatabase();
let queries: FormQueries;
let forms: FormsService;
let admin: Actor;
let first: FormDefinition;

beforeAll(async () => {
  itIs('2026-11-20T09:00');
  await loadReferenceData(db());
  queries = new FormQueries(db(), new Calendar(db(), new Clock()));
  forms = new FormsService(db());
  admin = await aPerson(db(), grant('admin'));
  first = await queries.current();
});

const next = (change: Partial<NewFormVersion> = {}): NewFormVersion => ({
  basedOn: 1,
  name: '相談カルテ 様式第2版（案）',
  validFrom: '2027-04-01',
  notices: first.notices,
  items: first.items,
  ...change,
});
const withInput = (input: object) =>
  next({ items: [...first.items, { no: 25, label: '追加', inputs: [input as FormInput] }] });

test.each<[string, () => NewFormVersion, RegExp]>([
  ['a key used twice', () => withInput({ key: 'title', label: 'x', type: 'text', max: 5, required: false }), /重複/],
  [
    'a choice without choices',
    () => withInput({ key: 'x', label: 'x', type: 'choice', required: false }),
    /どちらか一方/,
  ],
  [
    'a condition on nothing',
    () =>
      withInput({
        ...{ key: 'x', label: 'x', type: 'text', max: 5, required: false },
        requiredWhen: { key: 'consulter', equals: 'maybe' },
      }),
    /条件にする選択肢がありません/,
  ],
  ['no questions', () => next({ items: first.items.filter(({ no }) => no !== 15) }), /「questions」/],
  [
    'a number used twice',
    () => next({ items: [...first.items, { ...first.items[0], no: 24 } as never] }),
    /項目番号24/,
  ],
])('a new version may not have %s', async (_, input, message) => {
  const refusal = await forms.add(admin, 'karte', input()).catch((error) => error);
  expect(refusal.kind).toBe('invalid');
  expect(Object.values(refusal.details.fields).join()).toMatch(message);
});

it('is for administrators', async () => {
  const desk = await aPerson(db(), grant('desk'));
  await expect(forms.add(desk, 'karte', next())).rejects.toMatchObject({ kind: 'forbidden' });
});

it('comes once when two add at the same time, and the trail says so', async () => {
  const results = await Promise.allSettled([forms.add(admin, 'karte', next()), forms.add(admin, 'karte', next())]);
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const events = await db().query(`SELECT actor_id, data FROM events WHERE type = 'form.add'`);
  expect(events).toEqual([{ actor_id: admin.id, data: { version: 2, validFrom: '2027-04-01' } }]);
});

it('is in force from its day on, and the old version stays as it was', async () => {
  itIs('2027-03-31T23:59');
  expect((await queries.current()).version).toBe(1);
  itIs('2027-04-01T00:00');
  expect((await queries.current()).version).toBe(2);
  expect(await queries.get(1)).toEqual(first);
  await loadReferenceData(db());
  expect((await queries.current()).name).toBe('相談カルテ 様式第2版（案）');
});

it('offers the lists of the day, and what has ended only to a sheet that bears it', async () => {
  itIs('2026-11-20T09:00');
  await db().query(`UPDATE policy_fields SET valid_to = '2026-11-19' WHERE code = 'tourism'`);
  const values = async (borne?: string[]) => (await queries.choices(borne)).policyFields.map(({ value }) => value);
  expect(await values()).not.toContain('tourism');
  expect(await values(['tourism'])).toContain('tourism');
  expect((await queries.choices()).policyPillars.map(({ value }) => value)).toEqual(['1', '2', '3', '4', '5']);
});
