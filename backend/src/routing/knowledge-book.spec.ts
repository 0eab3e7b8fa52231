import { beforeAll, describe, expect, it, test } from '@jest/globals';
import { testApi } from '../../test/api.js';
import { itIs } from '../../test/clock.js';
import { testDatabase } from '../../test/database.js';
import { aCase, aDesk } from '../../test/desk-scene.js';
import {
  type KnowledgeDetail,
  type KnowledgeEffect,
  KnowledgeInput,
  type KnowledgePage,
} from '../contract/knowledge.js';
import type { CaseSuggestions } from '../contract/suggestions.js';
import { idOf, shippedEntries } from './entries.js';
import { Suggesters } from './suggesters.js';

const db = testDatabase();
/** Two processes on one database. */
const api = testApi(db);
const other = testApi(db);
let people: Awaited<ReturnType<typeof aDesk>>;
let id: string;

const karte = {
  title: 'どぶろくの里づくり',
  situation: '山あいの集落で、どぶろくを造りたい。',
  questions: [{ text: 'どぶろくを造るには何が必要か。' }],
};
const ENTRY = {
  seen: 0,
  head: ['環境省'],
  words: ['里づくり', '里山づくり'],
  source: '環境省設置法第4条（里地里山）',
  reason: '里山の保全を町村がこう呼ぶため',
};

beforeAll(async () => {
  itIs('2026-11-20T10:00');
  people = await aDesk(db());
  id = await aCase(db(), people.town, { state: 'checking', owner: people.desk, title: karte.title });
  await db().query('UPDATE consultations SET karte = $2 WHERE id = $1', [id, JSON.stringify(karte)]);
});

const post = (who: keyof typeof people, path: string, body: object) =>
  api.as(people[who]).post<KnowledgeEffect>(`/knowledge/${path}`, body);
/** Shown, then made. */
const make = async (who: keyof typeof people, path: string, change: object) => {
  const { body } = await post(who, `${path}?preview=true`, change);
  return post(who, `${path}?preview=false`, { ...change, seal: body.seal });
};
const topOf = async (process: typeof api) => {
  const { body } = await process.as(people.desk).get<CaseSuggestions>(`/consultations/${id}/suggestions`);
  return { version: body.knowledge, ministries: body.ministries.map(({ name }) => name) };
};

