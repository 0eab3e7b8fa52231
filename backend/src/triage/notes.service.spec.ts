import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk, anInquiry, type Person } from '../../test/desk-scene.js';
import type { Note } from '../contract/consultations.js';

const db = testDatabase();
const api = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  id = await aCase(db(), people.town, { state: 'inquiring', owner: people.desk, set: { share_prefecture: true } });
  await anInquiry(db(), id, 'meti', people.desk);
  await anInquiry(db(), id, 'mlit', people.desk);
});

const notes = (person: Person) => api.as(person).get<{ items: Note[]; total: number }>(`/consultations/${id}/notes`);
const write = (person: Person, text: string) => api.as(person).post(`/consultations/${id}/notes`, { text });

describe('notes', () => {
  it('stay with whoever wrote them: the desk, or one ministry', async () => {
    expect((await write(people.desk, '窓口のメモ')).status).toBe(201);
    expect((await write(people.secretariat, '事務局のメモ')).status).toBe(201);
    expect((await write(people.meti, '経産省のメモ')).status).toBe(201);
    const texts = async (person: Person) => (await notes(person)).body.items.map(({ text }) => text).sort();
    for (const who of ['desk', 'manager', 'secretariat'] as const) {
      expect(await texts(people[who])).toEqual(['事務局のメモ', '窓口のメモ']);
    }
    expect(await texts(people.meti)).toEqual(['経産省のメモ']);
    for (const who of ['mlit', 'town', 'prefecture'] as const) expect(await texts(people[who])).toEqual([]);
    expect((await notes(people.neighbour)).status).toBe(404);
  });

  test.each(['town', 'approver', 'prefecture'] as const)('are not written by %s', async (who) => {
    expect((await write(people[who], 'メモ')).status).toBe(403);
  });

  it('need words', async () => {
    expect((await write(people.desk, '  ')).problem.fields).toEqual({ text: 'メモを入力してください' });
  });

  it('leave no word in the trail', async () => {
    const rows = await db().query(
      `SELECT audience, ministry_id, reason, data FROM events WHERE type = 'consultation.note'`,
    );
    expect(
      rows.map(({ audience, ministry_id }: { audience: string; ministry_id: string }) => [audience, ministry_id]),
    ).toEqual([
      ['inward', null],
      ['inward', null],
      ['ministry', 'meti'],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/メモ/);
  });
});