describe('a change of the knowledge', () => {
  it('shows first what it does to the newest cases, and changes nothing by that', async () => {
    const before = await topOf(api);
    const { status, body } = await post('desk', 'remit?preview=true', ENTRY);
    expect(status).toBe(200);
    expect(body.examined).toBe(1);
    expect(body.cases).toMatchObject([{ consultationId: id, title: karte.title }]);
    expect(body.cases[0]?.before).toEqual(before.ministries.slice(0, 3));
    expect(body.cases[0]?.after).toContain('環境省');
    expect(await topOf(api)).toEqual(before);
  });

  it('tells administrators the number of a case only', async () => {
    const { body } = await post('admin', 'remit?preview=true', ENTRY);
    expect(body.cases).toMatchObject([{ consultationId: null, title: null }]);
  });

  it('leaves cases out that it does not touch', async () => {
    const { body } = await post('desk', 'remit?preview=true', { ...ENTRY, words: ['深海魚'] });
    expect([body.examined, body.cases]).toEqual([1, []]);
  });

  it('is refused where its effect was not shown: to this person, of just this content, today', async () => {
    const { seal } = (await post('desk', 'remit?preview=true', ENTRY)).body;
    const refusals: [who: keyof typeof people, change: object][] = [
      ['desk', ENTRY],
      ['desk', { ...ENTRY, seal: 'x' }],
      ['desk', { ...ENTRY, seal, words: [...ENTRY.words, '棚田づくり'] }],
      ['desk', { ...ENTRY, seal, head: ['農林水産省'] }],
      ['desk', { ...ENTRY, seal, source: '別の根拠' }],
      ['desk', { ...ENTRY, seal, removed: true }],
      ['manager', { ...ENTRY, seal }],
    ];
    for (const [who, change] of refusals)
      expect((await post(who, 'remit?preview=false', change)).problem).toMatchObject({
        ...{ status: 409, code: 'effect.unseen', detail: expect.stringContaining('影響を確認してから') },
      });
    itIs('2026-11-21T10:00');
    expect((await post('desk', 'remit?preview=false', { ...ENTRY, seal })).status).toBe(409);
    itIs('2026-11-20T10:00');
    expect(await db().query('SELECT 1 FROM knowledge_changes')).toEqual([]);
  });

  it('reaches all processes once it is made, with the effect that was shown; the reason may be put better meanwhile', async () => {
    const { body: shown } = await post('desk', 'remit?preview=true', { ...ENTRY, reason: '里山' });
    await topOf(other);
    expect((await post('desk', 'remit?preview=false', { ...ENTRY, seal: shown.seal })).status).toBe(200);
    for (const process of [api, other]) {
      const { version, ministries } = await topOf(process);
      expect([version, ministries.slice(0, 3)]).toEqual([1, shown.cases[0]?.after]);
    }
  });

  it('is kept with who, when and why; the trail knows it', async () => {
    const entry = idOf('remit', ENTRY.head, ENTRY.source);
    const { body } = await api.as(people.admin).get<KnowledgeDetail>(`/knowledge/remit/${entry}`);
    expect(body.history).toMatchObject([{ version: 1, reason: ENTRY.reason, madeBy: people.desk.name }]);
    const [event] = await db().query(`SELECT actor_id, reason, data FROM events WHERE type = 'knowledge.change'`);
    expect(event).toMatchObject({ actor_id: people.desk.id, reason: ENTRY.reason, data: { version: 1 } });
  });

  it('is refused from a screen that shows an older version, also when two are made at once', async () => {
    const entry = idOf('remit', ENTRY.head, ENTRY.source);
    expect((await post('desk', `remit/${entry}?preview=false`, ENTRY)).problem.code).toBe('knowledge.changed');
    const edit = { ...ENTRY, seen: 1, words: ['里づくり', '里山づくり', '里地'] };
    const answers = await Promise.all([1, 2].map(() => make('desk', `remit/${entry}`, edit)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('can be taken back: a removed entry suggests nothing, and its history stays', async () => {
    const entry = idOf('remit', ENTRY.head, ENTRY.source);
    await make('desk', `remit/${entry}`, { ...ENTRY, seen: 2, removed: true });
    const { suggester } = await api.app().get(Suggesters).current();
    expect(suggester.knowledge.remits.some(({ source }) => source === ENTRY.source)).toBe(false);
    const { body } = await api.as(people.desk).get<KnowledgeDetail>(`/knowledge/remit/${entry}`);
    expect([body.removed, body.history.length]).toEqual([true, 3]);
  });

  test.each([
    ['a ministry that nobody knows', { head: ['酒造省'] }, 'head'],
    ['a word of one kana', { words: ['の'] }, 'words.0'],
    ['no reason', { reason: '' }, 'reason'],
  ])('is refused with %s', async (_, fault, field) => {
    const { status, problem } = await post('desk', 'remit?preview=true', {
      ...ENTRY,
      seen: 3,
      source: '別の根拠',
      ...fault,
    });
    expect([status, Object.keys(problem.fields ?? {})]).toEqual([422, [field]]);
  });
});

describe('thesaurus and remits', () => {
  it('are shipped so that each entry can be saved as it is', async () => {
    const knowledge = await api.app().get(Suggesters).shippedKnowledge();
    const refused = shippedEntries(knowledge).filter(
      (entry) => !KnowledgeInput.safeParse({ ...entry, seen: 0, reason: '試験のため' }).success,
    );
    expect(refused).toEqual([]);
  });

  it('are found by a word', async () => {
    const { body } = await api.as(people.desk).get<KnowledgePage>('/knowledge/thesaurus?q=トラクター');
    expect(body.items.map(({ head }) => head)).toContainEqual(['スマート農業']);
    expect(body.total).toBeLessThan(10);
  });

  it('are shipped with a source for each entry', async () => {
    for (const kind of ['thesaurus', 'remit']) {
      const { body } = await api.as(people.desk).get<KnowledgePage>(`/knowledge/${kind}?size=100`);
      expect(body.items.filter(({ source }) => source === '')).toEqual([]);
      expect(body.total).toBeGreaterThan(30);
    }
  });
});
